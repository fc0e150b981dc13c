import { Kysely, type LogConfig, sql } from 'kysely'
import { DatabaseError } from './errors.ts'
import { createSqliteDialect } from './sqlite/dialect.ts'
import { refuseRemains } from './sqlite/remains.ts'
import type { Database, Tables } from './tables.ts'

/** How long a statement waits for another process that holds the file. */
const BUSY_MILLISECONDS = 5000
/** The write-ahead log is cut back to this after a checkpoint, so that one long reader does not leave it large for ever. */
const WAL_BYTES = 16 * 1024 * 1024

const pragmas = [
  `busy_timeout = ${BUSY_MILLISECONDS}`,
  // An acknowledged entry survives a power cut (L2): each commit is synced.
  'synchronous = full',
  'foreign_keys = on',
  'recursive_triggers = on',
  `journal_size_limit = ${WAL_BYTES}`,
  // A name that was erased is overwritten, not only forgotten.
  'secure_delete = on',
]

/** Every page and index is read. @throws DatabaseError `damaged` with the first thing found */
export const checkIntegrity = async (db: Database): Promise<void> => {
  const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check(1)`.execute(db)
  const found = rows[0]?.integrity_check
  if (found !== 'ok') throw new DatabaseError('damaged', found ?? 'no answer')
}

const prepare = async (db: Database): Promise<void> => {
  for (const pragma of pragmas) await sql.raw(`pragma ${pragma}`).execute(db)
  await checkIntegrity(db)
  const { rows } = await sql<{ journal_mode: string }>`pragma journal_mode = wal`.execute(db)
  const mode = rows[0]?.journal_mode
  if (mode === 'wal' || mode === 'memory') return
  throw new DatabaseError('io', `journal mode ${mode}`, {
    message: 'The data folder is on a file system without shared memory (a network share?): use a local disk.',
  })
}

const explain = (error: unknown, file: string): unknown => {
  if (!(error instanceof DatabaseError)) return error
  const options = { cause: error }
  switch (error.kind) {
    case 'damaged':
    case 'not-a-database':
      return new DatabaseError(error.kind, error.detail, {
        ...options,
        message: `The database ${file} is damaged (${error.detail}): restore a backup, or move the file away to begin anew.`,
      })
    case 'no-access':
      return new DatabaseError(error.kind, error.detail, {
        ...options,
        message: `The database ${file} can't be opened for writing (${error.detail}): check that its folder exists and is yours.`,
      })
    default:
      return error
  }
}

/**
 * Opens a database file, made where there is none: WAL, each commit synced, foreign keys held, its pages checked. Tables
 * are `migrate`'s. End it with `destroy()`, which waits for what runs.
 * @throws DatabaseError `damaged` or `not-a-database` rather than serving what a crash left, `no-access`, `no-driver`
 */
export const openDatabase = async (file: string, options: { readonly log?: LogConfig } = {}): Promise<Database> => {
  let db: Database | undefined
  try {
    await refuseRemains(file)
    db = new Kysely<Tables>({ dialect: createSqliteDialect({ file, access: 'write' }), ...options })
    await prepare(db)
    return db
  } catch (error) {
    await db?.destroy()
    throw explain(error, file)
  }
}
