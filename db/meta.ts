import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Database } from './tables.ts'

const write = async (db: Database, key: string, value: string): Promise<void> => {
  await db
    .insertInto('meta')
    .values({ key, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute()
}

/** The word that says which history the seqs belong to; a restored backup has another one, so that phones start afresh. */
export const readEpoch = async (db: Database): Promise<string> => {
  const row = await db.selectFrom('meta').select('value').where('key', '=', 'epoch').executeTakeFirstOrThrow()
  return row.value
}

/** Begins another epoch: seqs handed out before mean nothing any more. */
export const newEpoch = async (db: Database): Promise<string> => {
  const epoch = randomUUID()
  await write(db, 'epoch', epoch)
  return epoch
}

/**
 * A number that changes when another process (or another handle) has written to the file, and not when this one has.
 * Only comparable with earlier answers of the same handle.
 */
export const dataVersion = async (db: Database): Promise<number> => {
  const { rows } = await sql<{ data_version: number }>`pragma data_version`.execute(db)
  return rows[0]?.data_version ?? 0
}

/** A durable write that changes nothing anyone sees: whether the disk takes writes again. @throws DatabaseError if not */
export const probeWrite = (db: Database): Promise<void> => write(db, 'probe', randomUUID())
