import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { migrate } from '../db/migrate.ts'
import { openDatabase } from '../db/open.ts'
import type { Database } from '../db/tables.ts'

/** The database's file in a data folder. */
export const databaseFile = (dataDir: string): string => join(dataDir, 'forum.db')

/** Opens the database of a data folder, made where there is none, at this version's tables. */
export const openStore = async (dataDir: string): Promise<Database> => {
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const db = await openDatabase(databaseFile(dataDir))
  try {
    await migrate(db)
    return db
  } catch (error) {
    await db.destroy()
    throw error
  }
}
