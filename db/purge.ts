import { sql } from 'kysely'
import type { PersonId } from '../shared/ids.ts'
import type { Instant } from '../shared/time.ts'
import { DatabaseError } from './errors.ts'
import { forgetReasons } from './reasons.ts'
import type { Database } from './tables.ts'

/** How much was erased. */
export interface Purged {
  readonly people: number
  readonly tokens: number
  readonly stars: number
  /** When people could not be there. */
  readonly absences: number
  readonly links: number
  /** Why something was done although a rule asked. */
  readonly reasons: number
}

/**
 * What was deleted is overwritten in its page (`secure_delete`), but its older pages still lie in the write-ahead log: it is
 * emptied. Where another process reads just now, the next checkpoint does it.
 */
export const forgetLog = async (db: Database): Promise<void> => {
  try {
    await sql`pragma wal_checkpoint(truncate)`.execute(db)
  } catch (error) {
    // What was to be erased is erased: this came after it.
    if (!(error instanceof DatabaseError)) throw error
  }
}

/**
 * Erases what leads to people from a forum that is over: names of those who host nothing, tokens, stars, absences,
 * reasons and facilitator links, as far as they are older than a moment. The log stays, with the hosts' names: it is the published programme.
 * @param hosts of the sessions on the board: their names stay, their tokens and stars don't
 * @param before who came later (to read, to write notes) is left until their own time is over
 */
export const purgeForum = async (
  db: Database,
  forumId: number,
  hosts: ReadonlySet<PersonId>,
  before: Instant,
): Promise<Purged> => {
  const kept = JSON.stringify([...hosts])
  const purged = await db.transaction().execute(async (transaction) => {
    const stars = await transaction
      .deleteFrom('interest')
      .where('forum_id', '=', forumId)
      .where('at', '<', before)
      .executeTakeFirst()
    const absences = await transaction
      .deleteFrom('absence')
      .where('forum_id', '=', forumId)
      .where('person_id', 'in', (from) =>
        from.selectFrom('person').select('id').where('forum_id', '=', forumId).where('created_at', '<', before),
      )
      .executeTakeFirst()
    const people = await transaction
      .deleteFrom('person')
      .where('forum_id', '=', forumId)
      .where('created_at', '<', before)
      .where(sql<boolean>`id not in (select value from json_each(${kept}))`)
      .executeTakeFirst()
    const tokens = await transaction
      .updateTable('person')
      .set({ token_hash: null, role: 'participant', link_id: null })
      .where('forum_id', '=', forumId)
      .where('created_at', '<', before)
      .where('token_hash', 'is not', null)
      .executeTakeFirst()
    const links = await transaction
      .deleteFrom('link')
      .where('forum_id', '=', forumId)
      .where('created_at', '<', before)
      .executeTakeFirst()
    const reasons = await forgetReasons(transaction, forumId, { before })
    return {
      people: Number(people.numDeletedRows),
      tokens: Number(tokens.numUpdatedRows),
      stars: Number(stars.numDeletedRows),
      absences: Number(absences.numDeletedRows),
      links: Number(links.numDeletedRows),
      reasons,
    }
  })
  if (Object.values(purged).some((count) => count > 0)) await forgetLog(db)
  return purged
}
