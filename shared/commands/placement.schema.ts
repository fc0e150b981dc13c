import { type Static, Type } from 'typebox'
import { Id, Uuid } from './fields.schema.ts'

const sessionId = '0b7c9a52-6f0e-4d4e-9a54-3f0f5c1f7c11'

export const Claim = Type.Object(
  { type: Type.Literal('claim'), sessionId: Uuid, roomId: Id, slotId: Id },
  {
    additionalProperties: false,
    description: 'Pin a session on a free cell. A session that is placed already moves there.',
    examples: [{ type: 'claim', sessionId, roomId: 'b102', slotId: '2024-07-03-1100' }],
  },
)
export type Claim = Static<typeof Claim>

export const Move = Type.Object(
  { type: Type.Literal('move'), sessionId: Uuid, roomId: Id, slotId: Id },
  {
    additionalProperties: false,
    description: 'Like claim, and refused where the session is not placed (any more).',
    examples: [{ type: 'move', sessionId, roomId: 'b103', slotId: '2024-07-03-1330' }],
  },
)
export type Move = Static<typeof Move>

export const Release = Type.Object(
  { type: Type.Literal('release'), sessionId: Uuid },
  {
    additionalProperties: false,
    description: 'Take a session back to the tray; its cell is free at once.',
    examples: [{ type: 'release', sessionId }],
  },
)
export type Release = Static<typeof Release>
