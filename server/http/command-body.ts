import { type TProperties, Type } from 'typebox'
import { CommandSchema } from '../../shared/commands/command.schema.ts'
import { checkCommand, compileCheck, prefixed } from '../checks.ts'
import { SchemaError } from '../plugins/errors.ts'
import { compileValidator } from '../plugins/validation.ts'

/**
 * The body of a route that takes a command beside other properties, with its check: the envelope first, then the command
 * by its own type, since a union would only say that nothing fits.
 */
export const commandBody = <P extends TProperties>(properties: P, examples: readonly object[]) => {
  const only = { additionalProperties: false } as const
  const schema = Type.Object({ ...properties, command: CommandSchema }, { ...only, examples: [...examples] })
  const checkEnvelope = compileCheck(Type.Object({ ...properties, command: Type.Object({}) }, only))
  const check = (value: unknown): { value: unknown } | { error: Error } => {
    const wrong = checkEnvelope(value)
    if (wrong !== null) return { error: new SchemaError(wrong) }
    const { command } = value as { command: unknown }
    const checked = checkCommand(command)
    return checked.type === 'right' ? { value } : { error: new SchemaError(prefixed('/command', checked.fault)) }
  }
  const validatorCompiler: typeof compileValidator = (route) =>
    route.httpPart === 'body' ? check : compileValidator(route)
  return { schema, validatorCompiler }
}
