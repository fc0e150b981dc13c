import type { Board } from '../board.ts'
import type { DropOut } from '../commands/drop-out.schema.ts'
import type { Context } from '../context.ts'
import { type CellRef, cellKey, type SessionId } from '../ids.ts'
import { placing } from '../judge.ts'
import { withSpots } from './ground.ts'
import { type Spot, spotOf } from './options.ts'
import { Tables } from './tables.ts'

/** What the person decided for some sessions: the plan goes round it. */
export type Fixed = DropOut['moves']

/** Where everybody is when the search begins. */
export interface Start {
  readonly tables: Tables
  readonly homeless: readonly SessionId[]
  /** With only those on it who stay where they are. */
  readonly ground: Board
  readonly mayMove: (id: SessionId) => boolean
  readonly fewestHomeless: number
}

/** Each session begins in a cell of its own: with fewer cells than sessions, so many stay without. */
const lackingCells = (board: Board, tables: Tables, homeless: number, { now }: Context): number => {
  const cells = new Set<string>()
  for (const { id: slotId, kind, end } of board.slots.values()) {
    if (kind !== 'open' || end <= now) continue
    for (const { id: roomId, kind: roomKind } of board.rooms.values()) {
      const name = cellKey(roomId, slotId)
      if (roomKind !== 'continuous' && board.cells.get(name)?.use.type !== 'closed') cells.add(name)
    }
  }
  const held = [...tables.spots.values()].filter(({ roomId, slotId }) => cells.has(cellKey(roomId, slotId)))
  return Math.max(0, homeless + held.length - cells.size)
}

/** Where a session is that was sent to a cell; null in the tray, or where the cell is gone. */
export const spotAt = (board: Board, context: Context, sessionId: SessionId, to: CellRef | null): Spot | null => {
  const session = board.sessions.get(sessionId)
  const place = session === undefined || to === null ? null : placing({ board, context }, session, to)?.place
  return place == null || to === null
    ? null
    : { ...to, slotIds: place.slots.map(({ id }) => id), start: place.start, end: place.end }
}

/** The board as the search finds it: the displaced have left, and what was decided by hand is done. */
export const startOf = (after: Board, displaced: readonly SessionId[], fixed: Fixed, context: Context): Start => {
  const isLost = new Set(displaced)
  const isFixed = new Set(fixed.map(({ sessionId }) => sessionId))
  const mayMove = (id: SessionId): boolean => {
    const begins = after.placements.get(id)?.start ?? Number.POSITIVE_INFINITY
    const isFree = after.sessions.get(id)?.locked !== true && begins > context.now
    return !isFixed.has(id) && (isLost.has(id) || isFree)
  }
  const staying = [...after.placements.values()].filter(
    ({ sessionId }) => !isLost.has(sessionId) && !isFixed.has(sessionId),
  )
  const spots = new Map(staying.map((placement) => [placement.sessionId, spotOf(placement)]))
  const chosen = fixed.flatMap(({ sessionId, to }) => {
    const spot = spotAt(after, context, sessionId, to)
    return spot === null ? [] : [[sessionId, spot] as const]
  })
  const tables = new Tables(after, spots)
  const evicted = new Set<SessionId>()
  for (const [sessionId, spot] of chosen) {
    for (const other of tables.inTheWay(sessionId, spot).filter(mayMove)) {
      tables.put(other, undefined)
      evicted.add(other)
    }
    tables.put(sessionId, spot)
  }
  const standing = [...tables.spots].filter(([id]) => !mayMove(id))
  const homeless = [...displaced.filter((id) => !isFixed.has(id)), ...evicted]
  return {
    tables,
    homeless,
    fewestHomeless: lackingCells(after, tables, homeless.length, context),
    ground: withSpots(after, new Map(standing), context),
    mayMove,
  }
}
