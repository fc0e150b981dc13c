import type { Board, CellUse } from '../../shared/board.ts'
import type { Command } from '../../shared/commands/command.schema.ts'
import type { CellRef, RoomId, SlotId } from '../../shared/ids.ts'
import { localTime } from '../../shared/zone.ts'

/** Commands that set some of the board's cells as they are on it. */
const cellsAgain = (board: Board, isWanted: (cell: CellRef) => boolean): readonly Command[] => {
  const byUse = new Map<string, { use: CellUse; cells: CellRef[] }>()
  for (const { cell, use } of board.cells.values()) {
    if (!isWanted(cell)) continue
    const key = JSON.stringify(use)
    const group = byUse.get(key) ?? { use, cells: [] }
    group.cells.push(cell)
    byUse.set(key, group)
  }
  return [...byUse.values()].map(({ use, cells }) => ({ type: 'set-cells', cells, use }))
}

/** The rooms that are there now with one more: the last one if it was that, else before the nearest that it stood before. */
const placeAgain = (before: Board, roomId: RoomId, now: Board): readonly RoomId[] => {
  const ids = [...now.rooms.keys()].filter((id) => id !== roomId)
  const known = [...before.rooms.keys()]
  const ahead = known.slice(known.indexOf(roomId) + 1).find((id) => ids.includes(id))
  return ids.toSpliced(ahead === undefined ? ids.length : ids.indexOf(ahead), 0, roomId)
}

/**
 * What would bring a room back as it is on this board: itself, its place among the others, and what its cells are for.
 * @param now the board that it comes back to, where rooms may have come and gone meanwhile
 */
export const restoreRoom = (board: Board, roomId: RoomId, now: Board = board): readonly Command[] => {
  const room = board.rooms.get(roomId)
  if (room === undefined) return []
  const { id, features, ...rest } = room
  return [
    { type: 'add-room', roomId: id, features: [...features], ...rest },
    { type: 'order-rooms', roomIds: [...placeAgain(board, roomId, now)] },
    ...cellsAgain(board, (cell) => cell.roomId === roomId),
  ]
}

/** What would bring a slot back as it is on this board. */
export const restoreSlot = (board: Board, slotId: SlotId): readonly Command[] => {
  const slot = board.slots.get(slotId)
  if (slot === undefined) return []
  const { timeZone } = board.frame
  const { date, kind, label } = slot
  const [start, end] = [localTime(slot.start, timeZone), localTime(slot.end, timeZone)]
  return [
    { type: 'add-slot', slotId, date, start, end, kind, label },
    ...cellsAgain(board, (cell) => cell.slotId === slotId),
  ]
}
