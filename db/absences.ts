import { sql } from 'kysely'
import type { PersonId } from '../shared/ids.ts'
import type { Absence } from '../shared/protocol.ts'
import type { Database } from './tables.ts'

/** Whose absence it is: never shown to others, for the rules alone. */
export interface PersonsAbsence extends Absence {
  readonly personId: PersonId
}

/** All absences of a forum, by person, each person's in their own order. */
export const readAbsences = (db: Database, forumId: number): Promise<readonly PersonsAbsence[]> =>
  db
    .selectFrom('absence')
    .select(['person_id as personId', 'date', 'from_time as from', 'until_time as until'])
    .where('forum_id', '=', forumId)
    .orderBy('person_id')
    .orderBy('number')
    .execute()

/** Puts these in the place of all that a person had said before. Somebody who is gone meanwhile has none. */
export const replaceAbsences = async (
  db: Database,
  forumId: number,
  personId: PersonId,
  absences: readonly Absence[],
): Promise<void> => {
  const json = JSON.stringify(absences.map(({ date, from, until }) => ({ date, from, until })))
  await db.transaction().execute(async (transaction) => {
    await transaction.deleteFrom('absence').where('forum_id', '=', forumId).where('person_id', '=', personId).execute()
    await sql`insert into absence (forum_id, person_id, number, date, from_time, until_time)
      select person.forum_id, person.id, said.key + 1, said.value ->> '$.date', said.value ->> '$.from',
        said.value ->> '$.until'
      from json_each(${json}) as said
      join person on person.forum_id = ${forumId} and person.id = ${personId}`.execute(transaction)
  })
}
