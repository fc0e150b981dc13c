import { createSignal, untrack } from 'solid-js'
import type { OfferId } from '../../shared/ids.ts'
import { HOUR, type Instant } from '../../shared/time.ts'
import type { ForumStore } from '../sync/forum-store.ts'
import type { Ending } from './ending.ts'

/** Milliseconds after which an ending that nobody looked at is no news. */
const stale = 24 * HOUR

/** Of two that are told of one offer the weightier is the last word; an answer ends it for good. */
const weights: Readonly<Record<Ending['how'], number>> = {
  agreed: 0,
  talked: 0,
  moved: 1,
  expired: 1,
  closed: 1,
  accepted: 2,
  declined: 2,
}

const isEnding = (value: unknown): value is Ending => {
  if (typeof value !== 'object' || value === null) return false
  const { offerId, how, by, title, word, first, at } = value as Record<keyof Ending, unknown>
  if (first !== undefined && first !== 'talked' && first !== 'agreed') return false
  if (typeof how !== 'string' || !Object.hasOwn(weights, how)) return false
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

const isWeightier = (a: Ending, b: Ending): boolean => weights[a.how] > weights[b.how]

/** With these too; of one offer the last, for what was agreed may be declined after all, but no lesser one. */
export const withEndings = (kept: readonly Ending[], more: readonly Ending[]): readonly Ending[] => {
  const added = more.filter(
    (ending) => !kept.some((each) => each.offerId === ending.offerId && isWeightier(each, ending)),
  )
  return [...kept.filter(({ offerId }) => !added.some((ending) => ending.offerId === offerId)), ...added]
}

/** Whether it says more than what was said of the same offer: another answer as long as it was open, or how it ended. */
export const isNews = (said: readonly Ending[], ending: Ending): boolean =>
  said.every((each) => {
    if (each.offerId !== ending.offerId || isWeightier(ending, each)) return true
    return weights[ending.how] + weights[each.how] === 0 && (each.how !== ending.how || each.word !== ending.word)
  })

const [endings, setEndings] = createSignal<readonly Ending[]>([])

/** Reactive: what came of one's own offers, as long as one has not said that it was understood. */
export const useEndings = () => endings

/** Whose, and of which forum. */
type Asker = Pick<ForumStore, 'slug' | 'you' | 'now'>

const keyOf = (forum: Asker): string => `answers ${forum.slug} ${untrack(forum.you)?.id ?? ''}`

/** Of those that were said, or put away: no page of this device says them again. */
const saidKey = (forum: Asker): string => `said ${keyOf(forum)}`

const read = (forum: Asker, key: string): readonly Ending[] => readEndings(localStorage, key, untrack(forum.now))

/** @returns whether they are kept */
const write = (key: string, list: readonly Ending[]): boolean => {
  try {
    if (list.length === 0) localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify(list))
    return true
  } catch {
    return false
  }
}

/** A full or forbidden storage keeps none: then only this page has them. */
let isKept = true

const show = (forum: Asker, list: readonly Ending[]): void => {
  setEndings(list)
  isKept = write(keyOf(forum), list)
}

// Another page of this device may have told or put away some: what is kept is read first each time.
const change = (forum: Asker, next: (shown: readonly Ending[]) => readonly Ending[]): void =>
  show(forum, next(isKept ? read(forum, keyOf(forum)) : untrack(endings)))

const unsaid = (forum: Asker, some: readonly Ending[]): readonly Ending[] => {
  const said = read(forum, saidKey(forum))
  return some.filter((ending) => isNews(said, ending))
}

const markSaid = (forum: Asker, some: readonly Ending[]): void => {
  write(saidKey(forum), withEndings(read(forum, saidKey(forum)), some))
}

/** Shows what whoever has this device now was told and has not put away. */
export const recallEndings = (forum: Asker): void => {
  show(forum, read(forum, keyOf(forum)))
  // What is no news any more is not kept for ever either.
  markSaid(forum, [])
}

/** Shows what other pages of this device are told or put away. @returns how to stop that */
export const followEndings = (forum: Asker): (() => void) => {
  const recall = ({ key }: StorageEvent) => {
    if (key === null || key === keyOf(forum)) setEndings(read(forum, keyOf(forum)))
  }
  window.addEventListener('storage', recall)
  return () => window.removeEventListener('storage', recall)
}

/** Shows these too, also after a reload, but for those that were said on this device before. */
export const addEndings = (forum: Asker, more: readonly Ending[]): void =>
  change(forum, (shown) => withEndings(shown, unsaid(forum, more)))

/** Those that no page of this device has said yet; from now on, this one has. */
export const sayEndings = (forum: Asker, some: readonly Ending[]): readonly Ending[] => {
  const news = unsaid(forum, some)
  markSaid(forum, news)
  return news
}

/** They were understood. */
export const dropEndings = (forum: Asker, ids: readonly OfferId[]): void =>
  change(forum, (shown) => {
    const understood = shown.filter(({ offerId }) => ids.includes(offerId))
    markSaid(forum, understood)
    return shown.filter((ending) => !understood.includes(ending))
  })
