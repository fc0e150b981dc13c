import { CompiledQuery, type DatabaseConnection, type Driver, type TransactionSettings } from 'kysely'
import { isDatabaseError } from '../errors.ts'
import { createConnection } from './connection.ts'
import { type Access, openHandle, type SqliteHandle } from './handle.ts'
import { createTurnstile } from './turnstile.ts'

export interface SqliteConfig {
  /** A path, or ":memory:". */
  readonly file: string
  readonly access: Access
}

const execute = async (connection: DatabaseConnection, sql: string): Promise<void> => {
  await connection.executeQuery(CompiledQuery.raw(sql))
}

const named = (command: string, savepoint: string): string => `${command} "${savepoint.replaceAll('"', '""')}"`

/** One connection, lent to one borrower at a time in the order of asking: a transaction is one loan. */
export const createDriver = (config: SqliteConfig): Driver => {
  const turnstile = createTurnstile()
  let opened: { readonly handle: SqliteHandle; readonly connection: DatabaseConnection } | undefined
  return {
    async init() {
      const handle = await openHandle(config.file, config.access)
      opened = { handle, connection: createConnection(handle) }
    },

    async acquireConnection() {
      await turnstile.enter()
      if (opened !== undefined) return opened.connection
      turnstile.leave()
      throw new Error('the database is closed')
    },

    async releaseConnection() {
      turnstile.leave()
    },

    // Immediate: a transaction that reads first and writes later could otherwise fail half-way, as another process wrote.
    beginTransaction: (connection, { accessMode }: TransactionSettings) =>
      execute(connection, accessMode === 'read only' ? 'begin' : 'begin immediate'),

    commitTransaction: (connection) => execute(connection, 'commit'),

    async rollbackTransaction(connection) {
      try {
        await execute(connection, 'rollback')
      } catch (error) {
        // After a full disk or a failed write SQLite has rolled back by itself; the first error is the one to hear of.
        if (!isDatabaseError(error, 'statement') || !error.detail.includes('no transaction is active')) throw error
      }
    },

    savepoint: (connection, name) => execute(connection, named('savepoint', name)),
    rollbackToSavepoint: (connection, name) => execute(connection, named('rollback to', name)),
    releaseSavepoint: (connection, name) => execute(connection, named('release', name)),

    /** Waits for whoever has the connection or asked for it before. */
    async destroy() {
      await turnstile.enter()
      try {
        await opened?.handle.close()
        opened = undefined
      } finally {
        turnstile.leave()
      }
    },
  }
}
