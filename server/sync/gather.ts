import type { Instant } from '../../shared/time.ts'
import type { Cancel, Clock } from '../clock.ts'

interface Planned {
  readonly due: Instant
  readonly cancel: Cancel
}

/**
 * Runs `flush` at once when nothing was flushed for `window`, else when the window is over: rarely, and never late. Who asks
 * may let it wait for more, for a window at most.
 */
export class Gather {
  readonly #clock: Clock
  readonly #window: number
  readonly #flush: () => void
  #last: Instant | null = null
  #planned: Planned | null = null

  constructor(clock: Clock, window: number, flush: () => void) {
    this.#clock = clock
    this.#window = window
    this.#flush = flush
  }

  /** There is something to flush, which may wait for `patience` milliseconds, and for no longer than the window. */
  ask(patience = 0): void {
    const now = this.#clock.now()
    const latest = now + this.#window
    const opens = this.#last === null ? now : this.#last + this.#window
    // Where the wall clock was set back nothing is held longer than the window: a plan runs by a timer, which did not notice.
    const due = Math.min(Math.max(opens, now + patience), latest)
    if (this.#planned !== null && (this.#planned.due <= due || this.#planned.due > latest)) return
    this.stop()
    if (due <= now) this.#run()
    else this.#planned = { due, cancel: this.#clock.after(due - now, () => this.#run()) }
  }

  /** Flushes what was asked for without waiting for the window. */
  hurry(): void {
    if (this.#planned !== null) this.#run()
  }

  stop(): void {
    this.#planned?.cancel()
    this.#planned = null
  }

  #run(): void {
    this.stop()
    this.#last = this.#clock.now()
    this.#flush()
  }
}
