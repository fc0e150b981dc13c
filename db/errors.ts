/**
 * What went wrong, in words that do not depend on the driver. `raised` is a trigger of ours speaking (its word is the
 * `detail`); `statement` is a mistake in the SQL; `parameter` a value that the driver would have changed in silence.
 */
export type DatabaseErrorKind =
  | 'unique'
  | 'foreign-key'
  | 'not-null'
  | 'check'
  | 'type'
  | 'raised'
  | 'busy'
  | 'full'
  | 'io'
  | 'damaged'
  | 'not-a-database'
  | 'not-ours'
  | 'newer'
  | 'no-access'
  | 'no-driver'
  | 'parameter'
  | 'statement'

const sentences: Readonly<Record<DatabaseErrorKind, string>> = {
  unique: 'This is there already',
  'foreign-key': 'Something that this belongs to is not there',
  'not-null': 'A value is missing',
  check: 'A value is out of bounds',
  type: 'A value is of the wrong type',
  raised: 'The database refused this',
  busy: 'Another process holds the database',
  full: 'The disk is full',
  io: 'The disk could not be read or written',
  damaged: 'The database is damaged',
  'not-a-database': 'The file is not a database',
  'not-ours': 'The database is of another program',
  newer: 'The database was made by a newer version',
  'no-access': 'The file could not be opened or written: check that its folder exists and is yours',
  'no-driver': 'The database driver is missing',
  parameter: 'A value cannot be stored as it is',
  statement: 'The statement is wrong',
}

/** A failure of the database. Conflicts that a caller expects are values instead (see `commit`). */
export class DatabaseError extends Error {
  readonly kind: DatabaseErrorKind
  /** The database's own words, without its code: "entry.forum_id, entry.seq", "placement-overlap". */
  readonly detail: string

  constructor(kind: DatabaseErrorKind, detail: string, options: { message?: string; cause?: unknown } = {}) {
    super(options.message ?? `${sentences[kind]} (${detail}).`, { cause: options.cause })
    this.name = 'DatabaseError'
    this.kind = kind
    this.detail = detail
  }
}

/** Whether something thrown is a failure of the database of this kind. */
export const isDatabaseError = (error: unknown, kind: DatabaseErrorKind): error is DatabaseError =>
  error instanceof DatabaseError && error.kind === kind
