import { type Instant, MINUTE } from '../../shared/time.ts'

/** How far the next start is, in the grain that people use. */
export type Countdown =
  | { readonly type: 'seconds'; readonly count: number }
  | { readonly type: 'minutes'; readonly count: number }
  /** Too far for counting: the hour says more. */
  | { readonly type: 'at' }

const LONGEST = 90

/** Seconds within the last minute, then minutes rounded up ("in 1 min" is never already over), then the hour. */
export const countdownTo = (start: Instant, now: Instant): Countdown => {
  const left = Math.max(0, start - now)
  if (left < MINUTE) return { type: 'seconds', count: Math.ceil(left / 1000) }
  const minutes = Math.ceil(left / MINUTE)
  return minutes > LONGEST ? { type: 'at' } : { type: 'minutes', count: minutes }
}
