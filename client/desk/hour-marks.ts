import { type Instant, type Interval, MINUTE } from '../../shared/time.ts'
import { localTime } from '../../shared/zone.ts'

/** One line of a ruler of hours. */
export interface Mark {
  readonly at: Instant
  /** "14:00"; empty for the small ones between. */
  readonly label: string
}

/** Labels stand so many minutes apart, the first of these that leaves few enough of them. */
const steps = [15, 30, 60, 120, 180, 240, 360] as const
/** More labels than this, beside the first, run into each other on a phone. */
const most = 5
/** Clocks of every zone are a whole number of these ahead of each other. */
const quarter = 15 * MINUTE

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** The full hours of a stretch of time by the forum's own clocks, or its quarters where it is short, with few enough labels. */
export const hourMarks = ({ start, end }: Interval, timeZone: string): readonly Mark[] => {
  const step = steps.find((minutes) => (end - start) / (minutes * MINUTE) <= most) ?? 360
  const small = Math.min(step, 60)
  const marks: Mark[] = []
  for (let at = Math.ceil(start / quarter) * quarter; at <= end; at += quarter) {
    const time = localTime(at, timeZone)
    const minutes = minutesOf(time)
    if (minutes % small === 0) marks.push({ at, label: minutes % step === 0 ? time : '' })
  }
  return marks
}

/** Where something stands on a ruler, from 0 to 1. */
export const shareOf = (at: Instant, { start, end }: Interval): number =>
  Math.min(1, Math.max(0, (at - start) / (end - start)))

/** A ruler around what was done from the first to the last: whole quarters, and never so short that it says nothing. */
export const rulerOf = (first: Instant, last: Instant): Interval => {
  const start = Math.floor(first / quarter) * quarter
  return { start, end: Math.max(Math.ceil(last / MINUTE) * MINUTE, start + quarter) }
}
