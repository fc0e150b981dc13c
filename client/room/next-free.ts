import type { Board, Slot } from '../../shared/board.ts'
import { gridOf } from '../../shared/grid.ts'
import type { RoomId } from '../../shared/ids.ts'
import { datesOf } from '../../shared/slots.ts'
import type { Instant } from '../../shared/time.ts'

/** The next slot of a room, on this day or a later one, that has not begun and that anybody may claim. */
export const nextFreeSlot = (board: Board, roomId: RoomId, now: Instant): Slot | null => {
  for (const date of datesOf(board)) {
    for (const { slot, cells } of gridOf(board, date).rows) {
      const cell = cells.get(roomId)
      if (slot.start > now && cell?.type === 'free' && cell.use.type === 'open') return slot
    }
  }
  return null
}
