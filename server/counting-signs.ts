import { type TSchema, Type } from 'typebox'
import { isPlainObject } from './plain-object.ts'

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** What the parts of joined signs may add to a text, in code points: what is short stays small. */
const joinedParts = 500

/** Whether a text has at most so many signs; counted no further than it takes to know. */
const fits = (text: string, most: number): boolean => {
  if (text.length <= most) return true
  const codePoints = most + joinedParts
  // A code point is at most two units: what is longer is not even looked at.
  if (text.length > 2 * codePoints || [...text].length > codePoints) return false
  let count = 0
  for (const _ of segmenter.segment(text)) {
    count += 1
    if (count > most) return false
  }
  return true
}

const copied = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(copied)
  if (!isPlainObject(value)) return value
  const schema = Object.fromEntries(Object.entries(value).map(([name, inside]) => [name, copied(inside)]))
  const { maxLength, ...rest } = schema
  if (rest.type !== 'string' || typeof maxLength !== 'number') return schema
  return Type.Refine(
    rest,
    (text) => typeof text !== 'string' || fits(text, maxLength),
    () => String(maxLength),
  )
}

/**
 * The same schema, but for lengths: JSON schemas count code points, people what they see. A sign that is made of several
 * parts, as a family of emoji or an accented letter may be, counts once. The message of a text that is too long is its limit.
 */
export const countingSigns = (schema: TSchema): TSchema => copied(schema) as TSchema
