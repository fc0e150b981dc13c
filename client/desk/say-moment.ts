import type { Entry } from '../../shared/events.ts'
import type { Language } from '../../shared/language.ts'
import type { Instant } from '../../shared/time.ts'
import { localDate } from '../../shared/zone.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { deskWords } from '../i18n/desk.ts'
import { dayText, momentText, shortDayText, timeText } from '../i18n/format.ts'
import { useForum } from '../sync/forum-context.tsx'
import type { Choice } from './create-choice.ts'
import type { EntryNames } from './entry-names.ts'
import { entrySentences } from './entry-sentences.ts'

const weekdays = new Map<Language, Intl.DateTimeFormat>()

/** "vendredi 14:32", in the forum's zone: its date stands beside it. */
const weekdayTime = (at: Instant, timeZone: string, language: Language): string => {
  const format = weekdays.get(language) ?? new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' })
  weekdays.set(language, format)
  const noon = Date.parse(`${localDate(at, timeZone)}T12:00:00Z`)
  return `${format.format(noon)} ${timeText(at, timeZone, language)}`
}

/** Says a moment: when it is, and who did what last in it. */
export const useSayMoment = (names: () => EntryNames): ((choice: Choice) => string) => {
  const t = deskWords.use
  const language = useLanguage()
  const forum = useForum()
  const zone = () => forum.frame().timeZone
  const what = (entry: Entry): string => {
    const writing = {
      moment: (instant: number) => momentText(instant, zone(), language()),
      day: (date: string) => dayText(date, language()),
    }
    const [first = '', ...others] = entrySentences(entry, names(), t().log, writing)
    const who = forum.people().get(entry.by)?.name ?? t().log.someone
    return `${who} ${others.length === 0 ? first : t().history.andMore(first, others.length)}`
  }
  return (choice) => {
    const [at, entry] = [choice.at(), choice.entry()]
    const when = choice.isNow() ? t().history.now : weekdayTime(at, zone(), language())
    if (entry === undefined) return when
    const time = timeText(entry.at, zone(), language())
    const date = localDate(entry.at, zone())
    const isThen = time === timeText(at, zone(), language()) && date === localDate(at, zone())
    if (isThen && !choice.isNow()) return t().history.at(when, what(entry))
    const last = date === localDate(at, zone()) ? time : `${shortDayText(date, language())} ${time}`
    return t().history.since(when, last, what(entry))
  }
}
