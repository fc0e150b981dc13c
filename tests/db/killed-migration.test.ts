import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { inspect } from '../../db/inspect.ts'
import { latestVersion, migrate, schemaVersion } from '../../db/migrate.ts'
import { openDatabase } from '../../db/open.ts'
import { temporaryDatabase } from '../support/temporary-database.ts'
import { startChild } from './support/child.ts'
import { sampleForum } from './support/samples.ts'

test('D4 L14 killed in the middle of a migration, a database is as it was before, and the next start goes on', async () => {
  const temporary = await temporaryDatabase()
  await sampleForum(temporary.db, 'brest')
  for (let round = 0; round < 3; round += 1) {
    const child = startChild('migrate-slowly.ts', temporary.file)
    expect(await child.line()).toBe('in the middle')
    await child.kill()
    const db = await openDatabase(temporary.file)
    const { rows } = await sql<{
      name: string
    }>`select name from pragma_table_info('forum') where name = 'color'`.execute(db)
    expect([await schemaVersion(db), rows]).toEqual([latestVersion(), []])
    await migrate(db)
    await db.destroy()
  }
  expect(await inspect(temporary.file)).toBe('sound')
  await temporary.remove()
})
