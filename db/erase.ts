import { sql } from 'kysely'
import type { PersonId } from '../shared/ids.ts'
import { forgetLog } from './purge.ts'
import { forgetReasons } from './reasons.ts'
import type { Database } from './tables.ts'

/**
 * Every table that says something of a person, with the column of their id, in the order in which rows may go. A new table
 * about people is one line here. The log is not among them: it holds ids and no name (L4), and of people's own words about
 * themselves only reasons, which are forgotten beside.
 */
export const tablesOfPeople: readonly { readonly table: string; readonly column: string }[] = [
  { table: 'interest', column: 'person_id' },
  { table: 'absence', column: 'person_id' },
  { table: 'person', column: 'id' },
]

/**
 * Erases one person from a forum: name, token, stars, reasons and all else that is kept by person, in one transaction. What they
 * wrote on the board stays, by nobody.
 * @returns whether there was such a person
 */
export const erasePerson = async (db: Database, forumId: number, personId: PersonId): Promise<boolean> => {
  const wasThere = await db.transaction().execute(async (transaction) => {
    const found = await transaction
      .selectFrom('person')
      .select('id')
      .where('forum_id', '=', forumId)
      .where('id', '=', personId)
      .executeTakeFirst()
    for (const { table, column } of tablesOfPeople) {
      await sql`delete from ${sql.table(table)} where forum_id = ${forumId} and ${sql.ref(column)} = ${personId}`.execute(
        transaction,
      )
    }
    await forgetReasons(transaction, forumId, { by: personId })
    return found !== undefined
  })
  if (wasThere) await forgetLog(db)
  return wasThere
}
