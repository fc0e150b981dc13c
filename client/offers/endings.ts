import { createSignal, untrack } from 'solid-js'
import type { OfferId } from '../../shared/ids.ts'
import { HOUR, type Instant } from '../../shared/time.ts'
import type { ForumStore } from '../sync/forum-store.ts'
import type { Ending } from './ending.ts'

/** Milliseconds after which an ending that nobody looked at is no news. */
const stale = 24 * HOUR

const hows: Readonly<Record<Ending['how'], true>> = {
  accepted: true,
  declined: true,
  agreed: true,
  talked: true,
  moved: true,
  expired: true,
  closed: true,
}

const isEnding = (value: unknown): value is Ending => {
  if (typeof value !== 'object' || value === null) return false
  const { offerId, how, by, title, word, at } = value as Record<keyof Ending, unknown>
  if (typeof how !== 'string' || !Object.hasOwn(hows, how)) return false
  return [offerId, title, word, by ?? ''].every((each) => typeof each === 'string') && typeof at === 'number'
}

/** The endings that this device keeps under a name, without those that are no news any more. */
export const readEndings = (storage: Pick<Storage, 'getItem'>, key: string, now: Instant): readonly Ending[] => {
  try {
    const kept: unknown = JSON.parse(storage.getItem(key) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isEnding).filter(({ at }) => now - at < stale) : []
  } catch {
    return []
  }
}

/** With these too; of one offer the last, for what was agreed may be declined after all. */
export const withEndings = (kept: readonly Ending[], more: readonly Ending[]): readonly Ending[] => [
  ...kept.filter(({ offerId }) => !more.some((ending) => ending.offerId === offerId)),
  ...more,
]

const [endings, setEndings] = createSignal<readonly Ending[]>([])

/** Reactive: what came of one's own offers, as long as one has not said that it was understood. */
export const useEndings = () => endings

/** Whose, and of which forum. */
type Asker = Pick<ForumStore, 'slug' | 'you' | 'now'>

const keyOf = (forum: Asker): string => `answers ${forum.slug} ${untrack(forum.you)?.id ?? ''}`

// Another page of this device may have told or put away some: what is kept is read first each time.
const change = (forum: Asker, next: (kept: readonly Ending[]) => readonly Ending[]): void => {
  const changed = next(readEndings(localStorage, keyOf(forum), untrack(forum.now)))
  setEndings(changed)
  try {
    if (changed.length === 0) localStorage.removeItem(keyOf(forum))
    else localStorage.setItem(keyOf(forum), JSON.stringify(changed))
  } catch {
    // A full or forbidden storage: this page still has them.
  }
}

/** Shows what whoever has this device now was told and has not put away. */
export const recallEndings = (forum: Asker): void => change(forum, (kept) => kept)

/** Shows these too, also after a reload. */
export const addEndings = (forum: Asker, more: readonly Ending[]): void =>
  change(forum, (kept) => withEndings(kept, more))

/** They were understood. */
export const dropEndings = (forum: Asker, ids: readonly OfferId[]): void =>
  change(forum, (kept) => kept.filter(({ offerId }) => !ids.includes(offerId)))
