import { Type } from 'typebox'
import { limits } from '../../shared/limits.ts'
import { cleanLine } from '../../shared/words.ts'
import { SchemaError } from '../plugins/errors.ts'

/** The name that somebody wants to be called by. */
export const NameField = Type.String({ minLength: 1, maxLength: limits.name, examples: ['Camille'] })

/** Characters that leave no mark: spaces, and what a font shows nothing for, such as the Hangul filler. */
const showsNothing = /^[\p{Default_Ignorable_Code_Point}\s]*$/u

/** The name as it is kept: half of a pair of surrogates would be lost in the database. @throws SchemaError where nothing of it shows */
export const nameOf = (name: string): string => {
  const clean = cleanLine(name.toWellFormed())
  if (showsNothing.test(clean)) throw new SchemaError({ path: '/name', keyword: 'shows-nothing', limit: '' })
  return clean
}
