import type { Database } from './tables.ts'

const key = 'set-up-secret'

/** The hash of the secret that allows to create forums; undefined before the first start. */
export const readSetUpHash = async (db: Database): Promise<string | undefined> => {
  const row = await db.selectFrom('meta').select('value').where('key', '=', key).executeTakeFirst()
  return row?.value
}

/** Keeps a new hash; the secret of the one before stops working. */
export const replaceSetUpHash = async (db: Database, value: string): Promise<void> => {
  await db
    .insertInto('meta')
    .values({ key, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute()
}

/** Keeps a hash where there is none yet. @returns whether it was kept */
export const addFirstSetUpHash = async (db: Database, value: string): Promise<boolean> => {
  const inserted = await db
    .insertInto('meta')
    .values({ key, value })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('key')
    .executeTakeFirst()
  return inserted !== undefined
}
