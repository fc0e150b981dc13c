import { DatabaseError } from '../errors.ts'

/** What SQLite stores and gives back unchanged. */
export type SqliteValue = null | string | number | Uint8Array

const refuse = (position: number, why: string): never => {
  throw new DatabaseError('parameter', why, { message: `Parameter ${position + 1} ${why}.` })
}

const numberParameter = (value: number, position: number): number => {
  if (!Number.isFinite(value)) return refuse(position, 'is not a finite number')
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) return refuse(position, 'is a whole number beyond 2^53')
  return value
}

/**
 * The package binds some values as something else without a word: a BigInt, `undefined`, NaN and a function as NULL, an
 * object as the text "[object Object]", half a surrogate pair as U+FFFD. All of these throw here.
 */
const checkParameter = (value: unknown, position: number): SqliteValue => {
  if (value === null || value instanceof Uint8Array) return value
  switch (typeof value) {
    case 'string':
      return value.isWellFormed() ? value : refuse(position, 'is a text with half a surrogate pair')
    case 'number':
      return numberParameter(value, position)
    case 'boolean':
      return value ? 1 : 0
    case 'bigint':
      return refuse(position, 'is a BigInt; give a number up to 2^53, or a text')
    case 'undefined':
      return refuse(position, 'is undefined; give null')
    case 'object':
      return refuse(position, 'is an object; give its JSON text, or its milliseconds for a date')
    default:
      return refuse(position, `is a ${typeof value}`)
  }
}

export const checkParameters = (parameters: readonly unknown[]): SqliteValue[] => parameters.map(checkParameter)

/** Rows as they came. A number beyond 2^53 was rounded on its way, so it is refused rather than handed on. */
export const checkRows = <R>(rows: R[]): R[] => {
  for (const row of rows) {
    for (const [column, value] of Object.entries(row ?? {})) {
      if (typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER) {
        throw new DatabaseError('type', `column ${column} holds a number beyond 2^53`)
      }
    }
  }
  return rows
}
