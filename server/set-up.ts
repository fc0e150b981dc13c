import type { Database } from '../db/tables.ts'
import { hashOf, newSecret } from './secrets.ts'

const key = 'set-up-secret'

/** Whether this is the secret of the set-up link, which allows to create forums. */
export const isSetUpSecret = async (db: Database, secret: string): Promise<boolean> => {
  const row = await db.selectFrom('meta').select('value').where('key', '=', key).executeTakeFirst()
  return row?.value === hashOf(secret)
}

/** A new set-up secret; one made before stops working. @returns the secret, of which only the hash is kept */
export const renewSetUpSecret = async (db: Database): Promise<string> => {
  const secret = newSecret()
  const value = hashOf(secret)
  await db
    .insertInto('meta')
    .values({ key, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute()
  return secret
}

/** The first set-up secret of a data folder; null where there was one already. */
export const firstSetUpSecret = async (db: Database): Promise<string | null> => {
  const secret = newSecret()
  const inserted = await db
    .insertInto('meta')
    .values({ key, value: hashOf(secret) })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('key')
    .executeTakeFirst()
  return inserted === undefined ? null : secret
}
