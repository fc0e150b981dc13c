import { stat } from 'node:fs/promises'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { commit } from '../../db/commit.ts'
import { readEntries } from '../../db/entries.ts'
import { openDatabase } from '../../db/open.ts'
import { temporaryDatabase } from '../support/temporary-database.ts'
import { sampleBatch, sampleEntry, sampleForum, sampleSession } from './support/samples.ts'

const megabyte = 1024 * 1024

test('L15 a long reader makes the write-ahead log grow; when it leaves, the log is cut back to its bound', async () => {
  const temporary = await temporaryDatabase()
  const forumId = await sampleForum(temporary.db, 'brest')
  const reader = await openDatabase(temporary.file)
  let seq = 0
  const write = async (megabytes: number): Promise<void> => {
    for (const last = seq + megabytes; seq < last; ) {
      const events = Array.from({ length: 250 }, (_, n) => ({
        type: 'session-proposed' as const,
        session: sampleSession(`${seq}-${n}`, { description: 'x'.repeat(4000) }),
      }))
      const batch = sampleBatch(forumId, seq, [], { entries: [sampleEntry(seq + 1, { events })] })
      expect(await commit(temporary.db, [batch])).toEqual([{ type: 'stored' }])
      seq += 1
    }
  }
  const log = async (): Promise<number> => (await stat(`${temporary.file}-wal`)).size

  await reader
    .transaction()
    .setAccessMode('read only')
    .execute(async (transaction) => {
      // Its view of the database begins here, and keeps everything later in the log.
      expect(await readEntries(transaction, forumId, 0)).toEqual([])
      await write(24)
      expect(await log()).toBeGreaterThan(20 * megabyte)
      // And stays what it was: that is what a reader is owed.
      expect(await readEntries(transaction, forumId, 0)).toEqual([])
    })
  await reader.destroy()
  // The next checkpoint empties the log, the commit after it begins it anew and cuts it back.
  await write(3)
  expect(await log()).toBeLessThanOrEqual(16 * megabyte)
  const { rows } = await sql<{ n: number }>`select count(*) as n from entry`.execute(temporary.db)
  expect(rows[0]?.n).toBe(27)
  await temporary.remove()
})
