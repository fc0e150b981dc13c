import type { Board, Session } from './board.ts'
import type { Context } from './context.ts'
import { type CellRef, cellKey } from './ids.ts'
import { isBlocked, judge, placing } from './judge.ts'
import { limits } from './limits.ts'

/** Lower is better: cells kept for nobody, then the same slot elsewhere, the same room at the nearest time, any by time. */
type Candidate = readonly [kept: number, kind: number, distance: number, spare: number, order: number, cell: CellRef]

/** The team may use any reserved cell, and is still shown the open ones first. */
const isKeptForOthers = (board: Board, session: Session, { roomId, slotId }: CellRef): boolean => {
  const use = board.cells.get(cellKey(roomId, slotId))?.use
  return use?.type === 'reserved' && (use.collectiveId === null || use.collectiveId !== session.collectiveId)
}

const candidatesOf = (
  board: Board,
  session: Session,
  wanted: CellRef | null,
  context: Context,
): readonly Candidate[] => {
  const rooms = [...board.rooms.values()].filter((room) => room.kind !== 'continuous')
  const expected = session.expected ?? context.interest(session.id)
  const from = wanted === null ? undefined : board.slots.get(wanted.slotId)
  const present = board.placements.get(session.id)
  const found: Candidate[] = []
  for (const slot of board.slots.values()) {
    if (slot.kind !== 'open' || slot.start <= context.now) continue
    rooms.forEach((room, order) => {
      if (room.id === wanted?.roomId && slot.id === wanted.slotId) return
      if (room.id === present?.roomId && slot.id === present.slotIds[0]) return
      const kind = slot.id === wanted?.slotId ? 0 : room.id === wanted?.roomId ? 1 : 2
      const distance = from === undefined ? slot.start : Math.abs(slot.start - from.start)
      const spare = (room.capacity ?? expected) - expected
      const kept = isKeptForOthers(board, session, { roomId: room.id, slotId: slot.id }) ? 1 : 0
      found.push([
        kept,
        kind,
        distance,
        spare < 0 ? Number.MAX_SAFE_INTEGER : spare,
        order,
        { roomId: room.id, slotId: slot.id },
      ])
    })
  }
  return found.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || a[3] - b[3] || a[4] - b[4])
}

/**
 * Cells where this session may go, best first: those with no finding before those with hints; among them cells that are
 * kept for nobody, then the wanted
 * slot in another room, then the wanted room at the nearest time, then the nearest time anywhere; tight rooms first.
 * Only slots to come, and never where the session is already. Stops looking as soon as `limit` spotless cells are found.
 */
export const alternatives = (
  board: Board,
  session: Session,
  wanted: CellRef | null,
  context: Context,
  limit: number = limits.alternatives,
): readonly CellRef[] => {
  const spotless: CellRef[] = []
  const hinted: CellRef[] = []
  for (const [, , , , , cell] of candidatesOf(board, session, wanted, context)) {
    if (spotless.length >= limit) break
    const attempt = placing({ board, context }, session, cell)
    if (attempt === null) continue
    const findings = judge(attempt)
    if (isBlocked(findings)) continue
    if (findings.length === 0) spotless.push(cell)
    else hinted.push(cell)
  }
  return [...spotless, ...hinted].slice(0, limit)
}
