import { Kysely, sql } from 'kysely'
import { DatabaseError } from './errors.ts'
import { latestVersion, migrate, schemaVersion } from './migrate.ts'
import { migrations } from './migrations/migrations.ts'
import { checkIntegrity } from './open.ts'
import { createSqliteDialect } from './sqlite/dialect.ts'
import { refuseRemains } from './sqlite/remains.ts'
import type { Database, Tables } from './tables.ts'

/** Whether a file can be served: it is whole, and it is ours. */
export type Inspection = 'sound' | 'not-ours' | 'damaged' | 'newer'

/** Tables, indexes and triggers as they were written, so that one that lost its triggers is not taken for ours. */
const readSchema = async (db: Database): Promise<string> => {
  const { rows } = await sql<{ type: string; name: string; sql: string | null }>`
    select type, name, sql from sqlite_master where name not like 'sqlite\\_%' escape '\\' order by type, name`.execute(
    db,
  )
  return JSON.stringify(rows)
}

const expectedSchema = async (version: number): Promise<string> => {
  const db: Database = new Kysely<Tables>({ dialect: createSqliteDialect({ file: ':memory:', access: 'write' }) })
  try {
    await migrate(
      db,
      migrations.filter((migration) => migration.version <= version),
    )
    return await readSchema(db)
  } finally {
    await db.destroy()
  }
}

/** Anything that cannot be where only our code wrote: gaps in a log (L1), events that are no JSON, orphans. */
const findFault = async (db: Database): Promise<boolean> => {
  const orphans = await sql`pragma foreign_key_check`.execute(db)
  const gaps =
    await sql`select forum_id from entry group by forum_id having max(seq) <> count(*) or min(seq) <> 1`.execute(db)
  const unreadable = await sql`select seq from entry where not json_valid(events) limit 1`.execute(db)
  const epoch = await db.selectFrom('meta').select('value').where('key', '=', 'epoch').executeTakeFirst()
  return orphans.rows.length + gaps.rows.length + unreadable.rows.length > 0 || epoch === undefined
}

const inspectTables = async (db: Database): Promise<Inspection> => {
  await checkIntegrity(db)
  const version = await schemaVersion(db)
  if (version === 0) return 'not-ours'
  if (version > latestVersion()) return 'newer'
  if ((await readSchema(db)) !== (await expectedSchema(version))) return 'damaged'
  return (await findFault(db)) ? 'damaged' : 'sound'
}

/** Reads a whole database file and says whether it can be served. Its log (`-wal`), if it has one, is taken in. */
export const inspect = async (file: string): Promise<Inspection> => {
  const db: Database = new Kysely<Tables>({ dialect: createSqliteDialect({ file, access: 'write' }) })
  try {
    await refuseRemains(file)
    return await inspectTables(db)
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
    if (error.kind === 'not-a-database') return 'not-ours'
    // A table named like ours but without our columns.
    if (error.kind === 'damaged' || error.kind === 'statement' || error.kind === 'type') return 'damaged'
    throw error
  } finally {
    await db.destroy()
  }
}
