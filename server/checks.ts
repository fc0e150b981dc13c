import type { TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import type { TLocalizedValidationError } from 'typebox/error'
import { type Command, commandSchemas } from '../shared/commands/command.schema.ts'
import type { Language } from '../shared/language.ts'
import { faultSentence } from './check-sentences.ts'
import { countingSigns } from './counting-signs.ts'

/** Where a value breaks its schema, as a JSON pointer, and why. */
export interface SchemaFault {
  readonly path: string
  readonly keyword: string
  readonly limit: string
}

export type Check<T> =
  | { readonly type: 'right'; readonly value: T }
  | { readonly type: 'wrong'; readonly fault: SchemaFault }

const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1')

const limitOf = (error: TLocalizedValidationError): string => {
  const { keyword, params } = error
  if (keyword === '~refine') return params.message
  if ('limit' in params) return String(params.limit)
  if ('type' in params) return String(params.type)
  if ('allowedValues' in params && Array.isArray(params.allowedValues)) return params.allowedValues.join(', ')
  return ''
}

/** The first fault in reading order; a missing or surplus property is named itself, not the object around it. */
const firstFault = (errors: readonly TLocalizedValidationError[]): SchemaFault => {
  const error = errors.find(({ keyword }) => keyword !== 'anyOf') ?? errors[0]
  if (error === undefined) return { path: '', keyword: 'type', limit: '' }
  const { keyword, instancePath, params } = error
  const missing = keyword === 'required' && 'requiredProperties' in params ? params.requiredProperties[0] : undefined
  const path = missing === undefined ? instancePath : `${instancePath}/${escaped(missing)}`
  // Of what is checked in signs, only lengths are refined.
  return { path, keyword: keyword === '~refine' ? 'maxLength' : keyword, limit: limitOf(error) }
}

/** A check of one schema, compiled once. Lengths are counted in signs, as people count them. */
export const compileCheck = (schema: TSchema): ((value: unknown) => SchemaFault | null) => {
  const validator = Compile(schema)
  let inSigns: typeof validator | undefined
  return (value) => {
    if (validator.Check(value)) return null
    // What fits in code points fits in signs, so that only what does not is counted anew.
    inSigns ??= Compile(countingSigns(schema))
    return inSigns.Check(value) ? null : firstFault(inSigns.Errors(value))
  }
}

const commandChecks = new Map(
  Object.entries(commandSchemas).map(([type, schema]) => [type, compileCheck(schema)] as const),
)

/** The `type` of something that came from outside, where it has one. */
export const typeOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, 'type') && 'type' in value
    ? value.type
    : undefined

export const prefixed = (prefix: string, fault: SchemaFault): SchemaFault => ({ ...fault, path: prefix + fault.path })

/** Checks a command against the schema of its own type, so that the fault names its own path. */
export const checkCommand = (value: unknown): Check<Command> => {
  const type = typeOf(value)
  const check = typeof type === 'string' ? commandChecks.get(type) : undefined
  if (check === undefined) return { type: 'wrong', fault: { path: '/type', keyword: 'unknown-type', limit: '' } }
  const fault = check(value)
  return fault === null ? { type: 'right', value: value as Command } : { type: 'wrong', fault }
}

/** The fault in one sentence. */
export const sentenceOf = (fault: SchemaFault, language: Language): string => faultSentence(fault, language)
