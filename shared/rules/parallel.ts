import type { Board, Placement, Session } from '../board.ts'
import type { CollectiveId, PersonId, SessionId } from '../ids.ts'
import { occupancyOf } from '../occupancy.ts'
import { recently } from '../recently.ts'
import type { Interval } from '../time.ts'
import { hostsOf, insideOf } from '../together.ts'
import { foldText } from '../words.ts'

/** What is held during an interval, by what rules ask of it: who hosts, for whom, about what. */
export interface Parallel {
  /** Every session that is held then, those inside others too. */
  readonly ids: readonly SessionId[]
  readonly byHost: ReadonlyMap<PersonId, readonly Session[]>
  readonly byCollective: ReadonlyMap<CollectiveId, readonly Session[]>
  /** By folded tag; what is held inside a session is about its subjects too. */
  readonly byTag: ReadonlyMap<string, readonly Session[]>
}

/** Tags as people wrote them, by their folded form. */
export type Tags = ReadonlyMap<string, string>

const knownTags = new WeakMap<Session, Tags>()

const ownTags = (session: Session): Tags => {
  let tags = knownTags.get(session)
  if (tags === undefined) {
    tags = new Map(session.tags.map((tag) => [foldText(tag), tag]))
    knownTags.set(session, tags)
  }
  return tags
}

/** What is held together is about the subjects of all of it. */
export const tagsOf = (board: Board, session: Session): Tags => {
  const inside = insideOf(board, session.id)
  return inside.length === 0 ? ownTags(session) : new Map([session, ...inside].flatMap((one) => [...ownTags(one)]))
}

const noCollective: readonly CollectiveId[] = []

/** Made when it is first asked for: a claim on a board that nobody else asks about needs one of them at most. */
const lazily = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

const indexBy = <K, V>(items: readonly V[], keysOf: (item: V) => Iterable<K>): ReadonlyMap<K, readonly V[]> => {
  const index = new Map<K, V[]>()
  for (const item of items) {
    for (const key of keysOf(item)) {
      const found = index.get(key)
      if (found === undefined) index.set(key, [item])
      else found.push(item)
    }
  }
  return index
}

const parallelOf = (board: Board, placements: readonly Placement[]): Parallel => {
  const held = placements.flatMap(({ sessionId }) => board.sessions.get(sessionId) ?? [])
  const ids = lazily(() => held.flatMap(({ id }) => [id, ...insideOf(board, id).map((inside) => inside.id)]))
  const byHost = lazily(() => indexBy(held, (session) => hostsOf(board, session)))
  const byCollective = lazily(() =>
    indexBy(held, ({ collectiveId }) => (collectiveId === null ? noCollective : [collectiveId])),
  )
  const byTag = lazily(() => indexBy(held, (session) => tagsOf(board, session).keys()))
  return {
    get ids() {
      return ids()
    },
    get byHost() {
      return byHost()
    },
    get byCollective() {
      return byCollective()
    },
    get byTag() {
      return byTag()
    },
  }
}

interface Known {
  readonly sessions: Board['sessions']
  readonly parallel: Parallel
}

/** By the list that the board's occupancy keeps for the interval: a new version of the placements has new lists. */
const known = recently((_: Board['placements']) => new Map<readonly Placement[], Known>())

/** What is held during an interval; worked out once for each interval of each version of the board. */
export const parallelTo = (board: Board, interval: Interval): Parallel => {
  const placements = occupancyOf(board).during(interval)
  const lists = known(board.placements)
  let found = lists.get(placements)
  if (found?.sessions !== board.sessions) {
    found = { sessions: board.sessions, parallel: parallelOf(board, placements) }
    lists.set(placements, found)
  }
  return found.parallel
}
