import type { Entry } from '../../shared/events.ts'
import type { PersonId, SessionId } from '../../shared/ids.ts'
import type { Person } from '../../shared/protocol.ts'
import type { Instant } from '../../shared/time.ts'
import { type BoardState, emptyState } from './board-store.ts'
import type { Connection, LoadState } from './forum-store.ts'
import { noStars, type StarState } from './star-store.ts'

/** Everything that a phone knows of a forum at one moment; a new value at each change, never changed in place. */
export interface ForumView {
  readonly load: LoadState
  readonly connection: Connection
  readonly state: BoardState
  readonly stars: StarState
  readonly entries: readonly Entry[]
  readonly people: ReadonlyMap<PersonId, Person>
  readonly counts: ReadonlyMap<SessionId, number>
  readonly here: number
  readonly you: Person | null
  /** Whether the server has said who this device is; before, `you` means nothing yet. */
  readonly isKnown: boolean
  readonly freshAt: Instant
}

export const emptyView: ForumView = {
  load: 'loading',
  connection: { type: 'connecting' },
  state: emptyState,
  stars: noStars,
  entries: [],
  people: new Map(),
  counts: new Map(),
  here: 0,
  you: null,
  isKnown: false,
  freshAt: 0,
}

export const peopleById = (people: readonly Person[]): ReadonlyMap<PersonId, Person> =>
  new Map(people.map((person) => [person.id, person]))

/** Names that changed, and people who were erased. */
export const withPeople = (view: ForumView, people: readonly Person[], gone: readonly PersonId[]): ForumView => {
  const next = new Map([...view.people, ...peopleById(people)])
  for (const id of gone) next.delete(id)
  return { ...view, people: next }
}

/** Counts that changed; the server's word replaces what was shown ahead of it. */
export const withCounts = (view: ForumView, counts: Readonly<Record<SessionId, number>>): ForumView => ({
  ...view,
  counts: new Map([...view.counts, ...Object.entries(counts)]),
})
