import type { Board, Session } from '../../shared/board.ts'
import type { Person } from '../../shared/protocol.ts'
import { hostsOf } from '../../shared/together.ts'

/** Whether somebody is shown what hosts and the team can do with a session; those of what is inside it host it too. */
export const mayAct = (board: Board, session: Session, you: Person | null): boolean => {
  if (you === null) return false
  return you.role === 'facilitator' || (hostsOf(board, session).includes(you.id) && !session.locked)
}
