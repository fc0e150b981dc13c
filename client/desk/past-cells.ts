import type { Board } from '../../shared/board.ts'
import { type CellRef, cellKey, type SessionId } from '../../shared/ids.ts'

/** By cell, the session that is in it. */
const heldCells = (board: Board): ReadonlyMap<string, SessionId> =>
  new Map(
    [...board.placements.values()].flatMap(({ sessionId, roomId, slotIds }) =>
      slotIds.map((slotId) => [cellKey(roomId, slotId), sessionId] as const),
    ),
  )

/** Says of a cell whether it holds somebody else, or nobody, on another board. Cells that are not there any more do not. */
export const differs = (board: Board, other: Board): ((cell: CellRef) => boolean) => {
  const [held, heldThere] = [heldCells(board), heldCells(other)]
  return ({ roomId, slotId }) => {
    const key = cellKey(roomId, slotId)
    return other.rooms.has(roomId) && other.slots.has(slotId) && held.get(key) !== heldThere.get(key)
  }
}
