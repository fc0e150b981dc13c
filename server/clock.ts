import type { Instant } from '../shared/time.ts'

/** Forgets a run that was planned. */
export type Cancel = () => void

/** Time as an argument: tests move it by hand. */
export interface Clock {
  now(): Instant
  /** Runs once, `milliseconds` from now. A planned run alone never keeps the process alive. */
  after(milliseconds: number, run: () => void): Cancel
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds)
    timer.unref()
    return () => clearTimeout(timer)
  },
}
