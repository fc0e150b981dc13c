import { Type } from 'typebox'
import { Id, InstantField } from '../../../shared/commands/fields.schema.ts'
import { answer, CellField, list } from './fields.schema.ts'

const FactsField = Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()]))

export const FindingField = Type.Object({
  rule: Type.String(),
  level: Type.Union([Type.Literal('block'), Type.Literal('needs-reason'), Type.Literal('hint')]),
  message: Type.String(),
  facts: FactsField,
})

export const RefusalField = Type.Object({
  code: Type.String({ description: 'The worst rule, or the fault.', examples: ['place-free'] }),
  message: Type.String(),
  findings: list(FindingField),
  holder: Type.Optional(Type.Object({ sessionId: Id, title: Type.String(), since: InstantField })),
  alternatives: list(CellField),
})

const ErrorField = Type.Object({
  code: Type.String(),
  message: Type.String({ description: 'A sentence, in the language of Accept-Language.' }),
  path: Type.Optional(Type.String({ description: 'JSON pointer to what is wrong.' })),
})

export const Refused = answer('Refused by the rules; nothing changed.', Type.Object({ refusal: RefusalField }))

/** Both shapes, for a refusal that is a matter of roles. */
export const Forbidden = answer(
  'Your role does not allow it, or the request comes from another site.',
  Type.Object({ error: ErrorField, refusal: Type.Optional(RefusalField) }),
)

const failed = (description: string) => answer(description, Type.Object({ error: ErrorField }))

export const Malformed = failed('Malformed; `path` says where.')
export const Unauthorized = failed('No identity: join first.')
export const NotFound = failed('No such forum, room, session or person.')
export const TooFast = failed('Too fast; Retry-After says how many seconds to wait.')
export const NotSaved = failed('The disk does not take writes; nothing changed.')
export const WrongSecret = failed('The secret is wrong or revoked, or the request comes from another site.')
export const TooLarge = failed('The body is too large.')
export const NotJson = failed('The body is not sent as JSON.')
export const ForeignOrigin = failed('The request comes from another site.')

/** What every write may be answered with, whatever it does. */
export const writeErrors = {
  400: Malformed,
  403: ForeignOrigin,
  413: TooLarge,
  415: NotJson,
  429: TooFast,
  503: NotSaved,
} as const
