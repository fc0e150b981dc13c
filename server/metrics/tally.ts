/** How often each of a few words came; grows only. */
export class Tally<K extends string> {
  readonly #counts = new Map<K, number>()

  add(word: K): void {
    this.#counts.set(word, this.of(word) + 1)
  }

  of(word: K): number {
    return this.#counts.get(word) ?? 0
  }

  /** Words with their counts, those that came at least once. */
  get entries(): Iterable<readonly [K, number]> {
    return this.#counts
  }
}
