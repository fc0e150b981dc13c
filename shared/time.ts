/** Milliseconds since 1970-01-01T00:00Z. The clock is always an argument: nothing in `shared` reads it. */
export type Instant = number

/** A calendar day of the forum's own time zone, "2024-07-03". */
export type LocalDate = string

/** A time of day in the forum's own time zone, "14:30". */
export type LocalTime = string

/** Half-open: `start` is inside, `end` is not, so that touching intervals do not overlap. */
export interface Interval {
  readonly start: Instant
  readonly end: Instant
}

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** True where two half-open intervals share an instant. Touching ones (10–11, 11–12) do not. */
export const overlap = (a: Interval, b: Interval): boolean => a.start < b.end && b.start < a.end

/** True where `at` lies in the half-open interval. */
export const contains = (interval: Interval, at: Instant): boolean => interval.start <= at && at < interval.end
