import type { LocalDate } from '../../shared/time.ts'
import { addDays, daysBetween } from '../../shared/zone.ts'

/** One day as it is typed. */
export interface DayForm {
  /** Stays the same while the day is edited; never sent. */
  readonly key: string
  readonly date: LocalDate
  readonly label: string
  /** Rules or intervals, one per line: "5 × 45 min, 15 de pause, dès 10:00" or "11:00-12:00". */
  readonly slots: string
  /** Common moments, one per line: "12:00-13:30 Buffet". */
  readonly moments: string
}

/** The set-up page as it is typed; nothing in it has to be right yet. */
export interface SetupForm {
  readonly name: string
  readonly theme: string
  readonly place: string
  readonly timeZone: string
  readonly expected: string
  /** One per line: "B102 (40), vidéoprojecteur". */
  readonly rooms: string
  readonly days: readonly DayForm[]
}

/** An empty form that begins with one day. */
export const emptyForm = (firstDay: LocalDate, timeZone: string, firstKey: string): SetupForm => ({
  name: '',
  theme: '',
  place: '',
  timeZone,
  expected: '',
  rooms: '',
  days: [{ key: firstKey, date: firstDay, label: '', slots: '', moments: '' }],
})

/** Whether two forms say the same; keys of days say nothing. */
export const isSameForm = (one: SetupForm, other: SetupForm): boolean => {
  const said = (form: SetupForm) => [
    [form.name, form.theme, form.place, form.timeZone, form.expected, form.rooms],
    form.days.map((day) => [day.date, day.label, day.slots, day.moments]),
  ]
  return JSON.stringify(said(one)) === JSON.stringify(said(other))
}

/** The same form with its first day on another date; the other days keep their distance to it. */
export const shiftDays = (form: SetupForm, firstDay: LocalDate): SetupForm => {
  const before = form.days[0]?.date
  if (before === undefined || !isDate(before) || !isDate(firstDay)) {
    return { ...form, days: form.days.map((day, index) => (index === 0 ? { ...day, date: firstDay } : day)) }
  }
  const shift = daysBetween(before, firstDay)
  return {
    ...form,
    days: form.days.map((day) => (isDate(day.date) ? { ...day, date: addDays(day.date, shift) } : day)),
  }
}

/** The form with one more day, like the one with `key`, on the day after the last. */
export const duplicateDay = (form: SetupForm, key: string, newKey: string): SetupForm => {
  const day = form.days.find((other) => other.key === key)
  if (day === undefined) return form
  const dates = form.days.map(({ date }) => date).filter(isDate)
  const last = dates.sort().at(-1)
  const date = last === undefined ? day.date : addDays(last, 1)
  return { ...form, days: [...form.days, { ...day, key: newKey, date }] }
}

/** Whether a text is a calendar day, as a date field gives it. */
export const isDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))
