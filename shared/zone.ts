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

/** What a clock on the wall shows at an instant, and that reading taken for UTC, in milliseconds. */
interface Reading {
  readonly date: LocalDate
  readonly time: LocalTime
  readonly asUtc: number
}

const read = (at: Instant, timeZone: string): Reading => {
  const parts = new Map(
    formatterOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  )
  const [year, month, day] = [parts.get('year'), parts.get('month'), parts.get('day')]
  const [hour, minute, second] = [parts.get('hour'), parts.get('minute'), parts.get('second')]
  return {
    date: `${year}-${month}-${day}`,
    time: `${hour}:${minute}`,
    asUtc: Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second)),
  }
}

/** Readings are slow, and the few hundred instants at which slots begin and end are read over and over. */
const readings = new Map<string, Reading>()
const keptReadings = 500

const readingAt = (at: Instant, timeZone: string): Reading => {
  const key = `${at} ${timeZone}`
  let reading = readings.get(key)
  if (reading === undefined) {
    reading = read(at, timeZone)
    if (readings.size === keptReadings) readings.clear()
    readings.set(key, reading)
  }
  return reading
}

/** The calendar day that an instant falls on in the zone. */
export const localDate = (at: Instant, timeZone: string): LocalDate => readingAt(at, timeZone).date

/** The time of day, in whole minutes, that an instant falls on in the zone. */
export const localTime = (at: Instant, timeZone: string): LocalTime => readingAt(at, timeZone).time

/** Milliseconds that the zone is ahead of UTC at an instant. */
export const offsetAt = (at: Instant, timeZone: string): number =>
  readingAt(at, timeZone).asUtc - Math.floor(at / 1000) * 1000

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
