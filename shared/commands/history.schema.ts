import { type Static, Type } from 'typebox'
import { CellRefField, Uuid } from './fields.schema.ts'

const commandId = '5c9b7a1e-90c4-4f0a-8a53-1f2e3d4c5b6a'

export const Undo = Type.Object(
  { type: Type.Literal('undo'), commandId: Uuid },
  {
    additionalProperties: false,
    description:
      'Undo your own last action, within ten minutes. Refused where others have built on it; checked like any command.',
    examples: [{ type: 'undo', commandId }],
  },
)
export type Undo = Static<typeof Undo>

const RestoredField = Type.Union([
  Type.Object({ type: Type.Literal('wall') }, { additionalProperties: false }),
  Type.Object({ type: Type.Literal('session'), sessionId: Uuid }, { additionalProperties: false }),
  Type.Object({ type: Type.Literal('cell'), cell: CellRefField }, { additionalProperties: false }),
])

export const Restore = Type.Object(
  {
    type: Type.Literal('restore'),
    seq: Type.Integer({
      minimum: 0,
      maximum: Number.MAX_SAFE_INTEGER,
      description: 'The entry after which it was so.',
    }),
    what: RestoredField,
  },
  {
    additionalProperties: false,
    description: 'Team: put one cell, one session or the whole wall back to what it was, as a new entry.',
    examples: [{ type: 'restore', seq: 412, what: { type: 'wall' } }],
  },
)
export type Restore = Static<typeof Restore>
