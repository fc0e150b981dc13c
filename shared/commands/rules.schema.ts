import { type Static, Type } from 'typebox'
import { limits } from '../limits.ts'
import { levels, ruleIds } from '../refusals.ts'
import { LocalTimeField } from './fields.schema.ts'

export const SetRule = Type.Object(
  { type: Type.Literal('set-rule'), rule: Type.Enum(ruleIds), level: Type.Enum(levels) },
  {
    additionalProperties: false,
    description: 'Team: how strict a rule is. “place-free” is always a block.',
    examples: [{ type: 'set-rule', rule: 'room-equipped', level: 'needs-reason' }],
  },
)
export type SetRule = Static<typeof SetRule>

const minutes = (maximum: number) => Type.Integer({ minimum: 0, maximum })
const building = Type.String({ minLength: 1, maxLength: limits.label })

export const SetFigures = Type.Object(
  {
    type: Type.Literal('set-figures'),
    walks: Type.Optional(
      Type.Array(
        Type.Object({ from: building, to: building, minutes: minutes(120) }, { additionalProperties: false }),
        { maxItems: limits.walks, description: 'Minutes on foot between two buildings, both ways.' },
      ),
    ),
    turnOverMinutes: Type.Optional(minutes(120)),
    lateCells: Type.Optional(Type.Integer({ minimum: 0, maximum: limits.rooms })),
    lateUntil: Type.Optional(Type.Union([LocalTimeField, Type.Null()])),
    ownLimit: Type.Optional(Type.Integer({ minimum: 0, maximum: limits.sessionsPerPerson })),
    offerMinutes: Type.Optional(Type.Integer({ minimum: 1, maximum: 24 * 60 })),
  },
  {
    additionalProperties: false,
    description: 'Team: the figures that some rules go by. Only those given change.',
    examples: [{ type: 'set-figures', turnOverMinutes: 10, lateCells: 1, lateUntil: '11:00', ownLimit: 2 }],
  },
)
export type SetFigures = Static<typeof SetFigures>
