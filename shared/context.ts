import type { Role } from './board.ts'
import type { PersonId, SessionId } from './ids.ts'
import type { Instant } from './time.ts'

/** Who acts: the identity of the peer, never something its payload says. */
export interface Actor {
  readonly personId: PersonId
  readonly role: Role
}

/** All that a decision may look at beside the board and the command. */
export interface Context {
  readonly actor: Actor
  /** Server time. */
  readonly now: Instant
  /** How many people starred a session. */
  readonly interest: (sessionId: SessionId) => number
}
