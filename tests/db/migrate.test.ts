import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { backupTo, restoreFrom } from '../../db/backup.ts'
import { listExamples, listForums } from '../../db/forums.ts'
import { latestVersion, migrate, schemaVersion } from '../../db/migrate.ts'
import type { Migration } from '../../db/migrations/migration.ts'
import { migrations } from '../../db/migrations/migrations.ts'
import { openDatabase } from '../../db/open.ts'
import type { Database } from '../../db/tables.ts'
import { type TemporaryFolder, temporaryFolder } from '../support/temporary-database.ts'

const schema = async (db: Database): Promise<unknown> => (await sql`select * from sqlite_master`.execute(db)).rows

const next: Migration = {
  version: latestVersion() + 1,
  name: 'one more table',
  up: async (db) => {
    await sql`create table one_more (id integer primary key) strict`.execute(db)
  },
}

describe('migrations', () => {
  let folder: TemporaryFolder
  let db: Database
  beforeEach(async () => {
    folder = await temporaryFolder()
    db = await openDatabase(folder.file('forum.db'))
  })
  afterEach(async () => {
    await db.destroy()
    await folder.remove()
  })

  test('D4 their numbers are 1, 2, 3… in the order of the list', () => {
    expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1))
  })

  test('D4 from an empty file they make every table, once', async () => {
    await migrate(db)
    const tables = (await db.introspection.getTables()).map(({ name }) => name)
    const expected = [
      'absence',
      'entry',
      'forum',
      'interest',
      'link',
      'meta',
      'migration',
      'person',
      'placement',
      'purge',
    ]
    expect({ tables, version: await schemaVersion(db) }).toEqual({ tables: expected, version: latestVersion() })
  })

  test('D4 a second run changes nothing', async () => {
    await migrate(db)
    const before = [await schema(db), await db.selectFrom('meta').selectAll().execute()]
    await migrate(db)
    expect([await schema(db), await db.selectFrom('meta').selectAll().execute()]).toEqual(before)
  })

  test('D4 two processes that migrate at once make each step once', async () => {
    const other = await openDatabase(folder.file('forum.db'))
    await Promise.all([migrate(db), migrate(other)])
    await other.destroy()
    expect(await db.selectFrom('migration').select('version').execute()).toEqual(
      migrations.map(({ version }) => ({ version })),
    )
  })

  test('D4 a database of an older version gets the steps that it lacks', async () => {
    await migrate(db)
    await migrate(db, [...migrations, next])
    expect(await schemaVersion(db)).toBe(next.version)
  })

  test('D4 the forums of a version 1 are kept, none of them an example; its backups are sound', async () => {
    await migrate(db, migrations.slice(0, 1))
    await sql`insert into forum (slug, created_at) values ('exemple', 1)`.execute(db)
    await backupTo(db, folder.file('copy.db'))
    expect(await restoreFrom(folder.file('copy.db'), folder.file('again.db'))).toMatchObject({ type: 'restored' })
    const restored = await openDatabase(folder.file('again.db'))
    await migrate(restored)
    expect([await listForums(restored), await listExamples(restored)]).toEqual([
      [{ id: 1, slug: 'exemple', createdAt: 1 }],
      [],
    ])
    await restored.destroy()
  })

  test('D4 a step that fails leaves the database of the step before', async () => {
    await migrate(db)
    const before = await schema(db)
    const failing: Migration = {
      ...next,
      up: async (transaction) => {
        await next.up(transaction)
        throw new Error('the power went')
      },
    }
    await expect(migrate(db, [...migrations, failing])).rejects.toThrow('the power went')
    expect(await schema(db)).toEqual(before)
  })

  test('D4 a database of a newer version is refused, and not changed', async () => {
    await migrate(db, [...migrations, next])
    const before = await schema(db)
    await expect(migrate(db)).rejects.toMatchObject({
      kind: 'newer',
      detail: `version ${next.version}, known ${latestVersion()}`,
      message: expect.stringContaining('update the program'),
    })
    expect(await schema(db)).toEqual(before)
  })

  test('D4 a database of another program is refused, and not changed', async () => {
    await sql`create table recipe (name text)`.execute(db)
    const before = await schema(db)
    await expect(migrate(db)).rejects.toMatchObject({ kind: 'not-ours', detail: 'recipe' })
    expect(await schema(db)).toEqual(before)
  })
})
