import type { Entry } from '../../shared/events.ts'

/** The last entries of a forum, kept at hand so that a phone that was away for a minute costs no database read. */
export class RecentEntries {
  readonly #capacity: number
  #entries: Entry[] = []

  constructor(capacity: number) {
    this.#capacity = capacity
  }

  add(entries: readonly Entry[]): void {
    this.#entries.push(...entries)
    // Cut at twice the capacity, so that the list is not copied at every entry.
    if (this.#entries.length >= 2 * this.#capacity) this.#entries = this.#entries.slice(-this.#capacity)
  }

  /**
   * Those with `after` < seq ≤ `upTo`, or null where some of them are gone: the phone then takes the snapshot again.
   * A span wider than the capacity is always null, so that a resume is bounded.
   */
  between(after: number, upTo: number): readonly Entry[] | null {
    if (after > upTo || upTo - after > this.#capacity) return null
    if (after === upTo) return []
    const first = this.#entries[0]?.seq
    if (first === undefined || after + 1 < first) return null
    return this.#entries.slice(after + 1 - first, upTo + 1 - first)
  }

  at(seq: number): Entry | undefined {
    const first = this.#entries[0]?.seq
    return first === undefined ? undefined : this.#entries[seq - first]
  }
}
