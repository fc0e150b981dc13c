import type { Board, Placement, Session } from './board.ts'
import type { PersonId, SessionId } from './ids.ts'
import { overlap } from './time.ts'
import { carrierOf, hostsOf, insideOf } from './together.ts'

/** One step of somebody's path: a session they host or starred, or that holds one inside it. */
export interface PathItem {
  readonly session: Session
  /** What is held inside it: one place, one step. */
  readonly inside: readonly Session[]
  readonly placement: Placement | null
  readonly mine: boolean
  readonly starred: boolean
  /** Other sessions of the path at the same time. */
  readonly clashes: readonly SessionId[]
}

/** "My path": what I host and what I starred, in time order, what is parked last; each with its clashes. */
export const pathOf = (board: Board, personId: PersonId, stars: ReadonlySet<SessionId>): readonly PathItem[] => {
  const chosen = [...board.sessions.values()]
    .filter((session) => carrierOf(board, session) === session)
    .map((session) => {
      const inside = insideOf(board, session.id)
      return {
        session,
        inside,
        placement: board.placements.get(session.id) ?? null,
        mine: hostsOf(board, session).includes(personId),
        starred: stars.has(session.id) || inside.some(({ id }) => stars.has(id)),
      }
    })
    .filter(({ mine, starred }) => mine || starred)
  const startOf = (placement: Placement | null): number => placement?.start ?? Number.POSITIVE_INFINITY
  const clashesOf = (placement: Placement | null): readonly SessionId[] =>
    placement === null
      ? []
      : chosen.flatMap((other) =>
          other.placement !== null &&
          other.placement.sessionId !== placement.sessionId &&
          overlap(other.placement, placement)
            ? [other.session.id]
            : [],
        )
  return chosen
    .map((item) => ({ ...item, clashes: clashesOf(item.placement) }))
    .sort((a, b) => {
      const [x, y] = [startOf(a.placement), startOf(b.placement)]
      return x === y ? a.session.title.localeCompare(b.session.title, 'fr') : x < y ? -1 : 1
    })
}
