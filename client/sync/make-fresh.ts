import type { Entry } from '../../shared/events.ts'

/**
 * Makes what gives, of the entries that a page has heard, those that came since it was last asked. It goes by the entry, not
 * by its number: a database that was restored begins to count anew.
 */
export const makeFresh = (): ((entries: readonly Entry[]) => readonly Entry[]) => {
  let last: Entry | undefined
  return (entries) => {
    const fresh = last === undefined ? entries : entries.slice(entries.lastIndexOf(last) + 1)
    last = entries.at(-1) ?? last
    return fresh
  }
}
