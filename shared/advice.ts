import type { Context, Torn } from './context.ts'
import type { PersonId, SlotId } from './ids.ts'
import { smallestCount } from './interest.ts'

/** What only the server can say of a session in a slot. */
export interface SlotAdvice {
  /** How torn those would be whom it interests. */
  readonly torn: Torn
  /** Whether somebody who hosts it can't be there. */
  readonly away: boolean
  /** Whether it is the one who asks who can't: they know that of themselves. */
  readonly mine: boolean
}

/**
 * For a card in hand: `GET /api/forums/:slug/sessions/:session/advice`, for its hosts and the team. By the open slots to
 * come, for the session's own length from each of them on.
 */
export interface Advice {
  readonly slots: Readonly<Record<SlotId, SlotAdvice>>
}

/**
 * Of those whom a session interests: below a quarter few are torn, from half on many. One in four is a loss that a host
 * feels in the room; with every second one it is a question of which of the two is held at another time.
 */
const tornShares = { some: 1 / 4, many: 1 / 2 } as const

/**
 * As a word, since nobody is counted out loud; below three people none, for they would be easy to guess.
 * @param torn of those interested, how many something else at that time holds
 * @param interested people interested in the session
 */
export const tornWord = (torn: number, interested: number): Torn => {
  if (torn < smallestCount) return 'none'
  if (torn >= tornShares.many * interested) return 'many'
  return torn >= tornShares.some * interested ? 'some' : 'few'
}

/**
 * What `consider` may ask of a card in hand, from the server's advice for it. Only for the session that it was given for;
 * a slot that it does not name (since it is new, or has begun) says nothing. Where you can't be there yourself, of the
 * others nothing is known.
 * @param you who asked for it
 */
export const adviceContext = ({ slots }: Advice, you: PersonId | null): Required<Pick<Context, 'torn' | 'isAway'>> => {
  const of = (slotId: SlotId | undefined): SlotAdvice | undefined => (slotId === undefined ? undefined : slots[slotId])
  return {
    torn: (_sessionId, [first]) => of(first?.id)?.torn ?? 'none',
    isAway: (personId, [first]) => {
      const said = of(first?.id)
      if (said === undefined) return false
      return personId === you ? said.mine : said.away && !said.mine
    },
  }
}
