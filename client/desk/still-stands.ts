import type { Board } from '../../shared/board.ts'
import { type CellRef, cellKey, type SessionId } from '../../shared/ids.ts'
import { occupancyOf } from '../../shared/occupancy.ts'
import { sameValue } from '../../shared/same-value.ts'
import { overlap } from '../../shared/time.ts'

/** What a plan moves: these sessions, and the cells that it sends them to. */
export interface Moving {
  readonly sessions: Iterable<SessionId>
  readonly cells: Iterable<CellRef>
}

/** All of a cell that matters to whoever goes there. */
const cellOn = (board: Board, { roomId, slotId }: CellRef) => {
  const slot = board.slots.get(slotId)
  const held =
    slot === undefined
      ? []
      : occupancyOf(board)
          .inRoom(roomId)
          .filter((placement) => overlap(placement, slot))
  return [board.rooms.get(roomId), slot, board.cells.get(cellKey(roomId, slotId))?.use, held]
}

/**
 * Whether a plan that was made for one board is still one for another: nothing that it moves was touched, neither its
 * sessions and their places, nor who holds its cells, nor what the rules are.
 */
export const stillStands = (before: Board, now: Board, { sessions, cells }: Moving): boolean => {
  if (before === now) return true
  if (!sameValue(before.rules, now.rules) || before.frame.mode !== now.frame.mode) return false
  for (const id of sessions) {
    if (!sameValue(before.sessions.get(id), now.sessions.get(id))) return false
    if (!sameValue(before.placements.get(id), now.placements.get(id))) return false
  }
  for (const cell of cells) if (!sameValue(cellOn(before, cell), cellOn(now, cell))) return false
  return true
}
