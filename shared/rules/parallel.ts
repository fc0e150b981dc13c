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
  hostedBy(personId: PersonId): readonly Session[]
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
const none: readonly Session[] = []

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

const sessionsAt = (board: Board, placements: readonly Placement[]): readonly Session[] => {
  const held: Session[] = []
  for (const { sessionId } of placements) {
    const session = board.sessions.get(sessionId)
    if (session !== undefined) held.push(session)
  }
  return held
}

const idsAt = (board: Board, held: readonly Session[]): readonly SessionId[] => {
  const ids: SessionId[] = []
  for (const { id } of held) {
    ids.push(id)
    for (const inside of insideOf(board, id)) ids.push(inside.id)
  }
  return ids
}

/** As in `occupancyOf`: a board that changes with every claim is asked about a host or two. */
const patience = 3

/** Each index is made when it is first asked for: a claim needs one of them at most. */
class ParallelSessions implements Parallel {
  readonly board: Board
  readonly #held: readonly Session[]
  #ids: readonly SessionId[] | null = null
  #questions = 0
  #byHost: ReadonlyMap<PersonId, readonly Session[]> | null = null
  #byCollective: Parallel['byCollective'] | null = null
  #byTag: Parallel['byTag'] | null = null

  constructor(board: Board, placements: readonly Placement[]) {
    this.board = board
    this.#held = sessionsAt(board, placements)
  }

  get ids(): readonly SessionId[] {
    this.#ids ??= idsAt(this.board, this.#held)
    return this.#ids
  }

  hostedBy(personId: PersonId): readonly Session[] {
    this.#questions += 1
    if (this.#questions <= patience) {
      return this.#held.filter((session) => hostsOf(this.board, session).includes(personId))
    }
    this.#byHost ??= indexBy(this.#held, (session) => hostsOf(this.board, session))
    return this.#byHost.get(personId) ?? none
  }

  get byCollective(): Parallel['byCollective'] {
    this.#byCollective ??= indexBy(this.#held, ({ collectiveId }) =>
      collectiveId === null ? noCollective : [collectiveId],
    )
    return this.#byCollective
  }

  get byTag(): Parallel['byTag'] {
    this.#byTag ??= indexBy(this.#held, (session) => tagsOf(this.board, session).keys())
    return this.#byTag
  }
}

/** By the list that the board's occupancy keeps for the interval: a new version of the placements has new lists. */
const known = recently((_: Board['placements']) => new Map<readonly Placement[], ParallelSessions>())

/** What is held during an interval; worked out once for each interval of each version of the board. */
export const parallelTo = (board: Board, interval: Interval): Parallel => {
  const placements = occupancyOf(board).during(interval)
  const lists = known(board.placements)
  let found = lists.get(placements)
  if (found?.board.sessions !== board.sessions) {
    found = new ParallelSessions(board, placements)
    lists.set(placements, found)
  }
  return found
}
