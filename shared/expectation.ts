import type { Board, Session } from './board.ts'
import type { Context } from './context.ts'
import { smallestCount } from './interest.ts'
import { insideOf } from './together.ts'

/** How many people a session may draw. */
export interface Expectation {
  /** To compare with a room's places. */
  readonly people: number
  /** To say with "about": the host's own figure, or a round one that is never below `people`. */
  readonly said: number
}

/** Each session counts as having had ten votes, so that the first few stars of a new one do not fill the hall. */
const votesTakenForGranted = 10

/** Up to the next 5, above a hundred to the next 10: a guess that is said to the person sounds like a promise. */
const roundUp = (people: number): number => {
  const step = people < 10 ? 1 : people <= 100 ? 5 : 10
  return Math.ceil(people / step) * step
}

/**
 * The interest, corrected for late arrival: of the votes cast since a session is there, the part that it got, applied to
 * all votes. Who proposes late is then no less expected than who came first.
 */
const fromInterest = (board: Board, session: Session, { interest, votes }: Context): number => {
  const stars = interest(session.id)
  if (stars < smallestCount || votes === undefined) return stars
  const since = votes.all - votes.before(session.id) + votesTakenForGranted * board.sessions.size
  return since <= 0 ? stars : Math.round((stars / since) * votes.all)
}

const ofOne = (board: Board, session: Session, context: Context): Expectation | null => {
  if (session.expected !== null) return { people: session.expected, said: session.expected }
  const people = fromInterest(board, session, context)
  return people < smallestCount ? null : { people, said: roundUp(people) }
}

/**
 * How many people are expected: the host's figure, or else the interest shown, corrected for late arrival. Of sessions
 * that are held together, the largest. Null where nobody said and hardly anybody is interested: few are never counted.
 */
export const expectationOf = (board: Board, session: Session, context: Context): Expectation | null => {
  let largest = ofOne(board, session, context)
  for (const inside of insideOf(board, session.id)) {
    const one = ofOne(board, inside, context)
    if (one !== null && (largest === null || one.people > largest.people)) largest = one
  }
  return largest
}
