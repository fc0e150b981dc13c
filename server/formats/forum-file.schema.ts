import { Type } from 'typebox'
import {
  Capacity,
  LocalDateField,
  LocalTimeField,
  RoomKindField,
  SlotKindField,
  text,
} from '../../shared/commands/fields.schema.ts'
import { limits } from '../../shared/limits.ts'

const name = () => Type.String({ minLength: 1, maxLength: limits.label })

const SlotTuple = Type.Union([
  Type.Tuple([LocalTimeField, LocalTimeField, SlotKindField]),
  Type.Tuple([LocalTimeField, LocalTimeField, SlotKindField, text(limits.label)]),
])

const FileRoom = Type.Object({
  name: name(),
  kind: Type.Optional(RoomKindField),
  capacity: Type.Optional(Capacity),
  building: Type.Optional(text(limits.label)),
  floor: Type.Optional(text(20)),
  features: Type.Optional(Type.Array(text(limits.tag), { maxItems: limits.featuresPerRoom })),
})

const FileDay = Type.Object({
  date: LocalDateField,
  label: Type.Optional(text(limits.label)),
  slots: Type.Array(SlotTuple, { maxItems: limits.slots }),
})

const FileReservation = Type.Object({
  rooms: Type.Array(name(), { maxItems: limits.rooms }),
  day: LocalDateField,
  for: name(),
})

/**
 * A forum as it is handed around in a file: what is known of it for certain, and what is assumed. Other fields may be
 * there, for people; they are not read.
 */
export const ForumFileSchema = Type.Object({
  known: Type.Object({
    name: name(),
    theme: Type.Optional(text(limits.title)),
    place: Type.Optional(text(limits.title)),
    notice: Type.Optional(text(limits.title)),
    timeZone: Type.Optional(text(60)),
    expectedPeople: Type.Optional(Capacity),
  }),
  assumed: Type.Object({
    rooms: Type.Array(FileRoom, { maxItems: limits.rooms }),
    days: Type.Array(FileDay, { maxItems: 31 }),
    reserved: Type.Optional(Type.Array(FileReservation, { maxItems: limits.collectives })),
  }),
})
