import type { ForumSlug } from '../../shared/ids.ts'
import { slugOf } from '../../shared/words.ts'

/** First parts of addresses that are not a forum's. */
const reserved: ReadonlySet<string> = new Set(['api', 'assets', 'new', 'example', 'metrics', 'icons', 'index', 'sw'])

/** What may be a forum's address: what `slugOf` makes of a name. */
export const isSlug = (text: string): boolean => text !== '' && text === slugOf(text) && !reserved.has(text)

/** Addresses to try for a forum of this name, the plain one first. */
export function* slugsFor(name: string): Generator<ForumSlug> {
  const base = slugOf(name) || 'forum'
  if (!reserved.has(base)) yield base
  for (let n = 2; ; n += 1) yield `${base}-${n}`
}
