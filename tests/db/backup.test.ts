import { copyFile, readdir, readFile, truncate, writeFile } from 'node:fs/promises'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { backupTo, restoreFrom } from '../../db/backup.ts'
import { commit } from '../../db/commit.ts'
import { readEntries } from '../../db/entries.ts'
import { newEpoch, readEpoch } from '../../db/meta.ts'
import { latestVersion, migrate } from '../../db/migrate.ts'
import { openDatabase } from '../../db/open.ts'
import { addPerson, readPeople } from '../../db/people.ts'
import { readPlacements } from '../../db/placements.ts'
import { type TemporaryDatabase, temporaryDatabase } from '../support/temporary-database.ts'
import { NOW, sampleBatch, sampleForum, samplePlacement } from './support/samples.ts'

describe('backup and restore', () => {
  let temporary: TemporaryDatabase
  let forumId: number
  let backup: string
  beforeEach(async () => {
    temporary = await temporaryDatabase()
    forumId = await sampleForum(temporary.db, 'brest')
    backup = temporary.folder.file('backup.db')
  })
  afterEach(() => temporary.remove())

  const store = async (seq: number): Promise<void> => {
    const placement = samplePlacement(`s${seq}`, 'b102', seq * 10, seq * 10 + 10)
    expect(await commit(temporary.db, [sampleBatch(forumId, seq - 1, [placement])])).toEqual([{ type: 'stored' }])
  }
  const counts = async (file: string) => {
    const db = await openDatabase(file)
    const entries = (await readEntries(db, forumId, 0)).length
    const placements = (await readPlacements(db, forumId)).length
    const epoch = await readEpoch(db)
    await db.destroy()
    return { entries, placements, epoch }
  }
  /** A file with something done to it by hand. */
  const tamperedBackup = async (statement: string): Promise<string> => {
    await store(1)
    await backupTo(temporary.db, backup)
    const db = await openDatabase(backup)
    await sql.raw(statement).execute(db)
    await db.destroy()
    return backup
  }
  const restoreBeside = () => restoreFrom(backup, temporary.folder.file('restored.db'))

  test('a backup made while entries are written holds one moment: each with its placement, none missing', async () => {
    for (let seq = 1; seq <= 20; seq += 1) await store(seq)
    let ready = false
    const backing = backupTo(temporary.db, backup).finally(() => {
      ready = true
    })
    let seq = 20
    while (!ready || seq < 60) {
      seq += 1
      await store(seq)
    }
    await backing
    const { entries, placements } = await counts(backup)
    expect(placements).toBe(entries)
    expect(entries).toBeGreaterThanOrEqual(20)
    expect((await readEntries(temporary.db, forumId, 0)).length).toBe(seq)
  })

  test('a backup is one file, and nothing is overwritten', async () => {
    await backupTo(temporary.db, backup)
    const before = await readFile(backup)
    await expect(backupTo(temporary.db, backup)).rejects.toThrow('exists already')
    const files = (await readdir(temporary.folder.path)).filter((name) => name.startsWith('backup'))
    expect({ files, same: before.equals(await readFile(backup)) }).toEqual({ files: ['backup.db'], same: true })
  })

  test('a backup that cannot be written leaves no file', async () => {
    await expect(backupTo(temporary.db, temporary.folder.file('nowhere/b.db'))).rejects.toMatchObject({
      kind: 'no-access',
    })
    expect((await readdir(temporary.folder.path)).sort()).toEqual(['forum.db', 'forum.db-shm', 'forum.db-wal'])
  })

  test('a restored backup is what it was, with another epoch; what came later is gone', async () => {
    await store(1)
    await addPerson(temporary.db, forumId, {
      id: 'ana',
      name: 'Ana',
      role: 'participant',
      tokenHash: 'hash',
      linkId: null,
      at: NOW,
    })
    await backupTo(temporary.db, backup)
    const before = await readEpoch(temporary.db)
    await store(2)
    await temporary.db.destroy()
    const restored = await restoreFrom(backup, temporary.file)
    if (restored.type === 'refused') throw new Error(restored.why)
    expect(restored.epoch).not.toBe(before)
    expect(await counts(temporary.file)).toEqual({ entries: 1, placements: 1, epoch: restored.epoch })
    const db = await openDatabase(temporary.file)
    await migrate(db)
    expect(await readPeople(db, forumId)).toEqual([{ id: 'ana', name: 'Ana', role: 'participant' }])
    await db.destroy()
    expect((await counts(backup)).epoch).toBe(before)
  })

  test('the log of a database that was killed is not taken for the restored one’s', async () => {
    await store(1)
    await backupTo(temporary.db, backup)
    await store(2)
    const target = temporary.folder.file('killed.db')
    for (const suffix of ['', '-wal', '-shm']) await copyFile(`${temporary.file}${suffix}`, `${target}${suffix}`)
    expect(await restoreFrom(backup, target)).toMatchObject({ type: 'restored' })
    expect(await counts(target)).toMatchObject({ entries: 1, placements: 1 })
    const files = (await readdir(temporary.folder.path)).filter((name) => name.startsWith('killed'))
    expect(files).toEqual(['killed.db'])
  })

  test('a log whose database is gone is not taken for the restored one’s', async () => {
    await store(1)
    await backupTo(temporary.db, backup)
    await store(2)
    const target = temporary.folder.file('killed.db')
    await copyFile(`${temporary.file}-wal`, `${target}-wal`)
    expect(await restoreFrom(backup, target)).toMatchObject({ type: 'restored' })
    expect(await counts(target)).toMatchObject({ entries: 1, placements: 1 })
  })

  test('a file that was copied as it lay is restored with the log beside it', async () => {
    await store(1)
    await store(2)
    for (const suffix of ['', '-wal']) await copyFile(`${temporary.file}${suffix}`, `${backup}${suffix}`)
    expect(await restoreBeside()).toMatchObject({ type: 'restored' })
    expect(await counts(temporary.folder.file('restored.db'))).toMatchObject({ entries: 2, placements: 2 })
  })

  test('a damaged database can be replaced', async () => {
    await store(1)
    await backupTo(temporary.db, backup)
    await temporary.db.destroy()
    await truncate(temporary.file, 5000)
    expect(await restoreFrom(backup, temporary.file)).toMatchObject({ type: 'restored' })
    expect(await counts(temporary.file)).toMatchObject({ entries: 1 })
  })

  test('a folder that is not there yet is made', async () => {
    await backupTo(temporary.db, backup)
    expect(await restoreFrom(backup, temporary.folder.file('new/data/forum.db'))).toMatchObject({ type: 'restored' })
  })

  test('L9 a file cut short anywhere is refused, and the database in its place is not touched', async () => {
    await store(1)
    await backupTo(temporary.db, backup)
    const whole = await readFile(backup)
    const before = await readFile(temporary.file)
    for (const length of [0, 50, 100, 4096, 8192, whole.length >> 1, whole.length - 4096, whole.length - 1]) {
      await writeFile(backup, whole.subarray(0, length))
      const restored = await restoreFrom(backup, temporary.file)
      expect(restored.type, `cut to ${length}`).toBe('refused')
    }
    expect(before.equals(await readFile(temporary.file))).toBe(true)
    await store(2)
  })

  const tampering = [
    { why: 'damaged', name: 'has lost the trigger of the log', statement: 'drop trigger entry_delete' },
    { why: 'damaged', name: 'has lost the trigger of the rooms', statement: 'drop trigger placement_insert' },
    { why: 'damaged', name: 'has lost a table', statement: 'drop table interest' },
    { why: 'damaged', name: 'has no epoch', statement: "delete from meta where key = 'epoch'" },
    { why: 'not-ours', name: 'has no version', statement: 'drop table migration' },
    { why: 'newer', name: 'is newer', statement: `insert into migration values (${latestVersion() + 1}, 'later')` },
  ]

  test.each(tampering)('one that $name is refused: $why', async ({ why, statement }) => {
    await tamperedBackup(statement)
    expect(await restoreBeside()).toEqual({ type: 'refused', why })
  })

  test('one with a gap in a log, or with events that are no JSON, is refused', async () => {
    const restoreTrigger = 'create trigger'
    for (const change of ['delete from entry where seq = 1', "update entry set events = '[{' where seq = 2"]) {
      const target = temporary.folder.file(`${change.slice(0, 6)}.db`)
      if ((await readEntries(temporary.db, forumId, 0)).length === 0) for (const seq of [1, 2]) await store(seq)
      await backupTo(temporary.db, target)
      const db = await openDatabase(target)
      const { rows } = await sql<{ name: string; sql: string }>`
        select name, sql from sqlite_master where type = 'trigger' and tbl_name = 'entry'`.execute(db)
      for (const trigger of rows) await sql.raw(`drop trigger ${trigger.name}`).execute(db)
      await sql.raw(change).execute(db)
      for (const trigger of rows) await sql.raw(trigger.sql).execute(db)
      await db.destroy()
      expect(rows.every((trigger) => trigger.sql.toLowerCase().startsWith(restoreTrigger))).toBe(true)
      expect(await restoreFrom(target, backup)).toEqual({ type: 'refused', why: 'damaged' })
    }
  })

  test('a missing file, a letter and another program’s database are refused', async () => {
    expect(await restoreBeside()).toEqual({ type: 'refused', why: 'missing' })
    await writeFile(backup, 'Chère équipe, voici le programme. '.repeat(300))
    expect(await restoreBeside()).toEqual({ type: 'refused', why: 'not-ours' })
    const other = await openDatabase(temporary.folder.file('other.db'))
    await sql`create table recipe (name text)`.execute(other)
    await other.destroy()
    expect(await restoreFrom(temporary.folder.file('other.db'), backup)).toEqual({ type: 'refused', why: 'not-ours' })
    expect((await readdir(temporary.folder.path)).some((name) => name.includes('restor'))).toBe(false)
  })

  test('an epoch is a new word each time', async () => {
    const words = [await readEpoch(temporary.db), await newEpoch(temporary.db), await newEpoch(temporary.db)]
    expect([new Set(words).size, await readEpoch(temporary.db)]).toEqual([3, words[2]])
  })
})
