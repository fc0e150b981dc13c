import type { ForumRow } from '../../db/forums.ts'
import { findForum } from '../../db/forums.ts'
import { holdDatabaseFile } from '../../db/lock.ts'
import type { Database } from '../../db/tables.ts'
import { systemClock } from '../clock.ts'
import type { Config } from '../config.ts'
import { createCore } from '../core.ts'
import { silentLog } from '../log.ts'
import type { Core } from '../services.ts'
import { openStore } from '../store.ts'
import { CommandLineError } from './command.ts'

const withStore = async <T>(dataDir: string, work: (core: Core) => Promise<T>): Promise<T> => {
  const db = await openStore(dataDir)
  try {
    const core = await createCore(db, systemClock, silentLog)
    const result = await work(core)
    await core.committer.idle()
    return result
  } finally {
    await db.destroy()
  }
}

/**
 * Opens the data folder beside a server that may be running on it, and closes it after the work.
 * @throws CommandLineError while a backup is being put in place: what is written then would be lost with the old file
 */
export const withCore = async <T>({ dataDir }: Config, work: (core: Core) => Promise<T>): Promise<T> => {
  const letGo = await holdDatabaseFile(dataDir, 'in-place')
  if (letGo === null) throw new CommandLineError(`A backup is being restored to ${dataDir}: wait for its end.`)
  try {
    return await withStore(dataDir, work)
  } finally {
    await letGo()
  }
}

/** @throws CommandLineError where there is no forum at this address */
export const requireForum = async (db: Database, slug: string): Promise<ForumRow> => {
  const row = await findForum(db, slug)
  if (row === undefined) throw new CommandLineError(`There is no forum "${slug}" here: see "list".`)
  return row
}
