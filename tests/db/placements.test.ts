import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase } from '../../db/open.ts'
import { changePlacements, type PlacementRow, readPlacements } from '../../db/placements.ts'
import { type TemporaryDatabase, temporaryDatabase } from '../support/temporary-database.ts'
import { sampleForum } from './support/samples.ts'

const overlap = { kind: 'raised', detail: 'placement-overlap' }

describe('placements', () => {
  let temporary: TemporaryDatabase
  let forumId: number
  beforeEach(async () => {
    temporary = await temporaryDatabase()
    forumId = await sampleForum(temporary.db, 'brest')
    await insert('held', 'b102', 100, 200)
  })
  afterEach(() => temporary.remove())

  const insert = (session: string, room: string, start: number, end: number, forum = forumId, db = temporary.db) =>
    db
      .insertInto('placement')
      .values({ forum_id: forum, session_id: session, room_id: room, start_at: start, end_at: end })
      .execute()
  const update = (session: string, start: number, end: number, room = 'b102') =>
    temporary.db
      .updateTable('placement')
      .set({ start_at: start, end_at: end, room_id: room })
      .where('session_id', '=', session)
      .execute()
  const read = () => readPlacements(temporary.db, forumId)
  const row = (sessionId: string, roomId: string, start: number, end: number): PlacementRow => ({
    sessionId,
    roomId,
    start,
    end,
  })
  const held = row('held', 'b102', 100, 200)
  const put = (...rows: readonly PlacementRow[]) =>
    temporary.db.transaction().execute((transaction) =>
      changePlacements(
        transaction,
        rows.map((to) => ({ forumId, sessionId: to.sessionId, to })),
      ),
    )

  const times = [
    { name: 'the same interval', start: 100, end: 200, free: false },
    { name: 'one inside', start: 120, end: 180, free: false },
    { name: 'one around', start: 50, end: 250, free: false },
    { name: 'one over the start', start: 50, end: 101, free: false },
    { name: 'one over the end', start: 199, end: 250, free: false },
    { name: 'one from the same start', start: 100, end: 101, free: false },
    { name: 'one to the same end', start: 199, end: 200, free: false },
    { name: 'one that ends at its start', start: 50, end: 100, free: true },
    { name: 'one that starts at its end', start: 200, end: 250, free: true },
    { name: 'one long before', start: 1, end: 2, free: true },
    { name: 'one long after', start: 1000, end: 2000, free: true },
  ]

  test.each(times)('B1 inserting $name: free = $free', async ({ start, end, free }) => {
    const inserted = insert('new', 'b102', start, end)
    if (free) await inserted
    else await expect(inserted).rejects.toMatchObject(overlap)
    expect((await read()).length).toBe(free ? 2 : 1)
  })

  test.each(times)('B1 updating to $name: free = $free', async ({ start, end, free }) => {
    await insert('new', 'b103', start, end)
    const updated = update('new', start, end)
    if (free) await updated
    else await expect(updated).rejects.toMatchObject(overlap)
    expect(await read()).toContainEqual(row('new', free ? 'b102' : 'b103', start, end))
  })

  test('B1 another room and another forum are free at the same time', async () => {
    const other = await sampleForum(temporary.db, 'quimper')
    await insert('new', 'b103', 100, 200)
    await insert('held', 'b102', 100, 200, other)
    expect([await read(), await readPlacements(temporary.db, other)]).toEqual([
      [held, row('new', 'b103', 100, 200)],
      [held],
    ])
  })

  test('a placement may shift over its own old time', async () => {
    await update('held', 150, 250)
    expect(await read()).toEqual([row('held', 'b102', 150, 250)])
  })

  test.each(['ignore', 'replace'])('B1 "insert or %s" does not slip past the trigger', async (way) => {
    const slipping = sql`insert or ${sql.raw(way)} into placement values (${forumId}, 'new', 'b102', 150, 160)`
    await expect(slipping.execute(temporary.db)).rejects.toMatchObject(overlap)
    expect(await read()).toEqual([held])
  })

  test('an interval ends after it starts', async () => {
    await expect(insert('new', 'b103', 100, 100)).rejects.toMatchObject({ kind: 'check' })
    await expect(insert('new', 'b103', 100, 99)).rejects.toMatchObject({ kind: 'check' })
  })

  test('a session is in one place', async () => {
    await expect(insert('held', 'b103', 900, 950)).rejects.toMatchObject({ kind: 'unique' })
  })

  test('two sessions change places in one step, and a third goes off the grid', async () => {
    await put(row('two', 'b103', 100, 200), row('three', 'b104', 100, 200))
    await changePlacements(temporary.db, [
      { forumId, sessionId: 'held', to: row('held', 'b103', 100, 200) },
      { forumId, sessionId: 'two', to: row('two', 'b102', 100, 200) },
      { forumId, sessionId: 'three', to: null },
    ])
    expect(await read()).toEqual([row('two', 'b102', 100, 200), row('held', 'b103', 100, 200)])
  })

  test('B1 two that want one room in one step are refused, and what was there stays', async () => {
    const both = put(row('held', 'b105', 0, 10), row('new', 'b105', 5, 15))
    await expect(both).rejects.toMatchObject(overlap)
    expect(await read()).toEqual([held])
  })

  test('B1 of two processes that want one room without looking, one gets it', async () => {
    const other = await openDatabase(temporary.file)
    for (let start = 1000; start < 1040; start += 1) {
      const here = insert('here', `room${start}`, start, start + 5)
      const there = insert('there', `room${start}`, start + 4, start + 9, forumId, other)
      const results = await Promise.allSettled([here, there])
      const statuses = results.map(({ status }) => status).sort()
      expect(statuses).toEqual(['fulfilled', 'rejected'])
      await temporary.db.deleteFrom('placement').where('session_id', 'in', ['here', 'there']).execute()
    }
    await other.destroy()
  })
})
