import type { Instant, Interval } from '../../shared/time.ts'

/** How much of an interval has passed, from 0 to 1, in hundredths: finer would redraw for nothing that is seen. */
export const elapsedShare = ({ start, end }: Interval, now: Instant): number => {
  if (end <= start) return now < start ? 0 : 1
  return Math.round(Math.min(1, Math.max(0, (now - start) / (end - start))) * 100) / 100
}
