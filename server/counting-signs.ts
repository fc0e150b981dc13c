import { type TSchema, Type } from 'typebox'
import { isPlainObject } from './plain-object.ts'

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** What the parts of joined signs may add to a text, in code points: what is short stays small. */
const joinedParts = 500

const copied = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(copied)
  if (!isPlainObject(value)) return value
  const schema = Object.fromEntries(Object.entries(value).map(([name, inside]) => [name, copied(inside)]))
  const { type, maxLength } = schema
  if (type !== 'string' || typeof maxLength !== 'number') return schema
  const longer = { ...schema, maxLength: maxLength + joinedParts }
  return Type.Refine(longer, (text) => [...segmenter.segment(String(text))].length <= maxLength)
}

/**
 * The same schema, but for lengths: JSON schemas count code points, people what they see. A sign that is made of several
 * parts, as a family of emoji or an accented letter may be, counts once.
 */
export const countingSigns = (schema: TSchema): TSchema => copied(schema) as TSchema
