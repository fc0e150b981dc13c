import type { Instant } from '../../shared/time.ts'
import type { Cancel, Clock } from '../clock.ts'

interface Planned {
  readonly due: Instant
  readonly cancel: Cancel
}

/** Runs `flush` at once when nothing was flushed for `window`, else when the window is over: rarely, and never late. */
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
    const opens = this.#last === null ? now : this.#last + this.#window
    // A wall clock that was set back must not hold anything longer than the window.
    const due = Math.min(Math.max(opens, now + patience), now + this.#window)
    if (this.#planned !== null && this.#planned.due <= due) return
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
