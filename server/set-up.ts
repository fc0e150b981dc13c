import { addFirstSetUpHash, readSetUpHash, replaceSetUpHash } from '../db/set-up.ts'
import type { Database } from '../db/tables.ts'
import { hashOf, newSecret } from './secrets.ts'

/** Whether this is the secret of the set-up link, which allows to create forums. */
export const isSetUpSecret = async (db: Database, secret: string): Promise<boolean> =>
  (await readSetUpHash(db)) === hashOf(secret)

/** A new set-up secret; one made before stops working. @returns the secret, of which only the hash is kept */
export const renewSetUpSecret = async (db: Database): Promise<string> => {
  const secret = newSecret()
  await replaceSetUpHash(db, hashOf(secret))
  return secret
}

/** The first set-up secret of a data folder; null where there was one already. */
export const firstSetUpSecret = async (db: Database): Promise<string | null> => {
  const secret = newSecret()
  return (await addFirstSetUpHash(db, hashOf(secret))) ? secret : null
}
