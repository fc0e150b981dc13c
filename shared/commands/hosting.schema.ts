import { type Static, Type } from 'typebox'
import { limits } from '../limits.ts'
import { Id, title, Uuid } from './fields.schema.ts'

const sessionId = '0b7c9a52-6f0e-4d4e-9a54-3f0f5c1f7c11'
const newId = '7d1f2f0e-4f6a-4c52-8f0b-0d5b0a7b9c22'

export const Unmerge = Type.Object(
  { type: Type.Literal('unmerge'), sessionId: Uuid },
  {
    additionalProperties: false,
    description: 'Take a session out of the one that it was merged into; both are as they were.',
    examples: [{ type: 'unmerge', sessionId }],
  },
)
export type Unmerge = Static<typeof Unmerge>

export const Split = Type.Object(
  {
    type: Type.Literal('split'),
    sessionId: Uuid,
    newId: Uuid,
    title: title(),
    hosts: Type.Array(Id, { minItems: 0, maxItems: limits.hostsPerSession, uniqueItems: true }),
  },
  {
    additionalProperties: false,
    description: 'Make two sessions of one: those hosts go with the new one, which is parked.',
    examples: [{ type: 'split', sessionId, newId, title: 'Les outils, en pratique', hosts: ['carole'] }],
  },
)
export type Split = Static<typeof Split>

export const Repeat = Type.Object(
  { type: Type.Literal('repeat'), sessionId: Uuid, newId: Uuid, roomId: Type.Optional(Id), slotId: Type.Optional(Id) },
  {
    additionalProperties: false,
    description: 'Hold the same session again, in another cell; left out, it is parked. The two are linked.',
    examples: [{ type: 'repeat', sessionId, newId, roomId: 'b102', slotId: '2024-07-03-1500' }],
  },
)
export type Repeat = Static<typeof Repeat>

export const TakeOver = Type.Object(
  { type: Type.Literal('take-over'), sessionId: Uuid },
  {
    additionalProperties: false,
    description: 'Become the host of a session that seeks one.',
    examples: [{ type: 'take-over', sessionId }],
  },
)
export type TakeOver = Static<typeof TakeOver>

export const StepBack = Type.Object(
  { type: Type.Literal('step-back'), sessionId: Uuid },
  {
    additionalProperties: false,
    description: 'Stop hosting a session. Without a host left it seeks one, and anybody may take it over.',
    examples: [{ type: 'step-back', sessionId }],
  },
)
export type StepBack = Static<typeof StepBack>
