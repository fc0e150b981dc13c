import type { Board, Placement, Room, Session, Slot } from '../../shared/board.ts'
import type { Context } from '../../shared/context.ts'
import type { PersonId } from '../../shared/ids.ts'
import { type Interval, MINUTE } from '../../shared/time.ts'

/*
 * The rules of placing a second time, naively: from the sentences of RULES.md, without any index, by looking at every
 * session and every quarter of an hour. Slow, and easy to believe.
 */

/** What is judged: a session in a place, by an act or as it stands. */
export interface Case {
  readonly board: Board
  readonly context: Context
  readonly session: Session
  readonly room: Room
  readonly slots: readonly Slot[]
  readonly fits: boolean
  readonly stands: boolean
}

const quarter = 15 * MINUTE

export const meet = (a: Interval, b: Interval): boolean => {
  for (let t = a.start; t < a.end; t += quarter) if (b.start <= t && t < b.end) return true
  return false
}

export const intervalOf = (slots: readonly Slot[]): Interval => ({
  start: slots[0]?.start ?? 0,
  end: slots[slots.length - 1]?.end ?? 0,
})

/** What is asked of a board again and again is worked out once: the schedules of a test are never changed. */
const once = <V>(make: (board: Board) => V): ((board: Board) => V) => {
  const known = new WeakMap<Board, V>()
  return (board) => {
    const found = known.get(board) ?? make(board)
    known.set(board, found)
    return found
  }
}

export const all = once((board): readonly { session: Session; placement: Placement }[] =>
  [...board.placements.values()].flatMap((placement) => {
    const session = board.sessions.get(placement.sessionId)
    return session === undefined ? [] : [{ session, placement }]
  }),
)

const inSession = (board: Board, session: Session): readonly Session[] => [
  session,
  ...[...board.sessions.values()].filter(({ merged }) => merged?.intoId === session.id),
]

const peopleOf = (sessions: readonly Session[]): readonly PersonId[] => [
  ...new Set(sessions.flatMap(({ hosts }) => hosts)),
]

const groups = once((board) => {
  const ids = [...board.sessions.values()].map((session) => {
    const sessions = inSession(board, session)
    return [session, { sessions, people: peopleOf(sessions) }] as const
  })
  return new Map(ids)
})

/** A session and those that are held inside it. */
export const heldTogether = (board: Board, session: Session): readonly Session[] =>
  groups(board).get(session)?.sessions ?? inSession(board, session)

export const people = (board: Board, session: Session): readonly PersonId[] =>
  groups(board).get(session)?.people ?? peopleOf(inSession(board, session))

/** The few words of these schedules, each folded once. */
const folded = new Map<string, string>()

export const fold = (text: string): string => {
  const found = folded.get(text) ?? text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
  folded.set(text, found)
  return found
}

export const others = ({ board, session }: Case) => all(board).filter((other) => other.session.id !== session.id)

export const parallel = (one: Case) => others(one).filter(({ placement }) => meet(placement, intervalOf(one.slots)))

/** What is said of some of its people: you, and that there is somebody else, once each. */
export const whom = ({ context }: Case, persons: readonly PersonId[]): readonly string[] => [
  ...new Set(persons.map((person) => (person === context.actor.personId ? 'you' : 'other'))),
]

export const isTeam = ({ context }: Case): boolean => context.actor.role === 'facilitator'
