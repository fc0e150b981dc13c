import type { Board, Offer } from '../../shared/board.ts'
import { isHostsOwn } from '../../shared/offers.ts'
import { typeset } from '../../shared/words.ts'
import type { OffersWords } from '../i18n/fr/offers.ts'

const titlesOf = (board: Board, { fromId, toId }: Offer): readonly [string, string] => [
  typeset(board.sessions.get(fromId)?.title ?? ''),
  typeset(board.sessions.get(toId)?.title ?? ''),
]

/** What somebody is asked, as a heading; by the team it is asked of both sides. */
export const askedHeading = (t: OffersWords, board: Board, offer: Offer, who: string): string =>
  isHostsOwn(board, offer) ? t.asks[offer.kind](who) : t.teamAsked[offer.kind](...titlesOf(board, offer))

/** What one asked of others, as a heading. */
export const sentHeading = (t: OffersWords, board: Board, offer: Offer): string =>
  isHostsOwn(board, offer)
    ? t.asked[offer.kind](titlesOf(board, offer)[1])
    : t.teamAsked[offer.kind](...titlesOf(board, offer))
