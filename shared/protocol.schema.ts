import { type Static, Type } from 'typebox'
import { CommandSchema } from './commands/command.schema.ts'
import { Uuid } from './commands/fields.schema.ts'
import { languages } from './language.ts'
import { limits } from './limits.ts'

/** What a phone may say over the socket. Types for the phone come from here; the checks run on the server only. */
export const Hello = Type.Object(
  {
    type: Type.Literal('hello'),
    protocol: Type.Integer({ minimum: 1, maximum: 1000 }),
    /** Epoch and last seq of the board that the phone holds. */
    epoch: Type.String({ maxLength: 64 }),
    seq: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }),
    language: Type.Optional(Type.Enum(languages)),
  },
  { additionalProperties: false },
)
export type Hello = Static<typeof Hello>

/** Goes with any command, over the socket and over HTTP. */
export const ReasonField = Type.String({
  maxLength: limits.reason,
  description: 'Why, where a rule asks for a reason. Kept for the team; where no rule asks, it is not kept.',
  examples: ['La salle d’à côté n’a pas de boucle magnétique.'],
})

export const CommandMessage = Type.Object(
  {
    type: Type.Literal('command'),
    id: Uuid,
    command: CommandSchema,
    reason: Type.Optional(ReasonField),
  },
  { additionalProperties: false },
)

export const Star = Type.Object(
  { type: Type.Literal('star'), id: Uuid, sessionId: Uuid, on: Type.Boolean() },
  { additionalProperties: false },
)
export type Star = Static<typeof Star>

export const Ping = Type.Object({ type: Type.Literal('ping') }, { additionalProperties: false })
export type Ping = Static<typeof Ping>

/** By `type`, so that a malformed message is checked against its own schema and the fault names its own path. */
export const clientMessageSchemas = { hello: Hello, command: CommandMessage, star: Star, ping: Ping } as const
