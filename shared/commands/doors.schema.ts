import { type Static, Type } from 'typebox'
import { DoorField, InstantField } from './fields.schema.ts'

export const OpenDoor = Type.Object(
  { type: Type.Literal('open-door'), door: DoorField },
  {
    additionalProperties: false,
    description: 'Team: open proposing, claiming or starring now, with no planned end.',
    examples: [{ type: 'open-door', door: 'claim' }],
  },
)
export type OpenDoor = Static<typeof OpenDoor>

export const CloseDoor = Type.Object(
  { type: Type.Literal('close-door'), door: DoorField },
  {
    additionalProperties: false,
    description: 'Team: close proposing, claiming or starring now.',
    examples: [{ type: 'close-door', door: 'claim' }],
  },
)
export type CloseDoor = Static<typeof CloseDoor>

export const ScheduleDoor = Type.Object(
  {
    type: Type.Literal('schedule-door'),
    door: DoorField,
    opensAt: InstantField,
    closesAt: Type.Optional(InstantField),
  },
  {
    additionalProperties: false,
    description: 'Team: a door that opens (and closes) at its own hour.',
    examples: [{ type: 'schedule-door', door: 'claim', opensAt: 1_720_000_000_000, closesAt: 1_720_030_000_000 }],
  },
)
export type ScheduleDoor = Static<typeof ScheduleDoor>
