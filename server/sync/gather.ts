import type { Instant } from '../../shared/time.ts'
import type { Cancel, Clock } from '../clock.ts'

/** Runs `flush` at once when nothing was flushed for `window`, else when the window is over: rarely, and never late. */
export class Gather {
  readonly #clock: Clock
  readonly #window: number
  readonly #flush: () => void
  #last: Instant | null = null
  #planned: Cancel | null = null

  constructor(clock: Clock, window: number, flush: () => void) {
    this.#clock = clock
    this.#window = window
    this.#flush = flush
  }

  /** There is something to flush. */
  ask(): void {
    if (this.#planned !== null) return
    const wait = this.#last === null ? 0 : this.#last + this.#window - this.#clock.now()
    if (wait <= 0) this.#run()
    // A wall clock that was set back must not hold anything longer than the window.
    else this.#planned = this.#clock.after(Math.min(wait, this.#window), () => this.#run())
  }

  /** Flushes what was asked for without waiting for the window. */
  hurry(): void {
    if (this.#planned !== null) this.#run()
  }

  stop(): void {
    this.#planned?.()
    this.#planned = null
  }

  #run(): void {
    this.stop()
    this.#last = this.#clock.now()
    this.#flush()
  }
}
