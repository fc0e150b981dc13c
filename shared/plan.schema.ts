import { type Static, Type } from 'typebox'
import {
  Capacity,
  LocalDateField,
  LocalTimeField,
  ModeField,
  RoomKindField,
  SlotKindField,
  text,
} from './commands/fields.schema.ts'
import { limits } from './limits.ts'

const name = () => Type.String({ minLength: 1, maxLength: limits.label })

/** A forum before it exists: what the set-up page and a forum file describe. */
export const PlanSchema = Type.Object(
  {
    name: name(),
    theme: text(limits.title),
    place: text(limits.title),
    timeZone: text(60),
    expectedPeople: Capacity,
    notice: text(limits.title),
    mode: ModeField,
    rooms: Type.Array(
      Type.Object(
        {
          name: name(),
          kind: RoomKindField,
          capacity: Capacity,
          building: text(limits.label),
          floor: text(20),
          features: Type.Array(text(limits.tag), { maxItems: limits.featuresPerRoom }),
        },
        { additionalProperties: false },
      ),
      { maxItems: limits.rooms },
    ),
    days: Type.Array(
      Type.Object(
        {
          date: LocalDateField,
          label: text(limits.label),
          slots: Type.Array(
            Type.Object(
              { start: LocalTimeField, end: LocalTimeField, kind: SlotKindField, label: text(limits.label) },
              { additionalProperties: false },
            ),
            { maxItems: limits.slots },
          ),
        },
        { additionalProperties: false },
      ),
      { maxItems: 31 },
    ),
    reserved: Type.Array(
      Type.Object(
        { collective: name(), rooms: Type.Array(name(), { maxItems: limits.rooms }), date: LocalDateField },
        { additionalProperties: false },
      ),
      { maxItems: limits.collectives },
    ),
  },
  { additionalProperties: false },
)
export type ForumPlan = Static<typeof PlanSchema>
export type PlannedRoom = ForumPlan['rooms'][number]
export type PlannedDay = ForumPlan['days'][number]
export type PlannedReservation = ForumPlan['reserved'][number]
