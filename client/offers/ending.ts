import type { OfferId, PersonId } from '../../shared/ids.ts'
import type { Instant } from '../../shared/time.ts'
import { unreachable } from '../../shared/unreachable.ts'
import { typeset } from '../../shared/words.ts'
import type { OffersWords } from '../i18n/fr/offers.ts'

/** What came of an offer of one's own; `closed` where nobody can say any more how it ended. */
export interface Ending {
  readonly offerId: OfferId
  readonly how: 'accepted' | 'declined' | 'agreed' | 'talked' | 'moved' | 'expired' | 'closed'
  /** Who answered; null where nobody did. A name is looked up when it is shown, for it may be corrected (L4). */
  readonly by: PersonId | null
  /** The session that was answered for. */
  readonly title: string
  readonly word: string
  /** It ended without agreement, but had such an answer before: `by` and `word` are of that one, `by` null where it is not known. */
  readonly first?: 'talked' | 'agreed' | undefined
  /** When it was heard of (server time). */
  readonly at: Instant
}

/** In a sentence, to who made the offer. */
export const endingText = (
  t: OffersWords,
  nameOf: (id: PersonId) => string | undefined,
  { how, by, title, word, first }: Ending,
): string => {
  const who = nameOf(by ?? '') ?? t.someone
  switch (how) {
    case 'accepted':
    case 'declined':
    case 'agreed':
    case 'talked':
      return t.ended[how](who, typeset(title), typeset(word))
    case 'moved':
    case 'expired':
    case 'closed': {
      if (first === undefined) return t.ended[how](typeset(title))
      const ended = t.ended[how === 'expired' ? 'unagreed' : how](typeset(title))
      const before = by === null ? t.theyTalk(typeset(word)) : t.ended.first[first](who, typeset(word))
      return `${ended} ${before}`
    }
    default:
      return unreachable(how)
  }
}
