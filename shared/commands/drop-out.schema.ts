import { type Static, Type } from 'typebox'
import { limits } from '../limits.ts'
import { CellRefField, Id, LocalTimeField, Uuid } from './fields.schema.ts'

const sessionId = '0b7c9a52-6f0e-4d4e-9a54-3f0f5c1f7c11'

/** What is no longer there: a room (from a slot on, or in all of its slots), a slot, or a part of a slot's time. */
const LossField = Type.Union([
  Type.Object(
    { type: Type.Literal('room'), roomId: Id, slotIds: Type.Array(Id, { minItems: 1, maxItems: limits.slots }) },
    { additionalProperties: false },
  ),
  Type.Object({ type: Type.Literal('slot'), slotId: Id }, { additionalProperties: false }),
  Type.Object(
    { type: Type.Literal('hours'), slotId: Id, start: LocalTimeField, end: LocalTimeField },
    { additionalProperties: false },
  ),
])
export type Loss = Static<typeof LossField>

export const DropOut = Type.Object(
  {
    type: Type.Literal('drop-out'),
    loss: LossField,
    moves: Type.Array(
      Type.Object({ sessionId: Uuid, to: Type.Union([CellRefField, Type.Null()]) }, { additionalProperties: false }),
      { maxItems: limits.cellsPerCommand },
    ),
  },
  {
    additionalProperties: false,
    description:
      'Team: close a room, a slot or a part of it, and move (or, with null, park) the sessions that this concerns; in one entry.',
    examples: [
      {
        type: 'drop-out',
        loss: { type: 'room', roomId: 'b102', slotIds: ['2024-07-03-1100'] },
        moves: [{ sessionId, to: { roomId: 'b103', slotId: '2024-07-03-1100' } }],
      },
    ],
  },
)
export type DropOut = Static<typeof DropOut>
