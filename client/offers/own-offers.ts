import type { Board, Offer } from '../../shared/board.ts'
import type { BoardEvent, Entry } from '../../shared/events.ts'
import type { OfferId, PersonId, SessionId } from '../../shared/ids.ts'
import { askedIn, offersFor } from '../../shared/offers.ts'
import type { Instant } from '../../shared/time.ts'
import { hostsOf } from '../../shared/together.ts'
import { unreachable } from '../../shared/unreachable.ts'
import type { Ending } from './ending.ts'

/** An offer of one's own as this device last saw it: enough to say what came of it when it is gone from the board. */
export interface OwnOffer {
  readonly id: OfferId
  readonly expiresAt: Instant
  /** Those that may answer, the one that it was offered to last; their titles, for they may be gone too. */
  readonly asked: readonly (readonly [SessionId, string])[]
  /** How many sides agree so far, one's own among them, and the word of who would rather talk. */
  readonly agreed: number
  readonly talk: string | null
}

const ownOffer = (board: Board, offer: Offer): OwnOffer => ({
  id: offer.id,
  expiresAt: offer.expiresAt,
  asked: askedIn(board, offer).map((id) => [id, board.sessions.get(id)?.title ?? ''] as const),
  agreed: offer.agreed.length,
  talk: offer.talk,
})

/** The offers of one's own that are open on a board. */
export const ownOffersOn = (board: Board, you: PersonId, now: Instant): readonly OwnOffer[] =>
  offersFor(board, you, now).outgoing.map((offer) => ownOffer(board, offer))

/** Whether a board tells that something came of an offer since it was last seen. */
export const hasNews = (board: Board, { id, expiresAt, agreed, talk }: OwnOffer, now: Instant): boolean => {
  const offer = board.offers.get(id)
  return offer === undefined || expiresAt <= now || offer.agreed.length > agreed || offer.talk !== talk
}

/** What was answered to an offer, and by whom. */
export type Told = Extract<BoardEvent, { readonly type: 'offer-ended' | 'offer-talked' | 'offer-agreed' }> &
  Pick<Entry, 'by'>

/** The last answer to each offer. */
export const toldIn = (entries: readonly Entry[]): ReadonlyMap<OfferId, Told> =>
  new Map(
    entries.flatMap(({ events, by }) =>
      events.flatMap((event): readonly (readonly [OfferId, Told])[] =>
        event.type === 'offer-ended' || event.type === 'offer-talked' || event.type === 'offer-agreed'
          ? [[event.offerId, { ...event, by }]]
          : [],
      ),
    ),
  )

/** Of the session that it was made to. */
const titleOf = ({ asked }: OwnOffer): string => asked.at(-1)?.[1] ?? ''

/** The session in whose name somebody answered. */
const answeredFor = (board: Board, { asked }: OwnOffer, by: PersonId): string | undefined =>
  asked.find(([id]) => {
    const session = board.sessions.get(id)
    return session !== undefined && hostsOf(board, session).includes(by)
  })?.[1]

const howOf = (told: Told): Ending['how'] | null => {
  switch (told.type) {
    case 'offer-talked':
      return 'talked'
    case 'offer-agreed':
      return 'agreed'
    case 'offer-ended':
      return told.how === 'withdrawn' ? null : told.how
    default:
      return unreachable(told)
  }
}

/** What an answer comes to; null where one gave it oneself, or where it was taken back on one's own side. */
export const answered = (board: Board, offer: OwnOffer, told: Told, you: PersonId, at: Instant): Ending | null => {
  const how = howOf(told)
  if (how === null || told.by === you) return null
  const agreedTo =
    told.type === 'offer-agreed' ? offer.asked.find(([id]) => told.sessionIds.includes(id))?.[1] : undefined
  const title = agreedTo ?? answeredFor(board, offer, told.by) ?? titleOf(offer)
  return { offerId: offer.id, how, by: told.by, title, word: told.word ?? '', at }
}

/** What was answered to an offer that ended without agreement: by others, or as its card said last. */
const firstAnswer = (
  { talk }: OwnOffer,
  told: Told | undefined,
  you: PersonId,
): Pick<Ending, 'by' | 'word' | 'first'> => {
  if (told !== undefined && told.type !== 'offer-ended' && told.by !== you) {
    return { by: told.by, word: told.word ?? '', first: told.type === 'offer-talked' ? 'talked' : 'agreed' }
  }
  return talk === null ? { by: null, word: '' } : { by: null, word: talk, first: 'talked' }
}

/** It ended, and nobody ended it by an answer. @param told the last answer that it had before, where that is known */
export const unanswered = (
  offer: OwnOffer,
  how: 'moved' | 'expired' | 'closed',
  told: Told | undefined,
  you: PersonId,
  at: Instant,
): Ending => ({ offerId: offer.id, how, title: titleOf(offer), at, ...firstAnswer(offer, told, you) })

/** What was written while this device was away, as far as the server still has it at hand. */
export interface Missed {
  readonly entries: readonly Entry[]
  /** Whether nothing before them is missing. */
  readonly isWhole: boolean
}

/**
 * What came of an offer while this device was away; null where there is nothing to tell of it.
 * @param missed null where the server has none of it at hand any more
 */
export const endedAway = (
  board: Board,
  offer: OwnOffer,
  missed: Missed | null,
  you: PersonId,
  now: Instant,
): Ending | null => {
  const told = toldIn(missed?.entries ?? []).get(offer.id)
  const [isThere, isLate] = [board.offers.has(offer.id), offer.expiresAt <= now]
  const isOpen = isThere && !isLate
  if (told !== undefined && (told.type === 'offer-ended' || isOpen)) return answered(board, offer, told, you, now)
  // The rest, its card says.
  if (isOpen) return null
  // Where an earlier answer was found, what came after it is there too.
  const isClear = isThere || missed?.isWhole === true || told !== undefined
  return unanswered(offer, isClear ? (isLate ? 'expired' : 'moved') : 'closed', told, you, now)
}
