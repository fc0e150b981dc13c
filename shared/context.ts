import type { Board, Role, Slot } from './board.ts'
import type { PersonId, SessionId } from './ids.ts'
import type { Instant } from './time.ts'
import type { Undoable } from './undoable.ts'

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
  /** Why it is done although a rule may ask for a reason; cleaned, not empty. */
  readonly reason?: string
  /** All stars of the forum, and how many of them were older than a session. Left out: no late arrival is corrected. */
  readonly votes?: Votes
  /** Whether somebody said that they can't be there then. Left out: nobody did. */
  readonly isAway?: (personId: PersonId, slots: readonly Slot[]) => boolean
  /** Of those whom a session interests, how many one of the others of these slots interests too. Left out: none. */
  readonly torn?: (sessionId: SessionId, slots: readonly Slot[], others: readonly SessionId[]) => Torn
  /** The actor's own last action, while it can still be undone. The server's; a phone does not predict an undo. */
  readonly undoable?: Undoable
  /** The board at the seq that a restore names. The server's, and the desk's for its preview. */
  readonly past?: Board
}

export interface Votes {
  readonly all: number
  readonly before: (sessionId: SessionId) => number
}

/** How torn an audience is, as a word; `none` also below three people, who would be easy to guess. */
export type Torn = 'none' | 'few' | 'some' | 'many'

/** Somebody who is named and is known not to be of this forum; who acts always is. */
export const isStranger = ({ actor, isPerson }: Context, personId: PersonId): boolean =>
  personId !== actor.personId && isPerson?.(personId) === false
