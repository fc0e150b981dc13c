import type { Entry } from '../../shared/events.ts'
import type { PersonId, SessionId } from '../../shared/ids.ts'
import type { Person, Snapshot } from '../../shared/protocol.ts'
import type { Instant } from '../../shared/time.ts'
import { applySnapshot, type BoardState, emptyState } from './board-state.ts'
import type { Connection, LoadState, Trouble } from './forum-store.ts'
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
  /** How many stars of the forum were older than a session; what is not named had none before it. */
  readonly votesBefore: Readonly<Record<SessionId, number>>
  readonly here: number
  readonly you: Person | null
  /** Whether the server has said who this device is; before, `you` means nothing yet. */
  readonly isKnown: boolean
  /** Something else than our server answers: the page of a Wi-Fi that wants to be signed in to. */
  readonly isPortal: boolean
  readonly trouble: Trouble
  readonly freshAt: Instant
}

export const noTrouble: Trouble = { readOnly: false, mismatch: false }

export const emptyView: ForumView = {
  load: 'loading',
  connection: { type: 'connecting' },
  state: emptyState,
  stars: noStars,
  entries: [],
  people: new Map(),
  counts: new Map(),
  votesBefore: {},
  here: 0,
  you: null,
  isKnown: false,
  isPortal: false,
  trouble: noTrouble,
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

/** The board as a snapshot tells it; what waits for an answer goes on waiting. */
export const withSnapshot = (view: ForumView, snapshot: Snapshot, freshAt: Instant): ForumView => ({
  ...view,
  load: 'ready',
  state: applySnapshot(view.state, snapshot),
  people: peopleById(snapshot.people),
  counts: new Map(Object.entries(snapshot.counts)),
  votesBefore: snapshot.votesBefore ?? {},
  isPortal: false,
  freshAt,
})

/**
 * The device is this person's. What somebody else asked for on it stays theirs: it is neither shown nor sent as this
 * person's.
 */
export const withYou = (view: ForumView, you: Person | null): ForumView => {
  const isOurs = ({ by }: { readonly by?: PersonId | undefined }) => by === undefined || by === you?.id
  const { state, stars } = view
  return {
    ...view,
    you,
    isKnown: true,
    state: { ...state, pending: state.pending.filter(isOurs) },
    stars: { ...stars, pending: stars.pending.filter(isOurs) },
  }
}
