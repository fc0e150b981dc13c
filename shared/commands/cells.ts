import type { Board } from '../board.ts'
import type { Context } from '../context.ts'
import { byTeam, type Decision, refuse } from '../decision.ts'
import type { SetCells } from './venue.schema.ts'

/** Closing a cell that a session is in is refused; reserving one leaves the session that is there. */
export const decideSetCells = (board: Board, command: SetCells, context: Context): Decision => {
  const { cells, use } = command
  if (use.type === 'reserved' && use.collectiveId !== null && !board.collectives.has(use.collectiveId)) {
    return refuse('unknown-collective')
  }
  for (const { roomId, slotId } of cells) {
    if (!board.rooms.has(roomId)) return refuse('unknown-room')
    if (!board.slots.has(slotId)) return refuse('unknown-slot')
  }
  const placements = [...board.placements.values()]
  const taken = cells.some(({ roomId, slotId }) =>
    placements.some((placement) => placement.roomId === roomId && placement.slotIds.includes(slotId)),
  )
  return use.type === 'closed' && taken
    ? refuse('still-used')
    : byTeam(board, context, [{ type: 'cells-set', cells, use }])
}
