import { parseRooms } from '../../shared/paste.ts'
import type { ForumPlan } from '../../shared/plan.schema.ts'
import { cleanLine } from '../../shared/words.ts'
import { isTimeZone } from '../../shared/zone.ts'
import { type DayProblem, readDay } from '../ui/read-day.ts'
import { isDate, type SetupForm } from './setup-form.ts'

/** What still keeps the forum from being created. */
export type Missing = 'name' | 'time-zone' | 'people' | 'rooms' | 'slots' | 'date' | 'same-date'

/** What the form says, as far as it can be read. */
export interface FormReading {
  readonly plan: ForumPlan
  readonly roomProblems: ReturnType<typeof parseRooms>['problems']
  /** By the day's key; days without a problem are left out. */
  readonly dayProblems: ReadonlyMap<string, readonly DayProblem[]>
  /** In the order of the page; empty where the forum can be created. */
  readonly missing: readonly Missing[]
  /** Open slots of all days together. */
  readonly openSlots: number
  /** Rooms that have cells: those that are not open all day. */
  readonly cellRooms: number
}

/** How many people: null where nothing is said, NaN where it is no number. */
const readPeople = (text: string): number | null => {
  const cleaned = text.replace(/[\s\u00a0\u202f]/g, '')
  if (cleaned === '') return null
  return /^\d{1,6}$/.test(cleaned) && Number(cleaned) > 0 ? Number(cleaned) : Number.NaN
}

/** Reads the form into a plan; never throws, whatever was typed. */
export const planOf = (form: SetupForm): FormReading => {
  const { rooms, problems: roomProblems } = parseRooms(form.rooms)
  const people = readPeople(form.expected)
  const readings = form.days.map((day) => ({ day, reading: readDay(day) }))
  const dated = readings.filter(({ day }) => isDate(day.date))
  const dates = dated.map(({ day }) => day.date)
  const openSlots = dated.flatMap(({ reading }) => reading.slots).filter((slot) => slot.kind === 'open').length
  const missing: Missing[] = []
  if (cleanLine(form.name) === '') missing.push('name')
  if (!isTimeZone(form.timeZone)) missing.push('time-zone')
  if (Number.isNaN(people)) missing.push('people')
  if (rooms.length === 0) missing.push('rooms')
  if (dated.length < readings.length) missing.push('date')
  if (new Set(dates).size < dates.length) missing.push('same-date')
  if (openSlots === 0) missing.push('slots')
  return {
    plan: {
      name: cleanLine(form.name),
      theme: cleanLine(form.theme),
      place: cleanLine(form.place),
      timeZone: form.timeZone,
      expectedPeople: Number.isNaN(people) ? null : people,
      notice: '',
      mode: 'open-space',
      rooms: [...rooms],
      days: dated.map(({ day, reading }) => ({
        date: day.date,
        label: cleanLine(day.label),
        slots: [...reading.slots],
      })),
      reserved: [],
    },
    roomProblems,
    dayProblems: new Map(
      readings
        .filter(({ reading }) => reading.problems.length > 0)
        .map(({ day, reading }) => [day.key, reading.problems]),
    ),
    missing,
    openSlots,
    cellRooms: rooms.filter((room) => room.kind !== 'continuous').length,
  }
}
