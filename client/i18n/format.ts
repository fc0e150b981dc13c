import type { Language } from '../../shared/language.ts'
import type { Instant, Interval, LocalDate } from '../../shared/time.ts'

/** British English writes the day before the month and counts 24 hours, as the rest of the product does. */
const locales: Readonly<Record<Language, string>> = { fr: 'fr-FR', en: 'en-GB' }
const formatters = new Map<string, Intl.DateTimeFormat>()

const formatter = (
  language: Language,
  timeZone: string,
  name: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat => {
  const key = `${language} ${timeZone} ${name}`
  const kept = formatters.get(key)
  if (kept !== undefined) return kept
  const made = new Intl.DateTimeFormat(locales[language], { ...options, timeZone })
  formatters.set(key, made)
  return made
}

/** "14:05" in the forum's zone, on a 24-hour clock. */
export const timeText = (at: Instant, timeZone: string, language: Language): string =>
  formatter(language, timeZone, 'time', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at)

/** "14:05:09", for clocks. */
export const clockText = (at: Instant, timeZone: string, language: Language): string =>
  formatter(language, timeZone, 'clock', {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).format(at)

/** "11:00 – 12:00". */
export const intervalText = (interval: Interval, timeZone: string, language: Language): string =>
  `${timeText(interval.start, timeZone, language)} – ${timeText(interval.end, timeZone, language)}`

/** Noon in UTC of a calendar day, which every formatter here reads back in UTC as the same day. */
const noon = (date: LocalDate): Instant => Date.parse(`${date}T12:00:00Z`)

/** "mercredi 3 juillet". */
export const dayText = (date: LocalDate, language: Language): string =>
  formatter(language, 'UTC', 'day', { weekday: 'long', day: 'numeric', month: 'long' }).format(noon(date))

/** "mer. 3 juil.", for tabs. */
export const shortDayText = (date: LocalDate, language: Language): string =>
  formatter(language, 'UTC', 'short-day', { weekday: 'short', day: 'numeric', month: 'short' }).format(noon(date))

/** "mercredi 3 juillet à 11:30", in the forum's zone. */
export const momentText = (at: Instant, timeZone: string, language: Language): string => {
  const day = formatter(language, timeZone, 'moment', { weekday: 'long', day: 'numeric', month: 'long' }).format(at)
  const joiner = language === 'fr' ? 'à' : 'at'
  return `${day} ${joiner} ${timeText(at, timeZone, language)}`
}

/** "1 h 30", "45 min". */
export const durationText = (milliseconds: number): string => {
  const minutes = Math.round(milliseconds / 60_000)
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (hours === 0) return `${rest} min`
  return rest === 0 ? `${hours} h` : `${hours} h ${String(rest).padStart(2, '0')}`
}
