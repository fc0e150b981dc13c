import { readFile, truncate, writeFile } from 'node:fs/promises'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { commit } from '../../db/commit.ts'
import { openDatabase } from '../../db/open.ts'
import { type TemporaryDatabase, temporaryDatabase } from '../support/temporary-database.ts'
import { sampleBatch, sampleForum, samplePlacement } from './support/samples.ts'

let temporary: TemporaryDatabase
beforeEach(async () => {
  temporary = await temporaryDatabase()
})
afterEach(() => temporary.remove())

const pragma = async (name: string): Promise<unknown> => {
  const { rows } = await sql.raw<Record<string, unknown>>(`pragma ${name}`).execute(temporary.db)
  return Object.values(rows[0] ?? {})[0]
}

/** The database closed, with forty entries in it and no log beside it. */
const filledFile = async (): Promise<string> => {
  const forumId = await sampleForum(temporary.db, 'brest')
  for (let seq = 0; seq < 40; seq += 1) {
    const placement = samplePlacement(`s${seq}`, `room${seq}`, 0, 10)
    await commit(temporary.db, [sampleBatch(forumId, seq, [placement])])
  }
  await temporary.db.destroy()
  return temporary.file
}

test('L2 each commit is synced (FULL) into a write-ahead log; foreign keys hold; a lock is waited for', async () => {
  const names = ['synchronous', 'journal_mode', 'foreign_keys', 'recursive_triggers', 'busy_timeout', 'secure_delete']
  const values = []
  for (const name of names) values.push(await pragma(name))
  expect(values).toEqual([2, 'wal', 1, 1, 5000, 1])
})

test('what was written is there when the file is opened again', async () => {
  const file = await filledFile()
  const again = await openDatabase(file)
  const { rows } = await sql`select max(seq) as seq, count(*) as count from entry`.execute(again)
  await again.destroy()
  expect(rows).toEqual([{ seq: 40, count: 40 }])
})

test('a file that was cut short anywhere is refused, not served', async () => {
  const file = await filledFile()
  const whole = await readFile(file)
  for (const length of [0, 50, 100, 4095, 4096, 4097, 8192, whole.length >> 1, whole.length - 4096, whole.length - 1]) {
    await writeFile(file, whole)
    await truncate(file, length)
    await expect(openDatabase(file), `cut to ${length}`).rejects.toThrow('restore a backup')
  }
})

test('a page of rubbish inside the file is refused', async () => {
  const file = await filledFile()
  const whole = await readFile(file)
  for (let page = 1; page < whole.length / 4096; page += 1) {
    const torn = Buffer.from(whole)
    torn.fill(0x5a, page * 4096, (page + 1) * 4096)
    await writeFile(file, torn)
    await expect(openDatabase(file), `page ${page}`).rejects.toMatchObject({ kind: 'damaged' })
  }
})

test('a file that is no database is refused with its name and what to do', async () => {
  const file = temporary.folder.file('letter.db')
  await writeFile(file, 'Chère équipe, voici le programme. '.repeat(300))
  await expect(openDatabase(file)).rejects.toMatchObject({
    kind: 'not-a-database',
    message: `The database ${file} is damaged (file is not a database): restore a backup, or move the file away to begin anew.`,
  })
})

test('a log whose database is gone is not taken for a new database', async () => {
  const file = temporary.folder.file('gone.db')
  await writeFile(`${file}-wal`, 'what a crash left')
  await expect(openDatabase(file)).rejects.toMatchObject({ kind: 'damaged', detail: 'only its log is left' })
})

test('a folder that is not there is said in a sentence', async () => {
  const file = temporary.folder.file('nowhere/forum.db')
  await expect(openDatabase(file)).rejects.toMatchObject({ kind: 'no-access', message: expect.stringContaining(file) })
})
