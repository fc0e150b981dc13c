import type { Clock } from '../../server/clock.ts'
import type { Instant } from '../../shared/time.ts'

/** A clock that runs like the wall's, from another moment on: for tests over real sockets. */
export const runningClock = (start: Instant): Clock => {
  const begun = performance.now()
  return {
    now: () => start + Math.floor(performance.now() - begun),
    after: (milliseconds, run) => {
      const timer = setTimeout(run, milliseconds)
      return () => clearTimeout(timer)
    },
  }
}
