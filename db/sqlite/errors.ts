import { DatabaseError, type DatabaseErrorKind } from '../errors.ts'

/** Primary result codes: the package gives no extended ones, so constraints are told apart by their wording. */
const kinds: ReadonlyMap<string, DatabaseErrorKind> = new Map([
  ['SQLITE_BUSY', 'busy'],
  ['SQLITE_LOCKED', 'busy'],
  ['SQLITE_FULL', 'full'],
  ['SQLITE_IOERR', 'io'],
  ['SQLITE_PROTOCOL', 'io'],
  ['SQLITE_CORRUPT', 'damaged'],
  ['SQLITE_NOTADB', 'not-a-database'],
  ['SQLITE_CANTOPEN', 'no-access'],
  ['SQLITE_READONLY', 'no-access'],
  ['SQLITE_PERM', 'no-access'],
  ['SQLITE_AUTH', 'no-access'],
])

const constraints: readonly { readonly pattern: RegExp; readonly kind: DatabaseErrorKind }[] = [
  { pattern: /^UNIQUE constraint failed: (.*)$/s, kind: 'unique' },
  { pattern: /^FOREIGN KEY constraint failed()$/s, kind: 'foreign-key' },
  { pattern: /^NOT NULL constraint failed: (.*)$/s, kind: 'not-null' },
  { pattern: /^CHECK constraint failed: (.*)$/s, kind: 'check' },
  { pattern: /^(cannot store .*)$/s, kind: 'type' },
]

const constraintError = (text: string, cause: unknown): DatabaseError => {
  for (const { pattern, kind } of constraints) {
    const found = pattern.exec(text)
    if (found !== null) return new DatabaseError(kind, found[1] ?? '', { cause })
  }
  return new DatabaseError('raised', text, { cause })
}

const codeOf = (error: Error): string => ('code' in error && typeof error.code === 'string' ? error.code : '')

/** The package's error ("SQLITE_CONSTRAINT: UNIQUE constraint failed: …") in our own words. */
export const mapError = (error: unknown): DatabaseError => {
  if (error instanceof DatabaseError) return error
  if (!(error instanceof Error)) return new DatabaseError('statement', String(error), { cause: error })
  const code = codeOf(error)
  const text = error.message.startsWith(`${code}: `) ? error.message.slice(code.length + 2) : error.message
  if (code === 'SQLITE_CONSTRAINT') return constraintError(text, error)
  return new DatabaseError(kinds.get(code) ?? 'statement', text, { cause: error })
}
