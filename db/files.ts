import { open, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { sql } from 'kysely'
import type { Database } from './tables.ts'

/** Path of the file that a handle was opened on; empty for one in memory. */
export const fileOf = async (db: Database): Promise<string> => {
  const { rows } = await sql<{ file: string }>`select file from pragma_database_list where name = 'main'`.execute(db)
  return rows[0]?.file ?? ''
}

/** Size in bytes; undefined where there is no such file. */
export const sizeOf = async (file: string): Promise<number | undefined> => {
  try {
    return (await stat(file)).size
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

/** Which file a path leads to now: another word when it was moved away or replaced. Undefined where there is none. */
export const identityOf = async (file: string): Promise<string | undefined> => {
  try {
    const { dev, ino } = await stat(file, { bigint: true })
    return `${dev} ${ino}`
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

const sync = async (path: string, flags: 'r' | 'r+'): Promise<void> => {
  const handle = await open(path, flags)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Returns when the content of a file is on the disk. */
export const syncFile = (file: string): Promise<void> => sync(file, 'r+')

/** Returns when the name of a file is on the disk: a rename is durable only when its folder is. Windows has no such sync. */
export const syncFolderOf = async (file: string): Promise<void> => {
  if (process.platform !== 'win32') await sync(dirname(file), 'r')
}
