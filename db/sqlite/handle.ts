import type { Database, RunResult, Statement } from 'sqlite3'
import { mapError } from './errors.ts'
import { loadSqlite } from './native.ts'
import { checkParameters, checkRows } from './parameters.ts'

/** `write` creates the file where there is none; `read` never does. */
export type Access = 'read' | 'write'

/** The package with promises, strict parameters and errors of our own. One statement a call: what follows a `;` is ignored. */
export interface SqliteHandle {
  /** Every row that a statement gives; none for one that gives none. */
  all<R>(sql: string, parameters?: readonly unknown[]): Promise<R[]>
  /** For a statement that changes rows: how many, and the last rowid made on this connection. */
  run(sql: string, parameters?: readonly unknown[]): Promise<{ readonly changes: number; readonly lastId: number }>
  /** Rows one at a time, read only as they are asked for. */
  each<R>(sql: string, parameters?: readonly unknown[]): AsyncIterableIterator<R>
  /** Waits for running statements, then closes. */
  close(): Promise<void>
}

type Callback<T> = (error: Error | null, value?: T) => void

const promised = async <T>(start: (done: Callback<T>) => void): Promise<T | undefined> => {
  try {
    return await new Promise<T | undefined>((resolve, reject) => {
      start((error, value) => (error === null || error === undefined ? resolve(value) : reject(error)))
    })
  } catch (error) {
    throw mapError(error)
  }
}

const run = (database: Database, sql: string, parameters: readonly unknown[]) =>
  promised<{ changes: number; lastId: number }>((done) => {
    database.run(sql, checkParameters(parameters), function (this: RunResult, error: Error | null) {
      done(error, error === null ? { changes: this.changes, lastId: this.lastID } : undefined)
    })
  })

async function* each<R>(database: Database, sql: string, parameters: readonly unknown[]): AsyncIterableIterator<R> {
  const checked = checkParameters(parameters)
  let statement: Statement | undefined
  await promised<void>((done) => {
    statement = database.prepare(sql, checked, done)
  })
  try {
    for (;;) {
      const row = await promised<R>((done) => statement?.get<R>(done))
      if (row === undefined) return
      yield* checkRows([row])
    }
  } finally {
    // A statement left alive would keep the connection from closing.
    await new Promise<void>((resolve) => statement?.finalize(() => resolve()))
  }
}

/** Opens a file (or ":memory:"). Statements run in the order they were given: the package keeps no order by itself. */
export const openHandle = async (file: string, access: Access): Promise<SqliteHandle> => {
  const sqlite = await loadSqlite()
  const mode = access === 'read' ? sqlite.OPEN_READONLY : sqlite.OPEN_READWRITE | sqlite.OPEN_CREATE
  let database: Database | undefined
  await promised<void>((done) => {
    database = new sqlite.Database(file, mode | sqlite.OPEN_FULLMUTEX, done)
  })
  if (database === undefined) throw new Error('the package opened a database without giving it')
  const opened = database
  opened.serialize()
  return {
    all: async <R>(sql: string, parameters: readonly unknown[] = []) =>
      checkRows((await promised<R[]>((done) => opened.all<R>(sql, checkParameters(parameters), done))) ?? []),
    run: async (sql, parameters = []) => (await run(opened, sql, parameters)) ?? { changes: 0, lastId: 0 },
    each: (sql, parameters = []) => each(opened, sql, parameters),
    close: async () => {
      await promised<void>((done) => opened.close(done))
    },
  }
}
