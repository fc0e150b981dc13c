import type { Static } from 'typebox'
import { type ForumPlan, PlanSchema } from '../../shared/plan.schema.ts'
import type { LocalDate } from '../../shared/time.ts'
import { foldText } from '../../shared/words.ts'
import { addDays, daysBetween } from '../../shared/zone.ts'
import { compileCheck, type SchemaFault } from '../checks.ts'
import { isPlainObject } from '../plain-object.ts'
import { ForumFileSchema } from './forum-file.schema.ts'

type ForumFile = Static<typeof ForumFileSchema>

export type FileReading =
  | { readonly type: 'read'; readonly plan: ForumPlan }
  | { readonly type: 'wrong'; readonly fault: SchemaFault }

const checkPlan = compileCheck(PlanSchema)
const checkFile = compileCheck(ForumFileSchema)

/** Said on the board where the file does not say what to say: rooms and hours are only assumed. */
const assumedNotice = 'Les salles et les horaires sont un exemple.'

const planOfFile = ({ known, assumed }: ForumFile): ForumPlan => ({
  name: known.name,
  theme: known.theme ?? '',
  place: known.place ?? '',
  timeZone: known.timeZone ?? 'Europe/Paris',
  expectedPeople: known.expectedPeople ?? null,
  notice: known.notice ?? assumedNotice,
  mode: 'open-space',
  rooms: assumed.rooms.map((room) => ({
    name: room.name,
    kind: room.kind ?? (foldText(room.building ?? '') === 'exterieur' ? 'outdoor' : 'room'),
    capacity: room.capacity ?? null,
    building: room.building ?? '',
    floor: room.floor ?? '',
    features: [...(room.features ?? [])],
  })),
  days: assumed.days.map(({ date, label, slots }) => ({
    date,
    label: label ?? '',
    slots: slots.map(([start, end, kind, label]) => ({ start, end, kind, label: label ?? '' })),
  })),
  reserved: (assumed.reserved ?? []).map((reserved) => ({
    collective: reserved.for,
    rooms: [...reserved.rooms],
    date: reserved.day,
  })),
})

/** Reads a forum file: `known` and `assumed`, or a plan as `POST /api/forums` takes it. */
export const readForumFile = (value: unknown): FileReading => {
  const isFile = isPlainObject(value) && ('known' in value || 'assumed' in value)
  const fault = isFile ? checkFile(value) : checkPlan(value)
  if (fault !== null) return { type: 'wrong', fault }
  return { type: 'read', plan: isFile ? planOfFile(value as unknown as ForumFile) : (value as ForumPlan) }
}

/** The same plan with its first day on another date; all else keeps its distance from it. */
export const startingOn = (plan: ForumPlan, start: LocalDate): ForumPlan => {
  const first = plan.days.map(({ date }) => date).sort()[0]
  if (first === undefined) return plan
  const move = (date: LocalDate): LocalDate => addDays(date, daysBetween(first, start))
  return {
    ...plan,
    days: plan.days.map((day) => ({ ...day, date: move(day.date) })),
    reserved: plan.reserved.map((reserved) => ({ ...reserved, date: move(reserved.date) })),
  }
}
