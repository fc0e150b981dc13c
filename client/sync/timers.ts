/** Timers as an argument, so that tests turn the clock by hand. Each returns what cancels it. */
export interface Timers {
  /** Milliseconds, never going back; its zero means nothing. */
  now(): number
  after(milliseconds: number, act: () => void): () => void
}

export const browserTimers: Timers = {
  now: () => performance.now(),
  after: (milliseconds, act) => {
    const timer = setTimeout(act, milliseconds)
    return () => clearTimeout(timer)
  },
}
