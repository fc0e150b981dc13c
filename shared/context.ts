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
  /** Whether somebody is of this forum. Left out where not everyone is known: on a phone, and in a draft. */
  readonly isPerson?: (personId: PersonId) => boolean
}

/** Somebody who is named and is known not to be of this forum; who acts always is. */
export const isStranger = ({ actor, isPerson }: Context, personId: PersonId): boolean =>
  personId !== actor.personId && isPerson?.(personId) === false
