import { type Accessor, createSignal } from 'solid-js'
import type { Entry } from '../../shared/events.ts'
import type { ForumSlug } from '../../shared/ids.ts'
import type { ForumStore } from '../sync/forum-store.ts'

/** What was written while this device was away, up to one entry of a forum's log. */
export interface HeardAway {
  readonly slug: ForumSlug
  readonly epoch: string
  readonly until: number
  readonly entries: readonly Entry[]
}

/** Explains nothing. */
const nothing: HeardAway = { slug: '', epoch: '', until: -1, entries: [] }

const [heardAway, setHeardAway] = createSignal(nothing)

/**
 * Reactive: what was fetched of the time in which this device was away, where somebody asked for it; of this forum only. A
 * page begins with a board, which tells nothing of who did what to it.
 */
export const useHeardAway =
  (forum: Pick<ForumStore, 'slug' | 'epoch'>): Accessor<HeardAway> =>
  () =>
    heardAway().slug === forum.slug && heardAway().epoch === forum.epoch() ? heardAway() : nothing

/** These were written while this device was away. */
export const hearAway = (heard: HeardAway): void => {
  setHeardAway(heard)
}
