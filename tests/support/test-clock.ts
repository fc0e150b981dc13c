import type { Clock } from '../../server/clock.ts'
import type { Instant } from '../../shared/time.ts'

/** A clock that can be set ahead of another, by so many milliseconds. */
export const shiftable = (clock: Clock): Clock & { ahead: number } => {
  const shifted = { ...clock, ahead: 0, now: () => clock.now() + shifted.ahead }
  return shifted
}

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
