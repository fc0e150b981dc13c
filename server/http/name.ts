import { Type } from 'typebox'
import { limits } from '../../shared/limits.ts'
import { cleanLine } from '../../shared/words.ts'
import { SchemaError } from '../plugins/errors.ts'

/** The name that somebody wants to be called by. */
export const NameField = Type.String({ minLength: 1, maxLength: limits.name, examples: ['Camille'] })

/** The name as it is kept. @throws SchemaError where nothing visible is left of it */
export const nameOf = (name: string): string => {
  const clean = cleanLine(name)
  if (clean === '') throw new SchemaError({ path: '/name', keyword: 'minLength', limit: '1' })
  return clean
}
