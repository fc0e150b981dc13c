import { chmod, copyFile, mkdir, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Kysely, sql } from 'kysely'
import { DatabaseError } from './errors.ts'
import { fileOf, sizeOf, syncFile, syncFolderOf } from './files.ts'
import { type Inspection, inspect } from './inspect.ts'
import { newEpoch } from './meta.ts'
import { createSqliteDialect } from './sqlite/dialect.ts'
import type { Database, Tables } from './tables.ts'
import { findMismatches } from './verify.ts'

const connect = (file: string, access: 'read' | 'write'): Database =>
  new Kysely<Tables>({ dialect: createSqliteDialect({ file, access }) })

const removeDatabase = async (file: string): Promise<void> => {
  for (const suffix of ['', '-wal', '-shm', '-journal']) await rm(`${file}${suffix}`, { force: true })
}

/** A connection of its own sees one moment of the file, while the server goes on writing by the other. */
const copyInto = async (db: Database, part: string): Promise<void> => {
  const reader = connect(await fileOf(db), 'read')
  try {
    await sql`pragma busy_timeout = 5000`.execute(reader)
    await sql`vacuum into ${part}`.execute(reader)
  } finally {
    await reader.destroy()
  }
}

/**
 * Copies a database as it is at one moment, while it is written to: one file, complete and checked before it bears its
 * name. Without what was deleted from it (the copy is written anew).
 * @throws Error where the file exists already (nothing is overwritten)
 * @throws DatabaseError where it cannot be written (`no-access`, `full`), or `damaged` where the copy is not sound
 */
export const backupTo = async (db: Database, file: string): Promise<void> => {
  if ((await sizeOf(file)) !== undefined) throw new Error(`${file} exists already: nothing was overwritten.`)
  const part = `${file}.part`
  await removeDatabase(part)
  try {
    await copyInto(db, part)
    const found = await inspect(part)
    if (found !== 'sound') throw new DatabaseError('damaged', `the copy is ${found}`)
    await chmod(part, 0o600)
    await syncFile(part)
    await rename(part, file)
    await syncFolderOf(file)
  } finally {
    await removeDatabase(part)
  }
}

/**
 * Reads a backup as it would be served after a restore: each forum's log makes a board, and its placements are the board's.
 * @returns addresses of the forums that disagree with themselves; none where all is well
 */
export const verifyBackup = async (file: string): Promise<readonly string[]> => {
  const db = connect(file, 'read')
  try {
    return await findMismatches(db)
  } finally {
    await db.destroy()
  }
}

export type Restored =
  | { readonly type: 'restored'; readonly epoch: string }
  | { readonly type: 'refused'; readonly why: 'missing' | Exclude<Inspection, 'sound'> }

/** The log of a file that was copied as it lay holds its newest entries: it comes along. */
const copyWithLog = async (file: string, copy: string): Promise<void> => {
  await copyFile(file, copy)
  await chmod(copy, 0o600)
  if (((await sizeOf(`${file}-wal`)) ?? 0) === 0) return
  await copyFile(`${file}-wal`, `${copy}-wal`)
  await chmod(`${copy}-wal`, 0o600)
}

/** Another epoch, and everything in one file again: a log left beside it would be missed by the rename. */
const settle = async (copy: string): Promise<string> => {
  const db = connect(copy, 'write')
  try {
    await sql`pragma journal_mode = delete`.execute(db)
    await sql`pragma synchronous = full`.execute(db)
    return await newEpoch(db)
  } finally {
    await db.destroy()
  }
}

/**
 * Takes what is in the log of the old database into it, so that it stays whole should the machine stop between removing
 * its log and the rename. One that is damaged is replaced as it is.
 */
const emptyLog = async (target: string): Promise<void> => {
  if (((await sizeOf(target)) ?? 0) === 0) return
  const db = connect(target, 'write')
  try {
    await sql`pragma wal_checkpoint(truncate)`.execute(db)
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
  } finally {
    await db.destroy()
  }
}

/**
 * Puts a backup in the place of a database, with a new epoch. The file is copied beside the target and checked there; the
 * target is only touched when all is well. Nobody may have the target open: hold the lock of its folder.
 * @returns why nothing was changed, where the file is not whole, not ours, or of a later version
 */
export const restoreFrom = async (file: string, target: string): Promise<Restored> => {
  if ((await sizeOf(file)) === undefined) return { type: 'refused', why: 'missing' }
  const copy = `${target}.restoring`
  await mkdir(dirname(target), { recursive: true, mode: 0o700 })
  await removeDatabase(copy)
  try {
    await copyWithLog(file, copy)
    const found = await inspect(copy)
    if (found !== 'sound') return { type: 'refused', why: found }
    const epoch = await settle(copy)
    await syncFile(copy)
    await emptyLog(target)
    // Before the rename: SQLite would take the old log for the new database's own.
    for (const suffix of ['-wal', '-shm', '-journal']) await rm(`${target}${suffix}`, { force: true })
    await rename(copy, target)
    await syncFolderOf(target)
    return { type: 'restored', epoch }
  } finally {
    await removeDatabase(copy)
  }
}
