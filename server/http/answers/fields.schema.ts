import { type TSchema, Type } from 'typebox'
import {
  CellRefField,
  Id,
  InstantField,
  LocalDateField,
  LocalTimeField,
} from '../../../shared/commands/fields.schema.ts'

/**
 * A schema of an answer: it documents, and a test holds the answers against it. Its static type is left out, since the
 * values are our own, read-only ones, checked by the compiler already.
 */
export const answer = (description: string, schema: TSchema): TSchema => ({ ...schema, description })

export const nullable = (schema: TSchema) => Type.Union([schema, Type.Null()])
export const list = (schema: TSchema) => Type.Array(schema)
const words = () => list(Type.String())
const nullableNumber = () => nullable(Type.Number())

export const PersonField = Type.Object({
  id: Id,
  name: Type.String(),
  role: Type.Union([Type.Literal('participant'), Type.Literal('facilitator')]),
})

export const SessionField = Type.Object({
  id: Id,
  title: Type.String(),
  description: Type.String(),
  hosts: list(Id),
  collectiveId: nullable(Id),
  format: Type.String({ examples: ['discussion'] }),
  tags: words(),
  needs: words(),
  language: Type.String(),
  length: Type.Integer(),
  expected: nullableNumber(),
  links: words(),
  remarks: Type.String(),
  locked: Type.Boolean(),
  proposedAt: InstantField,
  repeatOf: nullable(Id),
  merged: nullable(Type.Object({ intoId: Id, cell: nullable(CellRefField), lent: Type.Boolean() })),
})

export const OfferField = Type.Object({
  id: Id,
  kind: Type.String({ examples: ['swap', 'merge', 'yield'] }),
  fromId: Id,
  toId: Id,
  by: Id,
  madeAt: InstantField,
  expiresAt: InstantField,
  word: Type.String(),
  agreed: list(Id),
  talk: nullable(Type.String()),
})

export const RulesField = Type.Object({
  levels: Type.Record(Type.String(), Type.String(), {
    description: 'Levels that differ from those of the mode.',
    examples: [{ 'room-equipped': 'needs-reason' }],
  }),
  walks: list(Type.Object({ from: Type.String(), to: Type.String(), minutes: Type.Number() })),
  turnOverMinutes: Type.Number(),
  lateCells: Type.Integer(),
  lateUntil: nullable(LocalTimeField),
  ownLimit: Type.Integer(),
  offerMinutes: Type.Number(),
})

export const PlacementField = Type.Object({
  sessionId: Id,
  roomId: Id,
  slotIds: list(Id),
  start: InstantField,
  end: InstantField,
  since: InstantField,
})

export const RoomField = Type.Object({
  id: Id,
  name: Type.String(),
  kind: Type.String({ examples: ['room', 'outdoor', 'online', 'continuous'] }),
  capacity: nullableNumber(),
  building: Type.String(),
  floor: Type.String(),
  features: words(),
})

export const SlotField = Type.Object({
  id: Id,
  kind: Type.Union([Type.Literal('open'), Type.Literal('common')]),
  date: LocalDateField,
  label: Type.String(),
  start: InstantField,
  end: InstantField,
})

export const CellField = CellRefField
