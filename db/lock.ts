import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isDatabaseError } from './errors.ts'
import { openHandle } from './sqlite/handle.ts'

export type FolderLock =
  | { readonly type: 'locked'; release(): Promise<void> }
  /** `pid` of the process that holds it, as far as it is known. */
  | { readonly type: 'taken'; readonly pid: number | null }

const readPid = async (file: string): Promise<number | null> => {
  try {
    const pid = Number.parseInt(await readFile(file, 'utf8'), 10)
    return Number.isSafeInteger(pid) ? pid : null
  } catch {
    return null
  }
}

const busyNow = async (file: string, statements: readonly string[]): Promise<{ close(): Promise<void> } | null> => {
  const handle = await openHandle(file, 'write')
  try {
    await handle.all('pragma busy_timeout = 0')
    for (const statement of statements) await handle.all(statement)
    return handle
  } catch (error) {
    await handle.close()
    if (isDatabaseError(error, 'busy')) return null
    throw error
  }
}

/**
 * Makes this process the only one that serves a data folder (made where there is none). What holds is SQLite's exclusive
 * lock on the file `lock`: the system frees it when the process ends, however it ends, so nothing stale can be left. The
 * pid is beside it and only for the message: a process that opened and closed the file `lock` itself would free its own
 * lock (POSIX: closing any descriptor of a file drops the locks of the process on it).
 */
export const lockDataFolder = async (folder: string): Promise<FolderLock> => {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const pidFile = join(folder, 'lock.pid')
  const handle = await busyNow(join(folder, 'lock'), ['begin exclusive'])
  if (handle === null) return { type: 'taken', pid: await readPid(pidFile) }
  await writeFile(pidFile, `${process.pid}\n`)
  return {
    type: 'locked',
    async release() {
      await rm(pidFile, { force: true })
      await handle.close()
    },
  }
}

/**
 * Holds the database file itself where it is: many hold it `in-place` at once, beside the server, and whoever is to put
 * `another` in its place holds it alone. By the same kind of lock, on the file `lock-file`.
 * @returns how to let go; null where the others don't allow it
 */
export const holdDatabaseFile = async (
  folder: string,
  as: 'in-place' | 'another',
): Promise<(() => Promise<void>) | null> => {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  // A read in a transaction holds the shared lock until its end.
  const shared = ['begin', 'select count(*) from sqlite_master']
  const handle = await busyNow(join(folder, 'lock-file'), as === 'another' ? ['begin exclusive'] : shared)
  return handle === null ? null : () => handle.close()
}
