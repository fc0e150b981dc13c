import type { Entry } from '../../shared/events.ts'
import type { PersonId } from '../../shared/ids.ts'
import type { ForumView } from './forum-view.ts'
import type { Timers } from './timers.ts'

/** Names are sent within a second of the entries that bear them; after this many milliseconds one is missing. */
const namesFollow = 2000

/**
 * A server that began anew while this phone was away no longer knows which names it missed: they are asked for, once each.
 * @returns to be called with each batch of new entries
 */
export const watchNames = (timers: Timers, view: () => ForumView, takeSnapshot: () => void) => {
  /** People whose names were asked for once: somebody erased has none. */
  const strangers = new Set<PersonId>()
  const isByStranger = ({ by }: Entry) => !view().people.has(by)
  const ask = () => {
    const nameless = view().entries.filter(isByStranger)
    if (!nameless.some(({ by }) => !strangers.has(by))) return
    for (const { by } of nameless) strangers.add(by)
    takeSnapshot()
  }
  return (fresh: readonly Entry[]): void => {
    if (fresh.some(isByStranger)) timers.after(namesFollow, ask)
  }
}
