import type { FastifyRouteSchemaDef, FastifySchemaCompiler, FastifyValidationResult } from 'fastify/types/schema.js'
import type { TSchema } from 'typebox'
import { Value } from 'typebox/value'
import { compileCheck, prefixed } from '../checks.ts'
import type { App } from '../services.ts'
import { SchemaError } from './errors.ts'

/**
 * Checks bodies as they are, and parameters and queries after turning their text into numbers where the schema wants
 * them. The path of a fault is a JSON pointer into the body, or begins with /params or /querystring.
 */
export const compileValidator = ({ schema, httpPart }: FastifyRouteSchemaDef<TSchema>): FastifyValidationResult => {
  const check = compileCheck(schema)
  return (value: unknown) => {
    const converted = httpPart === 'body' ? value : Value.Convert(schema, value)
    const fault = check(converted)
    if (fault === null) return { value: converted }
    return { error: new SchemaError(httpPart === 'body' ? fault : prefixed(`/${httpPart}`, fault)) }
  }
}

/** Schemas are checked by typebox; answers are our own values and go out as they are. */
export const validation = (app: App): void => {
  const compiler: FastifySchemaCompiler<TSchema> = compileValidator
  app.setValidatorCompiler(compiler)
  app.setSerializerCompiler(() => (value) => JSON.stringify(value))
}
