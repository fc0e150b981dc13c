import { type Dialect, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely'
import { createDriver, type SqliteConfig } from './driver.ts'

/** There is one connection, but our driver queues for it by itself; Kysely's own lock wakes all who wait at each release. */
class QueueingAdapter extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true
  }
}

/** Kysely over the npm package `sqlite3`: its adapter, compiler and introspector for SQLite, and our driver. */
export const createSqliteDialect = (config: SqliteConfig): Dialect => ({
  createAdapter: () => new QueueingAdapter(),
  createDriver: () => createDriver(config),
  createIntrospector: (db) => new SqliteIntrospector(db),
  createQueryCompiler: () => new SqliteQueryCompiler(),
})
