import type { Board, Offer, Session } from '../board.ts'
import type { Context } from '../context.ts'
import { accept, type Decision, refuse, unlessBlocked } from '../decision.ts'
import type { BoardEvent } from '../events.ts'
import type { SessionId } from '../ids.ts'
import { isBlocked, refusing } from '../judge.ts'
import { limits } from '../limits.ts'
import { askedIn, isOpenOffer } from '../offers.ts'
import { type Instant, MINUTE } from '../time.ts'
import { cleanLine } from '../words.ts'
import { mayAgree, refusalBy } from './consent.ts'
import { exchange } from './exchange.ts'
import type { AnswerOffer, MakeOffer, WithdrawOffer } from './offers.schema.ts'

/** The forum's minutes, and never beyond the start of a slot that is concerned and has not begun (O5). */
const expiryOf = (board: Board, ids: readonly SessionId[], now: Instant): Instant => {
  const starts = ids.flatMap((id) => board.placements.get(id)?.start ?? []).filter((start) => start > now)
  return Math.min(now + board.rules.offerMinutes * MINUTE, ...starts)
}

/** Whether two offers want the same; who of two would swap first makes no difference. */
const isSame = (a: Offer, b: Offer): boolean => {
  if (a.kind !== b.kind) return false
  if (a.fromId === b.fromId && a.toId === b.toId) return true
  return a.kind === 'swap' && a.fromId === b.toId && a.toId === b.fromId
}

const faultOf = (board: Board, offer: Offer, now: Instant): Decision | null => {
  const open = [...board.offers.values()].filter((other) => isOpenOffer(other, now))
  if (open.some((other) => other.id === offer.id || isSame(other, offer))) {
    return refuse('already-exists', { what: 'offer' })
  }
  const limit = limits.offersPerPerson
  return open.filter(({ by }) => by === offer.by).length >= limit ? refuse('too-many', { limit }) : null
}

const isAgreed = ({ fromId, toId }: Offer, agreed: readonly SessionId[]): boolean =>
  agreed.includes(fromId) && agreed.includes(toId)

/** What the answer says beside yes or no; nothing where nothing is left of it. */
const said = (word: string | undefined): { readonly word?: string } => {
  const cleaned = cleanLine(word ?? '')
  return cleaned === '' ? {} : { word: cleaned }
}

/**
 * What happens when a further side agrees: the exchange itself where it was the last one, else that it is noted. Both only
 * where nothing refuses the exchange now; what merely asks for a reason is asked of the last one.
 */
const agreeing = (
  board: Board,
  offer: Offer,
  agreed: readonly SessionId[],
  context: Context,
  noted: readonly BoardEvent[],
  word: { readonly word?: string } = {},
): Decision => {
  const wished = exchange(board, offer, context)
  if (typeof wished === 'string') return refuse(wished)
  const { events, findings } = wished
  const isLast = isAgreed(offer, agreed)
  const worst = isLast ? refusing(findings, context) : isBlocked(findings) ? findings[0] : undefined
  if (worst !== undefined) return { type: 'refused', refusal: refusalBy(worst, findings) }
  if (!isLast) return accept(noted, findings)
  const made = noted.filter(({ type }) => type === 'offer-made')
  return accept([...made, { type: 'offer-ended', offerId: offer.id, how: 'accepted', ...word }, ...events], findings)
}

const asEdit = (board: Board, session: Session, context: Context, events: readonly BoardEvent[]): Decision =>
  unlessBlocked({ board, context, action: 'edit', session, before: session, place: null }, events)

/**
 * A host of the first session offers, or the team does in anybody's name (O1). Whoever speaks for both sessions needs
 * nobody's answer: it takes effect in this entry.
 */
export const decideOffer = (board: Board, command: MakeOffer, context: Context): Decision => {
  const { offerId, kind, fromId, toId } = command
  const { actor, now } = context
  const from = board.sessions.get(fromId)
  const to = board.sessions.get(toId)
  if (from === undefined || to === undefined) return refuse('unknown-session')
  const mayOffer = asEdit(board, from, context, [])
  if (mayOffer.type === 'refused') return mayOffer
  const agreed = [from, to].filter((session) => mayAgree(board, session, context)).map(({ id }) => id)
  const offer: Offer = {
    id: offerId,
    kind,
    fromId,
    toId,
    by: actor.personId,
    madeAt: now,
    expiresAt: expiryOf(board, [fromId, toId], now),
    word: cleanLine(command.word ?? ''),
    agreed,
    talk: null,
  }
  return faultOf(board, offer, now) ?? agreeing(board, offer, agreed, context, [{ type: 'offer-made', offer }])
}

/** Who acts answers for these sessions, or why they may not answer at all. */
const answering = (board: Board, offer: Offer, context: Context): readonly SessionId[] | Decision => {
  const asked = askedIn(board, offer).flatMap((id) => board.sessions.get(id) ?? [])
  const sides = asked.filter((session) => mayAgree(board, session, context)).map(({ id }) => id)
  if (sides.length > 0) return sides
  const [side] = asked
  if (side === undefined) return refuse('unknown-offer')
  return context.actor.role === 'facilitator' ? refuse('hosts-decide') : asEdit(board, side, context, [])
}

/** The hosts of the other session answer; of both, where the team proposed it (O2). */
export const decideAnswerOffer = (board: Board, command: AnswerOffer, context: Context): Decision => {
  const { offerId, answer } = command
  const offer = board.offers.get(offerId)
  if (offer === undefined) return refuse('unknown-offer')
  if (!isOpenOffer(offer, context.now)) return refuse('offer-over')
  const sides = answering(board, offer, context)
  if ('type' in sides) return sides
  switch (answer) {
    case 'decline':
      return accept([{ type: 'offer-ended', offerId, how: 'declined', ...said(command.word) }])
    case 'talk':
      return accept([{ type: 'offer-talked', offerId, word: cleanLine(command.word ?? '') }])
    case 'accept': {
      const sessionIds = sides.filter((id) => !offer.agreed.includes(id))
      if (sessionIds.length === 0) return refuse('already-exists', { what: 'offer' })
      const word = said(command.word)
      const noted: BoardEvent = { type: 'offer-agreed', offerId, sessionIds, ...word }
      return agreeing(board, offer, [...offer.agreed, ...sessionIds], context, [noted], word)
    }
    default:
      return answer satisfies never
  }
}

/** Who made it takes it back, or another host of its first session, or the team (O3). */
export const decideWithdrawOffer = (board: Board, { offerId }: WithdrawOffer, context: Context): Decision => {
  const offer = board.offers.get(offerId)
  const from = board.sessions.get(offer?.fromId ?? '')
  if (offer === undefined || from === undefined) return refuse('unknown-offer')
  if (!isOpenOffer(offer, context.now)) return refuse('offer-over')
  const ended: BoardEvent = { type: 'offer-ended', offerId, how: 'withdrawn' }
  return offer.by === context.actor.personId ? accept([ended]) : asEdit(board, from, context, [ended])
}
