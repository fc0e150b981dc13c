import { sql } from 'kysely'
import { DatabaseError } from './errors.ts'
import { migrations as ours } from './migrations/migrations.ts'
import type { Database } from './tables.ts'

const createTable = sql`create table if not exists migration (version integer primary key, name text not null) strict`

/** Version of the schema that a database holds; 0 where `migrate` never ran on it. */
export const schemaVersion = async (db: Database): Promise<number> => {
  const tables = await db.introspection.getTables()
  if (!tables.some(({ name }) => name === 'migration')) return 0
  const row = await db
    .selectFrom('migration')
    .select(({ fn }) => fn.max('version').as('version'))
    .executeTakeFirst()
  return row?.version ?? 0
}

/** Version that this code makes. */
export const latestVersion = (migrations = ours): number => Math.max(0, ...migrations.map(({ version }) => version))

const refuseForeign = async (db: Database): Promise<void> => {
  const tables = await db.introspection.getTables()
  if (tables.length === 0 || tables.some(({ name }) => name === 'migration')) return
  throw new DatabaseError('not-ours', tables.map(({ name }) => name).join(', '), {
    message: 'This database holds tables of another program: nothing was changed in it.',
  })
}

const refuseNewer = (found: number, known: number): void => {
  if (found <= known) return
  throw new DatabaseError('newer', `version ${found}, known ${known}`, {
    message: `This database was made by a newer version of forum-ouvert (its tables are version ${found}, this one knows ${known}): update the program, or restore an older backup.`,
  })
}

/**
 * Brings the tables to the version of this code. Each step is one transaction together with its own line in the table
 * `migration`, so that a process killed in between leaves a database of the step before; another process that migrates
 * at the same time waits and then finds the step done.
 * @throws DatabaseError `newer` where the database is of a later version, `not-ours` where it holds other tables only;
 * nothing is changed in either
 */
export const migrate = async (db: Database, migrations = ours): Promise<void> => {
  await refuseForeign(db)
  for (const { version, name, up } of migrations) {
    await db.transaction().execute(async (transaction) => {
      await createTable.execute(transaction)
      const done = await schemaVersion(transaction)
      refuseNewer(done, latestVersion(migrations))
      if (version <= done) return
      await up(transaction)
      await transaction.insertInto('migration').values({ version, name }).execute()
    })
  }
}
