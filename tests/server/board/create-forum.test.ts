import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readEntries } from '../../../db/entries.ts'
import { listForums } from '../../../db/forums.ts'
import { findLink } from '../../../db/links.ts'
import { readPeople } from '../../../db/people.ts'
import { createForum } from '../../../server/board/create-forum.ts'
import { createCore } from '../../../server/core.ts'
import { silentLog } from '../../../server/log.ts'
import { hashOf } from '../../../server/secrets.ts'
import type { Core } from '../../../server/services.ts'
import { planCommands } from '../../../shared/plan.ts'
import { before } from '../../support/boards.ts'
import { type TemporaryDatabase, temporaryDatabase } from '../../support/temporary-database.ts'
import { runningClock } from '../../support/test-clock.ts'
import { testPlan } from '../../support/test-plan.ts'

let database: TemporaryDatabase
let core: Core

beforeEach(async () => {
  database = await temporaryDatabase()
  core = await createCore(database.db, runningClock(before), silentLog)
})
afterEach(() => database.remove())

const rowsOf = async (table: 'forum' | 'person' | 'link' | 'entry'): Promise<number> =>
  (await database.db.selectFrom(table).selectAll().execute()).length

test('S4 a forum is written with its team, its link and an entry for each command of its plan', async () => {
  const created = await createForum(core, testPlan, 'essai')
  if (created.type === 'refused') throw new Error(created.refusal.code)
  const { forum, team, secret } = created
  expect(await listForums(database.db)).toEqual([{ id: forum.id, slug: 'essai', createdAt: expect.any(Number) }])
  expect(await readPeople(database.db, forum.id)).toEqual([team])
  expect(await findLink(database.db, forum.id, hashOf(secret))).toEqual(expect.any(Number))
  const entries = await readEntries(database.db, forum.id, 0)
  expect(entries.map(({ seq, by }) => ({ seq, by }))).toEqual(
    planCommands(testPlan).map((_, index) => ({ seq: index + 1, by: team.id })),
  )
  expect(forum.board.seq).toBe(entries.length)
})

test.each(['person', 'link', 'entry'] as const)(
  'S4 a disk that refuses a row of %s leaves nothing, and the same address is free afterwards',
  async (table) => {
    const { db } = database
    await sql`create trigger refusing before insert on ${sql.table(table)} begin select raise(abort, 'no'); end`.execute(
      db,
    )
    await expect(createForum(core, testPlan, 'essai')).rejects.toMatchObject({ kind: 'raised' })
    expect(await Promise.all([rowsOf('forum'), rowsOf('person'), rowsOf('link'), rowsOf('entry')])).toEqual([
      0, 0, 0, 0,
    ])
    await sql`drop trigger refusing`.execute(db)
    expect(await createForum(core, testPlan, 'essai')).toMatchObject({ type: 'created', forum: { slug: 'essai' } })
  },
)
