import type { Board, Offer, OfferKind, Session } from './board.ts'
import type { Actor } from './context.ts'
import type { PersonId, SessionId } from './ids.ts'
import type { Instant } from './time.ts'
import { hostsOf, insideOf } from './together.ts'

/** An offer can be answered until the very instant at which it expires. */
export const isOpenOffer = ({ expiresAt }: Offer, now: Instant): boolean => now < expiresAt

/**
 * Whether somebody agrees to an offer in this session's name: its hosts; the team where nobody hosts it, and for all
 * sessions where the forum's mode lets the team decide (O1).
 */
export const speaksFor = (board: Board, session: Session, { personId, role }: Actor): boolean => {
  const hosts = hostsOf(board, session)
  if (hosts.includes(personId)) return true
  return role === 'facilitator' && (hosts.length === 0 || board.frame.mode !== 'open-space')
}

const hosts = (board: Board, sessionId: SessionId, personId: PersonId): boolean => {
  const session = board.sessions.get(sessionId)
  return session !== undefined && hostsOf(board, session).includes(personId)
}

/** Whether the first session's own hosts made it; otherwise the team did, and both sides are asked. */
export const isHostsOwn = (board: Board, { fromId, by }: Offer): boolean => hosts(board, fromId, by)

/** The sessions whose hosts may answer: the side that was offered something, or both where the team proposed it. */
export const askedIn = (board: Board, offer: Offer): readonly SessionId[] =>
  isHostsOwn(board, offer) ? [offer.toId] : [offer.fromId, offer.toId]

/** Offers as one person meets them, those that end first before the others. */
export interface OwnOffers {
  /** Their answer is awaited. */
  readonly incoming: readonly Offer[]
  /** They made it, or agreed to it, and the answer of others is awaited. */
  readonly outgoing: readonly Offer[]
}

/** What is open now between the sessions that somebody hosts and others, and what they proposed as the team. */
export const offersFor = (board: Board, personId: PersonId, now: Instant): OwnOffers => {
  const open = [...board.offers.values()]
    .filter((offer) => isOpenOffer(offer, now))
    .sort((a, b) => a.expiresAt - b.expiresAt || (a.id < b.id ? -1 : 1))
  const isAsked = (offer: Offer): boolean =>
    askedIn(board, offer).some((id) => !offer.agreed.includes(id) && hosts(board, id, personId))
  const isOwn = ({ by, agreed }: Offer): boolean => by === personId || agreed.some((id) => hosts(board, id, personId))
  return {
    incoming: open.filter(isAsked),
    outgoing: open.filter((offer) => !isAsked(offer) && isOwn(offer)),
  }
}

/** What can be offered from one session to another as they are placed now; whether the rules allow it is asked later. */
export const kindsBetween = (board: Board, from: Session, to: Session): readonly OfferKind[] => {
  if (from.id === to.id || from.merged !== null || to.merged !== null) return []
  const isPlaced = board.placements.has(from.id)
  const kinds: readonly (readonly [OfferKind, boolean])[] = [
    ['swap', isPlaced && board.placements.has(to.id)],
    ['merge', insideOf(board, from.id).length === 0],
    ['yield', isPlaced],
  ]
  return kinds.flatMap(([kind, isPossible]) => (isPossible ? [kind] : []))
}
