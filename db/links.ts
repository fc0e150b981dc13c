import type { Instant } from '../shared/time.ts'
import type { Database } from './tables.ts'

/** A facilitator link. @param secretHash hash of its secret; the secret itself is nowhere kept @returns its id */
export const addLink = async (db: Database, forumId: number, secretHash: string, at: Instant): Promise<number> => {
  const row = await db
    .insertInto('link')
    .values({ forum_id: forumId, secret_hash: secretHash, created_at: at, revoked_at: null })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** Id of the link with this secret, unless it was revoked. */
export const findLink = async (db: Database, forumId: number, secretHash: string): Promise<number | undefined> => {
  const row = await db
    .selectFrom('link')
    .select('id')
    .where('forum_id', '=', forumId)
    .where('secret_hash', '=', secretHash)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return row?.id
}

/** Ends every facilitator link of a forum; the people who came by one are participants from then on. */
export const revokeLinks = (db: Database, forumId: number, at: Instant): Promise<void> =>
  db.transaction().execute(async (transaction) => {
    await transaction
      .updateTable('link')
      .set({ revoked_at: at })
      .where('forum_id', '=', forumId)
      .where('revoked_at', 'is', null)
      .execute()
    await transaction
      .updateTable('person')
      .set({ role: 'participant', link_id: null })
      .where('forum_id', '=', forumId)
      .where('link_id', 'is not', null)
      .execute()
  })
