import { type Instant, type LocalDate, type LocalTime, MINUTE } from './time.ts'

/**
 * Wall-clock arithmetic over `Intl`, which every phone has (`Temporal` is not everywhere yet), so that server and phone
 * share one implementation. It agrees with `Temporal` (`disambiguation: 'compatible'`); a test holds that.
 */
const formatters = new Map<string, Intl.DateTimeFormat>()

const formatterOf = (timeZone: string): Intl.DateTimeFormat => {
  let formatter = formatters.get(timeZone)
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    })
    formatters.set(timeZone, formatter)
  }
  return formatter
}

/** Whether this machine knows the IANA zone ("Europe/Paris"). */
export const isTimeZone = (timeZone: string): boolean => {
  try {
    formatterOf(timeZone)
    return true
  } catch {
    return false
  }
}

const partsAt = (at: Instant, timeZone: string): Map<string, string> =>
  new Map(
    formatterOf(timeZone)
      .formatToParts(at)
      .map((part) => [part.type, part.value]),
  )

/** The calendar day that an instant falls on in the zone. */
export const localDate = (at: Instant, timeZone: string): LocalDate => {
  const parts = partsAt(at, timeZone)
  return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`
}

/** The time of day, in whole minutes, that an instant falls on in the zone. */
export const localTime = (at: Instant, timeZone: string): LocalTime => {
  const parts = partsAt(at, timeZone)
  return `${parts.get('hour')}:${parts.get('minute')}`
}

/** Milliseconds that the zone is ahead of UTC at an instant. */
export const offsetAt = (at: Instant, timeZone: string): number => {
  const part = (name: string): number => Number(partsAt(at, timeZone).get(name))
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'))
  return wall - Math.floor(at / 1000) * 1000
}

const wallMilliseconds = (date: LocalDate, time: LocalTime): number => Date.parse(`${date}T${time}:00Z`)

/**
 * The instant of a wall-clock time. A time that a spring change skips moves forward by the gap; one that an autumn change
 * repeats is the first of the two.
 */
export const instantOf = (date: LocalDate, time: LocalTime, timeZone: string): Instant => {
  const wall = wallMilliseconds(date, time)
  const before = offsetAt(wall - 24 * 60 * MINUTE, timeZone)
  const after = offsetAt(wall + 24 * 60 * MINUTE, timeZone)
  const first = wall - before
  if (before === after || offsetAt(first, timeZone) === before) return first
  const second = wall - after
  return offsetAt(second, timeZone) === after ? second : first
}

/** The day `days` after (or before) another; pure calendar arithmetic. */
export const addDays = (date: LocalDate, days: number): LocalDate =>
  localDate(wallMilliseconds(date, '12:00') + days * 24 * 60 * MINUTE, 'UTC')

/** Whole days from `a` to `b`, negative where `b` is earlier. */
export const daysBetween = (a: LocalDate, b: LocalDate): number =>
  Math.round((wallMilliseconds(b, '12:00') - wallMilliseconds(a, '12:00')) / (24 * 60 * MINUTE))
