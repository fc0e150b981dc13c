import { sql } from 'kysely'
import type { PersonId, SessionId } from '../shared/ids.ts'
import type { Instant } from '../shared/time.ts'
import type { Database } from './tables.ts'

export interface InterestChange {
  readonly personId: PersonId
  readonly sessionId: SessionId
  readonly on: boolean
  readonly at: Instant
}

const putOn = (db: Database, forumId: number, changes: readonly InterestChange[]) =>
  sql`insert into interest (forum_id, person_id, session_id, at)
    select person.forum_id, person.id, change.value ->> '$.sessionId', change.value ->> '$.at'
    from json_each(${JSON.stringify(changes)}) as change
    join person on person.forum_id = ${forumId} and person.id = change.value ->> '$.personId'
    where true
    on conflict do nothing`.execute(db)

const takeOff = (db: Database, forumId: number, changes: readonly InterestChange[]) =>
  sql`delete from interest where (forum_id, session_id, person_id) in (
    select ${forumId}, value ->> '$.sessionId', value ->> '$.personId' from json_each(${JSON.stringify(changes)})
  )`.execute(db)

/**
 * Stars given and taken back, as gathered over a while: many at once in one transaction, a statement for each kind. Of
 * several changes of one star the last counts. Those of people who are gone meanwhile are left out.
 */
export const setInterest = async (db: Database, forumId: number, changes: readonly InterestChange[]): Promise<void> => {
  const last = [...new Map(changes.map((change) => [`${change.personId} ${change.sessionId}`, change])).values()]
  const on = last.filter((change) => change.on)
  const off = last.filter((change) => !change.on)
  if (last.length === 0) return
  await db.transaction().execute(async (transaction) => {
    if (off.length > 0) await takeOff(transaction, forumId, off)
    if (on.length > 0) await putOn(transaction, forumId, on)
  })
}

/** How many starred each session; those that nobody starred are absent. */
export const countInterest = async (db: Database, forumId: number): Promise<ReadonlyMap<SessionId, number>> => {
  const rows = await db
    .selectFrom('interest')
    .select(({ fn }) => ['session_id as sessionId', fn.countAll<number>().as('count')])
    .where('forum_id', '=', forumId)
    .groupBy('session_id')
    .execute()
  return new Map(rows.map(({ sessionId, count }) => [sessionId, count]))
}

/** A star that is on. */
export interface InterestRow {
  readonly personId: PersonId
  readonly sessionId: SessionId
  /** When it was put on. */
  readonly at: Instant
}

/** Who starred what, and when. Never shown by person: for the rules, for a person's own path, and to count again. */
export const readInterest = (db: Database, forumId: number): Promise<readonly InterestRow[]> =>
  db
    .selectFrom('interest')
    .select(['person_id as personId', 'session_id as sessionId', 'at'])
    .where('forum_id', '=', forumId)
    .orderBy('session_id')
    .orderBy('person_id')
    .execute()
