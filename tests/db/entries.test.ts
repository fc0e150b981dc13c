import { type RawBuilder, sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { insertEntries, readEntries } from '../../db/entries.ts'
import { migrate } from '../../db/migrate.ts'
import { migrations } from '../../db/migrations/migrations.ts'
import { openDatabase } from '../../db/open.ts'
import { forgetReasons } from '../../db/reasons.ts'
import type { Entry } from '../../shared/events.ts'
import { type TemporaryDatabase, temporaryDatabase } from '../support/temporary-database.ts'
import { sampleEntry, sampleForum, sampleSession } from './support/samples.ts'

describe('the log', () => {
  let temporary: TemporaryDatabase
  let forumId: number
  beforeEach(async () => {
    temporary = await temporaryDatabase()
    forumId = await sampleForum(temporary.db, 'brest')
  })
  afterEach(() => temporary.remove())

  const store = (...entries: readonly Entry[]) =>
    insertEntries(
      temporary.db,
      entries.map((entry) => ({ forumId, entry })),
    )
  const read = (after = 0, limit?: number) => readEntries(temporary.db, forumId, after, limit)

  test('entries come back as they were, whatever their texts hold', async () => {
    const title = `l’été 🌊 "x" 'y' \\ \\u0041 \u2028 a\0b \ud83d </script> -- ; $.events`
    const changes = { capacity: 0.1, title: '', expected: null, at: 9_007_199_254_740_991, big: 1e21, tiny: -1e-7 }
    const odd: Entry = {
      ...sampleEntry(1, { commandId: 'é"\'\\', by: '$[0]' }),
      events: [
        { type: 'session-proposed', session: sampleSession('s', { title, tags: ['', '[1]', '{"a":1}'] }) },
        { type: 'session-edited', sessionId: 's', changes },
      ],
    }
    const entries = [odd, sampleEntry(2, { events: [] }), sampleEntry(3)]
    await store(...entries)
    expect(await read()).toEqual(entries)
  })

  test('L17 an entry keeps its reason, beside those that have none', async () => {
    const reason = `parce que "l’ascenseur"\nest en panne 🛗 $.reason 1e3`
    const entries = [sampleEntry(1), sampleEntry(2, { reason }), sampleEntry(3, { reason: '7' })]
    await store(...entries)
    expect(await read()).toEqual(entries)
    expect((await read()).map((entry) => 'reason' in entry)).toEqual([false, true, true])
  })

  test('L17 the entries of an older database are kept, without a reason', async () => {
    const old = await openDatabase(temporary.folder.file('old.db'))
    await migrate(old, migrations.slice(0, 2))
    await sql`insert into forum (slug, created_at) values ('brest', 1)`.execute(old)
    const { commandId, by, at, events } = sampleEntry(1)
    await sql`insert into entry (forum_id, seq, command_id, by_person, at, events)
      values (1, 1, ${commandId}, ${by}, ${at}, ${JSON.stringify(events)})`.execute(old)
    await migrate(old)
    await insertEntries(old, [{ forumId: 1, entry: sampleEntry(2, { reason: 'parce que' }) }])
    expect(await readEntries(old, 1, 0)).toEqual([sampleEntry(1), sampleEntry(2, { reason: 'parce que' })])
    await old.destroy()
  })

  test('they are read after a seq, and no more than asked for', async () => {
    await store(sampleEntry(1), sampleEntry(2), sampleEntry(3), sampleEntry(4))
    expect([await read(1, 2), await read(4), await read(9)]).toEqual([[sampleEntry(2), sampleEntry(3)], [], []])
  })

  test('L1 the database refuses a seq that is not the next one, and stores none of the statement', async () => {
    await store(sampleEntry(1))
    const behind = { kind: 'raised', detail: 'entry-behind' }
    await expect(store(sampleEntry(1, { commandId: 'other' }))).rejects.toMatchObject(behind)
    await expect(store(sampleEntry(3))).rejects.toMatchObject(behind)
    await expect(store(sampleEntry(2), sampleEntry(4))).rejects.toMatchObject(behind)
    expect(await read()).toEqual([sampleEntry(1)])
  })

  test('L3 the database refuses a second entry of one command', async () => {
    await store(sampleEntry(1))
    const again = store(sampleEntry(2, { commandId: 'command-1' }))
    await expect(again).rejects.toMatchObject({ kind: 'raised', detail: 'entry-behind' })
  })

  test('L3 the same command id in another forum is another command', async () => {
    const other = await sampleForum(temporary.db, 'quimper')
    await store(sampleEntry(1))
    await insertEntries(temporary.db, [{ forumId: other, entry: sampleEntry(1) }])
    expect(await readEntries(temporary.db, other, 0)).toEqual([sampleEntry(1)])
  })

  const tampering = [
    { name: 'an update', statement: sql`update entry set by_person = 'eve'` },
    { name: 'an update of a seq', statement: sql`update entry set seq = seq + 10` },
    { name: 'a delete', statement: sql`delete from entry` },
    {
      name: 'a replacement of the same seq',
      statement: sql`insert or replace into entry
        select forum_id, seq, command_id, 'eve', at, events, reason from entry`,
    },
    {
      name: 'a replacement of the same command',
      statement: sql`insert or replace into entry
        select forum_id, 2, command_id, 'eve', at, events, reason from entry`,
    },
    {
      name: 'an upsert',
      statement: sql`insert into entry
        select forum_id, seq, command_id, 'eve', at, events, reason from entry where true
        on conflict do update set by_person = 'eve'`,
    },
    { name: 'a reason that is taken away', statement: sql`update entry set reason = null` },
    { name: 'the removal of its forum', statement: sql`delete from forum` },
  ]

  test.each(tampering)('L5 $name is refused: the log is append-only', async ({ statement }) => {
    await store(sampleEntry(1))
    // Held by the file itself: also on a connection that did not ask for recursive triggers.
    await sql`pragma recursive_triggers = off`.execute(temporary.db)
    await expect(statement.execute(temporary.db)).rejects.toMatchObject({
      kind: expect.stringMatching(/^(raised|foreign-key)$/),
    })
    expect(await read()).toEqual([sampleEntry(1)])
  })

  test('L5 a purge may take the reason out of an entry, and nothing else', async () => {
    const entry = { ...sampleEntry(1), reason: 'Nous serons debout.' }
    await store(entry, sampleEntry(2))
    const purging = (statement: RawBuilder<unknown>) =>
      temporary.db.transaction().execute(async (transaction) => {
        await transaction.insertInto('purge').values({ forum_id: forumId }).execute()
        await statement.execute(transaction)
      })
    await expect(purging(sql`update entry set reason = null, by_person = 'eve'`)).rejects.toMatchObject({
      detail: 'entry-append-only',
    })
    await expect(purging(sql`update entry set reason = 'Autre chose.'`)).rejects.toMatchObject({
      detail: 'entry-append-only',
    })
    expect(await read()).toEqual([entry, sampleEntry(2)])
    await temporary.db.transaction().execute((transaction) => forgetReasons(transaction, forumId, { by: entry.by }))
    expect(await read()).toEqual([sampleEntry(1), sampleEntry(2)])
  })

  test('L5 a purge says so first, in the same transaction, and for its forum alone', async () => {
    const other = await sampleForum(temporary.db, 'quimper')
    await store(sampleEntry(1), sampleEntry(2))
    await insertEntries(temporary.db, [{ forumId: other, entry: sampleEntry(1) }])
    await temporary.db.transaction().execute(async (transaction) => {
      await transaction.insertInto('purge').values({ forum_id: forumId }).execute()
      const everything = transaction.deleteFrom('entry').execute()
      await expect(everything).rejects.toMatchObject({ detail: 'entry-append-only' })
      await transaction.deleteFrom('entry').where('forum_id', '=', forumId).execute()
      await transaction.deleteFrom('forum').where('id', '=', forumId).execute()
    })
    const marks = await temporary.db.selectFrom('purge').selectAll().execute()
    const left = await readEntries(temporary.db, other, 0)
    expect({ purged: await read(), marks, left }).toEqual({ purged: [], marks: [], left: [sampleEntry(1)] })
  })
})
