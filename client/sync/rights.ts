import type { Session } from '../../shared/board.ts'
import type { Person } from '../../shared/protocol.ts'

/**
 * Whether this person is shown the handles of a session. Only what is shown: whether an act is allowed is decided by the
 * rules, with their reasons.
 */
export const maySteer = (session: Session, you: Person | null): boolean => {
  if (you === null) return false
  return you.role === 'facilitator' || (session.hosts.includes(you.id) && !session.locked)
}
