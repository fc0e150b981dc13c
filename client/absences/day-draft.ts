import { parseTime } from '../../shared/paste.ts'
import type { Absence } from '../../shared/protocol.ts'
import type { LocalDate, LocalTime } from '../../shared/time.ts'

/** What somebody says of one day, as they type it. */
export interface DayDraft {
  readonly allDay: boolean
  /** "Not before": an hour as people write it; empty for none. */
  readonly before: string
  readonly after: string
}

const isBefore = ({ from, until }: Absence): boolean => from === null && until !== null
const isAfter = ({ from, until }: Absence): boolean => from !== null && until === null
const isAllDay = ({ from, until }: Absence): boolean => from === null && until === null

export const draftOf = (absences: readonly Absence[], date: LocalDate): DayDraft => {
  const day = absences.filter((absence) => absence.date === date)
  return {
    allDay: day.some(isAllDay),
    before: day.find(isBefore)?.until ?? '',
    after: day.find(isAfter)?.from ?? '',
  }
}

/** Times that are not said here: two hours in the middle of a day, which the team or a program wrote down. */
export const othersOf = (absences: readonly Absence[], date: LocalDate): readonly Absence[] =>
  absences.filter(({ date: day, from, until }) => day === date && from !== null && until !== null)

/** What a day comes to, or which of its fields can't be read; `order`: the two hours leave nothing of the day. */
export type DayRead =
  | { readonly type: 'read'; readonly absences: readonly Absence[] }
  | { readonly type: 'unclear'; readonly field: 'before' | 'after' | 'order' }

/** Empty: none. Undefined: can't be read. */
const hourOf = (text: string): LocalTime | null | undefined =>
  text.trim() === '' ? null : (parseTime(text) ?? undefined)

export const readDraft = ({ allDay, before, after }: DayDraft, date: LocalDate): DayRead => {
  if (allDay) return { type: 'read', absences: [{ date, from: null, until: null }] }
  const until = hourOf(before)
  const from = hourOf(after)
  if (until === undefined) return { type: 'unclear', field: 'before' }
  if (from === undefined) return { type: 'unclear', field: 'after' }
  if (until !== null && from !== null && from <= until) return { type: 'unclear', field: 'order' }
  return {
    type: 'read',
    absences: [
      // "Not before midnight" excludes nothing.
      ...(until === null || until === '00:00' ? [] : [{ date, from: null, until }]),
      ...(from === null ? [] : [{ date, from, until: null }]),
    ],
  }
}

/**
 * All that is said after the days of `drafts` were filled in: what was said of other days, and times in the middle of these,
 * stay. Null where a day can't be read.
 */
export const absencesAfter = (
  said: readonly Absence[],
  drafts: ReadonlyMap<LocalDate, DayDraft>,
): readonly Absence[] | null => {
  const kept = said.filter((absence) => !drafts.has(absence.date) || othersOf([absence], absence.date).length > 0)
  const days = [...drafts].map(([date, draft]) => readDraft(draft, date))
  if (days.some(({ type }) => type === 'unclear')) return null
  const read = days.flatMap((day) => (day.type === 'read' ? day.absences : []))
  return [...kept, ...read].sort((a, b) => `${a.date} ${a.from ?? ''}`.localeCompare(`${b.date} ${b.from ?? ''}`))
}
