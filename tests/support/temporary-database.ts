import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '../../db/migrate.ts'
import { openDatabase } from '../../db/open.ts'
import type { Database } from '../../db/tables.ts'

/** A folder that is gone after the test. */
export interface TemporaryFolder {
  readonly path: string
  /** Path of a file in it. */
  file(name: string): string
  remove(): Promise<void>
}

export const temporaryFolder = async (): Promise<TemporaryFolder> => {
  const path = await mkdtemp(join(tmpdir(), 'forum-ouvert-'))
  return { path, file: (name) => join(path, name), remove: () => rm(path, { recursive: true, force: true }) }
}

export interface TemporaryDatabase {
  readonly db: Database
  readonly folder: TemporaryFolder
  /** The database's own file. */
  readonly file: string
  /** Closes the database and removes its folder. */
  remove(): Promise<void>
}

/** A real, migrated database in a folder of its own. Closing it before `remove` is allowed. */
export const temporaryDatabase = async (): Promise<TemporaryDatabase> => {
  const folder = await temporaryFolder()
  const file = folder.file('forum.db')
  const db = await openDatabase(file)
  await migrate(db)
  return {
    db,
    folder,
    file,
    remove: async () => {
      await db.destroy()
      await folder.remove()
    },
  }
}
