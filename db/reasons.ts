import type { PersonId } from '../shared/ids.ts'
import type { Instant } from '../shared/time.ts'
import type { Database } from './tables.ts'

/** Whose reasons, or those given before a moment. */
export type Forgotten = { readonly by: PersonId } | { readonly before: Instant }

/**
 * Takes people's words out of the log: the entries stay as they are but for their reasons. Call it in a transaction: the
 * log lets it through only where a purge says so first.
 * @returns how many were forgotten
 */
export const forgetReasons = async (db: Database, forumId: number, which: Forgotten): Promise<number> => {
  await db.insertInto('purge').values({ forum_id: forumId }).execute()
  const given = db
    .updateTable('entry')
    .set({ reason: null })
    .where('forum_id', '=', forumId)
    .where('reason', 'is not', null)
  const chosen = 'by' in which ? given.where('by_person', '=', which.by) : given.where('at', '<', which.before)
  const { numUpdatedRows } = await chosen.executeTakeFirst()
  await db.deleteFrom('purge').where('forum_id', '=', forumId).execute()
  return Number(numUpdatedRows)
}
