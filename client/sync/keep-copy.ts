import type { ForumSlug } from '../../shared/ids.ts'
import type { Instant } from '../../shared/time.ts'
import { type CopyStore, copyOf } from './board-copy.ts'
import type { ForumView } from './forum-view.ts'
import type { Timers } from './timers.ts'

export interface CopyKeeper {
  /** Looks whether there is something new to keep. */
  see(view: ForumView): void
  /** Keeps it at once: the page may go. */
  hurry(): void
}

/** Milliseconds: changes that come together are written together. */
const together = 2000
/** Milliseconds after which an unchanged board is written again, for the hour at which it was true. */
const again = 60_000

const changed = (before: ForumView | null, next: ForumView): boolean =>
  before === null ||
  before.state.confirmed !== next.state.confirmed ||
  before.people !== next.people ||
  before.counts !== next.counts ||
  before.stars.confirmed !== next.stars.confirmed ||
  before.you !== next.you ||
  next.freshAt - before.freshAt > again

/** Keeps a forum on the device as the server tells it, and only then: never what waits for an answer. */
export const keepCopy = (
  slug: ForumSlug,
  store: CopyStore,
  timers: Timers,
  serverNow: () => Instant,
  deviceNow: () => Instant,
): CopyKeeper => {
  let kept: ForumView | null = null
  let latest: ForumView | null = null
  let isPlanned = false
  const write = () => {
    isPlanned = false
    if (latest === null || !changed(kept, latest)) return
    kept = latest
    // A full disk keeps the older copy.
    store.write(copyOf(slug, latest, serverNow(), deviceNow())).catch(() => undefined)
  }
  return {
    see: (view) => {
      // Before the welcome it is not known whose stars these are.
      if (view.connection.type !== 'live') return
      latest = view
      if (isPlanned || !changed(kept, view)) return
      isPlanned = true
      timers.after(together, write)
    },
    hurry: write,
  }
}
