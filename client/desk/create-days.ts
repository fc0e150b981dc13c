import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup, untrack } from 'solid-js'
import { HOUR, type Instant, type Interval, type LocalDate, MINUTE } from '../../shared/time.ts'
import { addDays, instantOf, localDate } from '../../shared/zone.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { useForum } from '../sync/forum-context.tsx'
import { fetchMoment } from './desk-http.ts'
import { rulerOf } from './hour-marks.ts'

/** The days of a log, and of each the hours in which something was done. */
export interface Days {
  /** From today back to the day of the first entry. */
  readonly dates: Accessor<readonly LocalDate[]>
  /** When the log begins; now, until the server has said it. */
  readonly first: Accessor<Instant>
  /** The last minute of a day, or of today until now. */
  lastMinuteOf(date: LocalDate): Instant
  /** The minute in which the last thing of a day was done; the last of all, until the server has said it. */
  endOf(date: LocalDate): Instant
  /** From the first thing of that day to the last, or to now. What the server has not said yet is guessed. */
  rulerOf(date: LocalDate): Interval
}

/** Hours of a day of which nothing is known. */
const usualOn = (midnight: Instant): Interval => ({ start: midnight + 8 * HOUR, end: midnight + 20 * HOUR })

/** Asks the server when a log begins and, of each day that is looked at, in which hours something was done. */
export const createDays = (): Days => {
  const forum = useForum()
  const language = useLanguage()
  const [first, setFirst] = createSignal<Instant | null>(null)
  const [spans, setSpans] = createSignal<ReadonlyMap<LocalDate, Interval>>(new Map())
  const asked = new Set<LocalDate>()
  let isGone = false
  onCleanup(() => {
    isGone = true
  })
  const zone = () => forum.frame().timeZone
  const now = createMemo(() => Math.floor(forum.now() / MINUTE) * MINUTE)
  const today = createMemo(() => localDate(now(), zone()))
  const startOf = (date: LocalDate) => instantOf(date, '00:00', zone())
  const lastMinuteOf = (date: LocalDate) => (date >= today() ? now() : startOf(addDays(date, 1)) - MINUTE)
  const momentAt = (when: Parameters<typeof fetchMoment>[1]) => fetchMoment(forum.slug, when, untrack(language))

  /** Asked again where the line failed. */
  const begin = async (): Promise<Instant | null> => {
    const found = await momentAt({ seq: 1 })
    if (found !== null && !isGone) setFirst(found.at)
    return found?.at ?? null
  }
  let begun = begin()
  createEffect(
    on(
      () => forum.connection().type,
      (line) => {
        if (line !== 'live' || first() !== null) return
        begun = begin()
        asked.clear()
      },
      { defer: true },
    ),
  )

  /** What is the first of a day comes after the last of the days before. */
  const ask = async (date: LocalDate) => {
    if (asked.has(date)) return
    asked.add(date)
    const [start, end, beginning] = [startOf(date), startOf(addDays(date, 1)) - 1, await begun]
    if (beginning === null) return void asked.delete(date)
    const [before, last] = await Promise.all([
      beginning < start ? momentAt({ at: start - 1 }) : null,
      date < today() ? momentAt({ at: end }) : null,
    ])
    const next = before === null ? null : await momentAt({ seq: before.seq + 1 })
    const from = beginning < start ? next?.at : beginning
    if (isGone || from === undefined || from > end) return
    setSpans((known) => new Map(known).set(date, { start: from, end: last?.at ?? end }))
  }

  return {
    dates: createMemo(() => {
      const oldest = localDate(first() ?? now(), zone())
      const dates: LocalDate[] = []
      for (let date = today(); date >= oldest; date = addDays(date, -1)) dates.push(date)
      return dates
    }),
    first: () => first() ?? now(),
    lastMinuteOf,
    endOf: (date) => Math.min(spans().get(date)?.end ?? Number.POSITIVE_INFINITY, lastMinuteOf(date)),
    rulerOf: (date) => {
      void untrack(() => ask(date))
      const [last, { start, end }] = [lastMinuteOf(date), spans().get(date) ?? usualOn(startOf(date))]
      return rulerOf(Math.min(start, last), Math.min(end, last))
    },
  }
}
