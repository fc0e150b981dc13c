import type { Board, Session } from '../board.ts'
import type { Context, Torn } from '../context.ts'
import type { SessionId } from '../ids.ts'
import { insideOf } from '../together.ts'
import { parallelTo } from './parallel.ts'
import { asksPlace, nothing, type Place, type Rule } from './rule.ts'

/** Where it is held tears nobody. */
type Time = Pick<Place, 'slots' | 'start' | 'end'>

const order: readonly Torn[] = ['none', 'few', 'some', 'many']

/** What else can be gone to then: the other sessions of the time, and what is held inside them. */
const elsewhere = (board: Board, together: readonly SessionId[], time: Time): readonly SessionId[] => {
  const { ids } = parallelTo(board, time)
  const [first] = together
  // Most are held alone, and a whole board is asked at once.
  if (together.length === 1) return first !== undefined && ids.includes(first) ? ids.filter((id) => id !== first) : ids
  return together.some((id) => ids.includes(id)) ? ids.filter((id) => !together.includes(id)) : ids
}

/** How torn the people are whom a session interests, if it is held then; of sessions held together, the most torn. */
export const tornAt = (board: Board, session: Session, place: Time, { torn }: Pick<Context, 'torn'>): Torn => {
  if (torn === undefined) return 'none'
  const together = [session.id, ...insideOf(board, session.id).map(({ id }) => id)]
  const others = elsewhere(board, together, place)
  if (others.length === 0) return 'none'
  if (together.length === 1) return torn(session.id, place.slots, others)
  const found = together.map((id) => order.indexOf(torn(id, place.slots, others)))
  return order[Math.max(...found)] ?? 'none'
}

/** B21: people whom a session interests need not choose between it and another; said as a word, never who nor how many. */
export const audienceTorn: Rule = {
  id: 'audience-torn',
  number: 'B21',
  check: (attempt) => {
    const { board, context, session, place } = attempt
    if (session === null || place === null || !asksPlace(attempt)) return nothing
    const torn = tornAt(board, session, place, context)
    return torn === 'some' || torn === 'many' ? [{ torn }] : nothing
  },
  sentence: {
    fr: ({ torn }) =>
      `${torn === 'many' ? 'Beaucoup' : 'Assez'} de télescopage : un autre sujet de cette heure intéresse les mêmes personnes.`,
    en: ({ torn }) =>
      `${torn === 'many' ? 'Much' : 'Some'} overlap: another session at that time interests the same people.`,
  },
}
