import type { Board, CellUse } from '../../shared/board.ts'
import type { Command } from '../../shared/commands/command.schema.ts'
import type { CellRef, RoomId, SessionId, SlotId } from '../../shared/ids.ts'
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

/** What would bring a room back as it is on this board: itself and what its cells are for. It comes back as the last one. */
export const restoreRoom = (board: Board, roomId: RoomId): readonly Command[] => {
  const room = board.rooms.get(roomId)
  if (room === undefined) return []
  const { id, features, ...rest } = room
  return [
    { type: 'add-room', roomId: id, features: [...features], ...rest },
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

/** What would bring a session back as it is on this board: proposed for its hosts, pinned where it was, locked if it was. */
export const restoreSession = (board: Board, sessionId: SessionId): readonly Command[] => {
  const session = board.sessions.get(sessionId)
  if (session === undefined) return []
  const { id, locked, hosts, tags, needs, links, ...rest } = session
  const placement = board.placements.get(sessionId)
  const [slotId] = placement?.slotIds ?? []
  return [
    {
      type: 'propose',
      sessionId: id,
      hosts: [...hosts],
      tags: [...tags],
      needs: [...needs],
      links: [...links],
      ...rest,
    },
    ...(placement === undefined || slotId === undefined
      ? []
      : [{ type: 'claim', sessionId: id, roomId: placement.roomId, slotId } as const]),
    ...(locked ? [{ type: 'lock', sessionId: id } as const] : []),
  ]
}
