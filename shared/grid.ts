import type { Board, CellUse, Placement, Room, Session, Slot } from './board.ts'
import { cellKey, type RoomId, type SessionId, type SlotId } from './ids.ts'
import { slotsOf } from './slots.ts'
import { type LocalDate, overlap } from './time.ts'
import { carrierOf } from './together.ts'

/** What one cell of the grid shows. */
export type GridCell =
  /** A session starts here and takes `span` rows of the table. */
  | { readonly type: 'session'; readonly sessionId: SessionId; readonly span: number }
  /** A later row of the session above; its card reaches over it. */
  | { readonly type: 'covered'; readonly sessionId: SessionId }
  /** Nothing is claimed here by name, but a session of an overlapping slot holds the room. */
  | { readonly type: 'busy'; readonly sessionId: SessionId }
  | { readonly type: 'free'; readonly use: CellUse }
  | { readonly type: 'closed' }

/** A slot and what its cells show; a common slot is a full-width row and has none. */
export interface GridRow {
  readonly slot: Slot
  readonly cells: ReadonlyMap<RoomId, GridCell>
}

/** One day of the board as a table. */
export interface Grid {
  readonly date: LocalDate
  /** The columns. */
  readonly rooms: readonly Room[]
  /** Open all day, without cells. */
  readonly continuous: readonly Room[]
  readonly rows: readonly GridRow[]
}

const openCell: CellUse = { type: 'open' }

const cellAt = (board: Board, held: readonly Placement[], slots: readonly Slot[], room: Room, slot: Slot): GridCell => {
  const named = held.find((placement) => placement.slotIds.includes(slot.id))
  if (named !== undefined) {
    const { sessionId, slotIds } = named
    if (slotIds[0] !== slot.id) return { type: 'covered', sessionId }
    const from = slots.findIndex(({ id }) => id === slot.id)
    const to = slots.findIndex(({ id }) => id === slotIds.at(-1))
    return { type: 'session', sessionId, span: to - from + 1 }
  }
  const other = held.find((placement) => overlap(placement, slot))
  if (other !== undefined) {
    const inside = isBetween(slots, other.slotIds, slot.id)
    return { type: inside ? 'covered' : 'busy', sessionId: other.sessionId }
  }
  const use = board.cells.get(cellKey(room.id, slot.id))?.use ?? openCell
  return use.type === 'closed' ? { type: 'closed' } : { type: 'free', use }
}

/** Whether a row lies between the first and the last row of a card that spans several. */
const isBetween = (slots: readonly Slot[], slotIds: readonly SlotId[], slotId: SlotId): boolean => {
  const rowOf = (id: SlotId | undefined): number => slots.findIndex((slot) => slot.id === id)
  const row = rowOf(slotId)
  return rowOf(slotIds[0]) < row && row < rowOf(slotIds.at(-1))
}

/** One day as every surface draws it: board, wall, desk, print. */
export const gridOf = (board: Board, date: LocalDate): Grid => {
  const slots = slotsOf(board, date)
  const all = [...board.rooms.values()]
  const rooms = all.filter((room) => room.kind !== 'continuous')
  const heldBy = new Map<RoomId, Placement[]>(rooms.map((room) => [room.id, []]))
  for (const placement of board.placements.values()) heldBy.get(placement.roomId)?.push(placement)
  const rows = slots.map((slot) => ({
    slot,
    cells: new Map<RoomId, GridCell>(
      slot.kind === 'common'
        ? []
        : rooms.map((room) => [room.id, cellAt(board, heldBy.get(room.id) ?? [], slots, room, slot)]),
    ),
  }))
  return { date, rooms, continuous: all.filter((room) => room.kind === 'continuous'), rows }
}

/**
 * Sessions without a placement: the tray; one that is held inside another is on that one's card. By title, since nobody is
 * right for being first.
 */
export const parkedSessions = (board: Board): readonly Session[] =>
  [...board.sessions.values()]
    .filter((session) => !board.placements.has(session.id) && carrierOf(board, session) === session)
    .sort((a, b) => a.title.localeCompare(b.title, 'fr') || (a.id < b.id ? -1 : 1))
