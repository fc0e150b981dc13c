import type { Board, CellUse, Slot } from '../../shared/board.ts'
import { gridOf } from '../../shared/grid.ts'
import type { RoomId, SessionId } from '../../shared/ids.ts'
import type { Instant, LocalDate } from '../../shared/time.ts'

/** One line of a room's day on paper. */
export interface ProgrammeLine {
  readonly slot: Slot
  readonly what:
    | { readonly type: 'session'; readonly sessionId: SessionId; readonly until: Instant }
    | { readonly type: 'common' }
    | { readonly type: 'free'; readonly use: CellUse }
    | { readonly type: 'closed' }
}

/** A room's day as it is printed on its door; a session of several slots is one line. */
export const programmeOf = (board: Board, roomId: RoomId, date: LocalDate): readonly ProgrammeLine[] =>
  gridOf(board, date).rows.flatMap(({ slot, cells }): readonly ProgrammeLine[] => {
    if (slot.kind === 'common') return [{ slot, what: { type: 'common' } }]
    const cell = cells.get(roomId)
    switch (cell?.type) {
      case 'session': {
        const until = board.placements.get(cell.sessionId)?.end ?? slot.end
        return [{ slot, what: { type: 'session', sessionId: cell.sessionId, until } }]
      }
      case 'free':
        return [{ slot, what: { type: 'free', use: cell.use } }]
      case 'closed':
        return [{ slot, what: { type: 'closed' } }]
      // Covered by a session above, held by one of an overlapping slot, or a room without cells.
      default:
        return []
    }
  })
