/** How long a piece of long work may hold the event loop before it lets others go first, in milliseconds. */
const sliceMilliseconds = 2

/** What a breath is made of; another one in tests. */
export interface BreathParts {
  /** Milliseconds of a clock that only goes forward. */
  readonly now: () => number
  /** Resolves when all that waited for the event loop had its turn. */
  readonly turn: () => Promise<void>
}

const real: BreathParts = {
  now: () => performance.now(),
  turn: () => new Promise((resolve) => setImmediate(resolve)),
}

/**
 * Lets long work share the event loop: ask before each step whether the slice is spent, and wait where it is. A step itself
 * must be far shorter than a slice.
 */
export class Breath {
  readonly #parts: BreathParts
  #since: number

  constructor(parts: BreathParts = real) {
    this.#parts = parts
    this.#since = parts.now()
  }

  /** Null as long as the slice lasts, so that a short step costs nothing; else wait for it. */
  take(): Promise<void> | null {
    return this.#parts.now() - this.#since < sliceMilliseconds ? null : this.#turn()
  }

  /** After waiting for something else: a new slice begins. */
  begin(): void {
    this.#since = this.#parts.now()
  }

  async #turn(): Promise<void> {
    await this.#parts.turn()
    this.begin()
  }
}
