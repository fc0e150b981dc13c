import { type Static, Type } from 'typebox'
import { sessionFields, title, Uuid } from './fields.schema.ts'

const sessionId = '0b7c9a52-6f0e-4d4e-9a54-3f0f5c1f7c11'

export const Propose = Type.Object(
  {
    type: Type.Literal('propose'),
    sessionId: Uuid,
    title: title(),
    ...sessionFields,
    seeking: Type.Optional(
      Type.Literal(true, { description: 'Without a host: whoever likes the subject may take it over.' }),
    ),
  },
  {
    additionalProperties: false,
    description: 'Propose a session. It is parked in the tray until it is claimed a cell.',
    examples: [
      { type: 'propose', sessionId, title: 'Agir en commun à l’ère du numérique', format: 'discussion', length: 1 },
    ],
  },
)
export type Propose = Static<typeof Propose>

export const Edit = Type.Object(
  { type: Type.Literal('edit'), sessionId: Uuid, title: Type.Optional(title()), ...sessionFields },
  {
    additionalProperties: false,
    description: 'Change what a session says of itself. Only the fields given change.',
    examples: [{ type: 'edit', sessionId, description: 'Retours d’expérience et outils.', needs: ['paperboard'] }],
  },
)
export type Edit = Static<typeof Edit>

export const Withdraw = Type.Object(
  { type: Type.Literal('withdraw'), sessionId: Uuid },
  {
    additionalProperties: false,
    description: 'Take a session off the board; its cell is free at once.',
    examples: [{ type: 'withdraw', sessionId }],
  },
)
export type Withdraw = Static<typeof Withdraw>

export const Lock = Type.Object(
  { type: Type.Literal('lock'), sessionId: Uuid },
  {
    additionalProperties: false,
    description: 'Team: fix a session; only the team changes it from then on.',
    examples: [{ type: 'lock', sessionId }],
  },
)
export type Lock = Static<typeof Lock>

export const Unlock = Type.Object(
  { type: Type.Literal('unlock'), sessionId: Uuid },
  {
    additionalProperties: false,
    description: 'Team: give a session back to its hosts.',
    examples: [{ type: 'unlock', sessionId }],
  },
)
export type Unlock = Static<typeof Unlock>
