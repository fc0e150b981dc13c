import type { Session } from '../../shared/board.ts'
import type { PersonId } from '../../shared/ids.ts'
import type { Person } from '../../shared/protocol.ts'

/**
 * Whether this person is shown the handles of a session. Only what is shown: whether an act is allowed is decided by the
 * rules, with their reasons.
 * @param hosts all who host what is held there (`hostsOf`), where sessions may be inside it
 */
export const maySteer = (session: Session, you: Person | null, hosts: readonly PersonId[] = session.hosts): boolean => {
  if (you === null) return false
  return you.role === 'facilitator' || (hosts.includes(you.id) && !session.locked)
}
