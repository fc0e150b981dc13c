import { type Static, Type } from 'typebox'
import { limits } from '../limits.ts'
import {
  CellRefField,
  CellUseField,
  Id,
  LocalDateField,
  LocalTimeField,
  roomFields,
  SlotKindField,
  text,
} from './fields.schema.ts'

const name = () => Type.String({ minLength: 1, maxLength: limits.label })

export const AddRoom = Type.Object(
  { type: Type.Literal('add-room'), roomId: Id, name: name(), ...roomFields },
  {
    additionalProperties: false,
    description: 'Team: add a room, a column of the grid.',
    examples: [{ type: 'add-room', roomId: 'b102', name: 'B102', capacity: 40, features: ['vidéoprojecteur'] }],
  },
)
export type AddRoom = Static<typeof AddRoom>

export const EditRoom = Type.Object(
  { type: Type.Literal('edit-room'), roomId: Id, name: Type.Optional(name()), ...roomFields },
  {
    additionalProperties: false,
    description: 'Team: change a room. Only the fields given change.',
    examples: [{ type: 'edit-room', roomId: 'b102', capacity: 36 }],
  },
)
export type EditRoom = Static<typeof EditRoom>

export const RemoveRoom = Type.Object(
  { type: Type.Literal('remove-room'), roomId: Id },
  {
    additionalProperties: false,
    description: 'Team: remove a room. Refused while a session is placed in it.',
    examples: [{ type: 'remove-room', roomId: 'b102' }],
  },
)
export type RemoveRoom = Static<typeof RemoveRoom>

export const OrderRooms = Type.Object(
  {
    type: Type.Literal('order-rooms'),
    roomIds: Type.Array(Id, { minItems: 1, maxItems: limits.rooms }),
  },
  {
    additionalProperties: false,
    description: 'Team: put the rooms in this order. Every room is named exactly once, or nothing changes.',
    examples: [{ type: 'order-rooms', roomIds: ['b102', 'b101', 'hall', 'fablab'] }],
  },
)
export type OrderRooms = Static<typeof OrderRooms>

export const AddSlot = Type.Object(
  {
    type: Type.Literal('add-slot'),
    slotId: Id,
    date: LocalDateField,
    start: LocalTimeField,
    end: LocalTimeField,
    kind: Type.Optional(SlotKindField),
    label: Type.Optional(text(limits.label)),
  },
  {
    additionalProperties: false,
    description: 'Team: add a slot to a day, in the forum’s time zone. An end not after the start is on the next day.',
    examples: [{ type: 'add-slot', slotId: '2024-07-03-1100', date: '2024-07-03', start: '11:00', end: '12:00' }],
  },
)
export type AddSlot = Static<typeof AddSlot>

export const EditSlot = Type.Object(
  {
    type: Type.Literal('edit-slot'),
    slotId: Id,
    start: Type.Optional(LocalTimeField),
    end: Type.Optional(LocalTimeField),
    kind: Type.Optional(SlotKindField),
    label: Type.Optional(text(limits.label)),
  },
  {
    additionalProperties: false,
    description: 'Team: change a slot. Its sessions follow; refused where they would then overlap.',
    examples: [{ type: 'edit-slot', slotId: '2024-07-03-1100', end: '12:15' }],
  },
)
export type EditSlot = Static<typeof EditSlot>

export const RemoveSlot = Type.Object(
  { type: Type.Literal('remove-slot'), slotId: Id },
  {
    additionalProperties: false,
    description: 'Team: remove a slot. Refused while a session is placed in it.',
    examples: [{ type: 'remove-slot', slotId: '2024-07-03-1100' }],
  },
)
export type RemoveSlot = Static<typeof RemoveSlot>

export const LabelDay = Type.Object(
  { type: Type.Literal('label-day'), date: LocalDateField, label: text(limits.label) },
  {
    additionalProperties: false,
    description: 'Team: name a day.',
    examples: [{ type: 'label-day', date: '2024-07-03', label: 'Forum ouvert' }],
  },
)
export type LabelDay = Static<typeof LabelDay>

export const SetCells = Type.Object(
  {
    type: Type.Literal('set-cells'),
    cells: Type.Array(CellRefField, { minItems: 1, maxItems: limits.cellsPerCommand }),
    use: CellUseField,
  },
  {
    additionalProperties: false,
    description: 'Team: open cells, close them, or reserve them for a collective (or, with null, for the team).',
    examples: [
      {
        type: 'set-cells',
        cells: [{ roomId: 'b101', slotId: '2024-07-02-1400' }],
        use: { type: 'reserved', collectiveId: 'reseaux' },
      },
    ],
  },
)
export type SetCells = Static<typeof SetCells>
