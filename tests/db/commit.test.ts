import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { commit, type ForumBatch } from '../../db/commit.ts'
import { readEntries } from '../../db/entries.ts'
import { dataVersion } from '../../db/meta.ts'
import { openDatabase } from '../../db/open.ts'
import { readPlacements } from '../../db/placements.ts'
import type { Database } from '../../db/tables.ts'
import { type TemporaryDatabase, temporaryDatabase } from '../support/temporary-database.ts'
import { sampleBatch, sampleEntry, sampleForum, samplePlacement } from './support/samples.ts'

const stored = { type: 'stored' } as const
const behind = { type: 'behind' } as const
const overlap = { type: 'overlap' } as const

describe('commit', () => {
  let temporary: TemporaryDatabase
  let db: Database
  let forumId: number
  const log: string[] = []
  beforeEach(async () => {
    temporary = await temporaryDatabase()
    db = await openDatabase(temporary.file, { log: ({ query }) => void log.push(query.sql) })
    forumId = await sampleForum(db, 'brest')
    log.length = 0
  })
  afterEach(async () => {
    await db.destroy()
    await temporary.remove()
  })

  const contents = async (forum = forumId) => ({
    entries: await readEntries(temporary.db, forum, 0),
    placements: (await readPlacements(temporary.db, forum)).map(({ sessionId, roomId }) => `${sessionId} ${roomId}`),
  })
  const held = samplePlacement('held', 'b102', 100, 200)
  const batch = (expectedSeq: number, changes: Partial<ForumBatch> = {}) =>
    sampleBatch(forumId, expectedSeq, [], changes)

  test('entries and placements are stored together', async () => {
    const batches = [batch(0, { entries: [sampleEntry(1), sampleEntry(2)], placed: [held] })]
    expect(await commit(db, batches)).toEqual([stored])
    expect(await contents()).toEqual({ entries: [sampleEntry(1), sampleEntry(2)], placements: ['held b102'] })
  })

  test('D3 what waits of many forums is one transaction: one begin, one commit, three statements', async () => {
    const forums = []
    for (let index = 0; index < 20; index += 1) forums.push(await sampleForum(db, `forum-${index}`))
    const before = await dataVersion(temporary.db)
    log.length = 0
    const results = await commit(
      db,
      forums.map((id) => sampleBatch(id, 0, [held])),
    )
    const statements = log.map((text) => text.split(/\s/, 2).join(' '))
    expect({ results, statements }).toEqual({
      results: forums.map(() => stored),
      statements: ['begin immediate', 'insert into', 'delete from', 'insert into', 'commit'],
    })
    // Another handle sees one change, not twenty.
    expect(await dataVersion(temporary.db)).toBe(before + 1)
  })

  test('nothing to write is no transaction', async () => {
    expect([await commit(db, []), log]).toEqual([[], []])
  })

  test('L1 a batch that expects another seq is behind and stores nothing', async () => {
    await commit(db, [batch(0)])
    const tooLow = await commit(db, [batch(0, { entries: [sampleEntry(1, { commandId: 'other' })], placed: [held] })])
    const tooHigh = await commit(db, [batch(2, { placed: [held] })])
    expect([tooLow, tooHigh]).toEqual([[behind], [behind]])
    expect(await contents()).toEqual({ entries: [sampleEntry(1)], placements: [] })
  })

  test('L3 a command that has its entry already makes the batch behind', async () => {
    await commit(db, [batch(0)])
    const again = batch(1, { entries: [sampleEntry(2, { commandId: 'command-1' })], placed: [held] })
    expect(await commit(db, [again])).toEqual([behind])
    expect(await contents()).toEqual({ entries: [sampleEntry(1)], placements: [] })
  })

  test('L3 one command twice in a batch makes it behind', async () => {
    const twice = batch(0, { entries: [sampleEntry(1), sampleEntry(2, { commandId: 'command-1' })] })
    expect(await commit(db, [twice])).toEqual([behind])
    expect(await contents()).toEqual({ entries: [], placements: [] })
  })

  test('B1 a batch that overlaps stores nothing, neither entry nor any of its placements', async () => {
    await commit(db, [batch(0, { placed: [held] })])
    const placed = [samplePlacement('new', 'b102', 150, 250), samplePlacement('free', 'b103', 150, 250)]
    expect(await commit(db, [batch(1, { placed, unplaced: ['other'] })])).toEqual([overlap])
    expect(await contents()).toEqual({ entries: [sampleEntry(1)], placements: ['held b102'] })
  })

  test('a conflicting batch is left out whole and the others are stored', async () => {
    const [two, three, four] = [
      await sampleForum(db, 'two'),
      await sampleForum(db, 'three'),
      await sampleForum(db, 'four'),
    ]
    await commit(db, [sampleBatch(two, 0), sampleBatch(three, 0, [held])])
    const results = await commit(db, [
      batch(0, { placed: [held] }),
      sampleBatch(two, 0, [held]),
      sampleBatch(three, 1, [samplePlacement('new', 'b102', 199, 300)]),
      sampleBatch(four, 0, [held]),
    ])
    expect(results).toEqual([stored, behind, overlap, stored])
    const all = [await contents(), await contents(two), await contents(three), await contents(four)]
    expect(all).toEqual([
      { entries: [sampleEntry(1)], placements: ['held b102'] },
      { entries: [sampleEntry(1)], placements: [] },
      { entries: [sampleEntry(1)], placements: ['held b102'] },
      { entries: [sampleEntry(1)], placements: ['held b102'] },
    ])
  })

  test('two batches of one forum follow each other; the second falls with the first', async () => {
    const first = batch(0, { placed: [held] })
    const second = batch(1, { unplaced: ['held'], placed: [samplePlacement('new', 'b102', 100, 200)] })
    expect(await commit(db, [first, second])).toEqual([stored, stored])
    expect(await commit(db, [batch(1), batch(2)])).toEqual([behind, stored])
    expect((await contents()).placements).toEqual(['new b102'])
  })

  test('sessions move, change places and go, whatever the order they are named in', async () => {
    const at = (session: string, room: string) => samplePlacement(session, room, 100, 200)
    await commit(db, [batch(0, { placed: [at('a', 'r1'), at('b', 'r2'), at('c', 'r3'), at('d', 'r4')] })])
    const placed = [at('a', 'r2'), at('b', 'r1'), at('c', 'r4')]
    await commit(db, [batch(1, { placed, unplaced: ['d', 'unknown'] })])
    expect((await contents()).placements).toEqual(['b r1', 'a r2', 'c r4'])
  })

  test('the last word on a session counts', async () => {
    const placed = [samplePlacement('held', 'r1', 100, 200), samplePlacement('held', 'r2', 100, 200)]
    await commit(db, [batch(0, { placed, unplaced: ['held'] })])
    expect((await contents()).placements).toEqual(['held r2'])
  })

  test('a full disk throws, stores nothing, and the next commit passes', async () => {
    await sql`pragma max_page_count = 1`.execute(db)
    const title = 'x'.repeat(200_000)
    const large = sampleEntry(1, { events: [{ type: 'forum-framed', changes: { theme: title } }] })
    await expect(commit(db, [batch(0, { entries: [large] })])).rejects.toMatchObject({ kind: 'full' })
    expect(await contents()).toEqual({ entries: [], placements: [] })
    await sql`pragma max_page_count = 1000000`.execute(db)
    expect(await commit(db, [batch(0)])).toEqual([stored])
  })

  test('a forum that is gone throws, and the batches beside it are not half stored', async () => {
    const failing = commit(db, [batch(0), sampleBatch(99, 0)])
    await expect(failing).rejects.toMatchObject({ kind: 'foreign-key' })
    expect(await contents()).toEqual({ entries: [], placements: [] })
  })

  test('a batch that contradicts itself is a bug of its maker', async () => {
    await expect(commit(db, [batch(0, { entries: [] })])).rejects.toThrow(RangeError)
    await expect(commit(db, [batch(0, { entries: [sampleEntry(2)] })])).rejects.toThrow(RangeError)
  })
})
