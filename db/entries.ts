import { sql } from 'kysely'
import type { BoardEvent, Entry } from '../shared/events.ts'
import type { Database } from './tables.ts'

/**
 * The log of a forum in order, with the reasons that were given: those are for the team, whoever sends entries to phones
 * leaves them out.
 * @param afterSeq the last seq that is known already; 0 for all
 * @param limit at most this many, the first ones
 */
export const readEntries = async (
  db: Database,
  forumId: number,
  afterSeq: number,
  limit?: number,
): Promise<readonly Entry[]> => {
  const query = db
    .selectFrom('entry')
    .select(['seq', 'command_id', 'by_person', 'at', 'events', 'reason'])
    .where('forum_id', '=', forumId)
    .where('seq', '>', afterSeq)
    .orderBy('seq')
  const rows = await (limit === undefined ? query : query.limit(limit)).execute()
  return rows.map((row) => ({
    seq: row.seq,
    commandId: row.command_id,
    by: row.by_person,
    at: row.at,
    // Written by `insertEntries` alone, and never changed since: triggers hold that.
    events: JSON.parse(row.events) as readonly BoardEvent[],
    ...(row.reason === null ? {} : { reason: row.reason }),
  }))
}

/** An entry with the forum that it belongs to. */
export interface ForumEntry {
  readonly forumId: number
  readonly entry: Entry
}

/**
 * Entries of any number of forums in one statement, which is far quicker than a statement for each and leaves the event
 * loop free. (`jsonb_each` gives each entry parsed; `json_each` gives its text, to be parsed again for its columns.) Call it
 * in a transaction.
 * @throws DatabaseError `raised` "entry-behind" where a seq is not the next one of its forum (L1), or a command has its
 * entry already (L3); then none is stored
 */
export const insertEntries = async (db: Database, entries: readonly ForumEntry[]): Promise<void> => {
  if (entries.length === 0) return
  const json = JSON.stringify(entries.map(({ forumId, entry }) => ({ forumId, ...entry })))
  await sql`insert into entry (forum_id, seq, command_id, by_person, at, events, reason)
    select value ->> '$.forumId', value ->> '$.seq', value ->> '$.commandId', value ->> '$.by', value ->> '$.at',
      value -> '$.events', value ->> '$.reason'
    from jsonb_each(${json})`.execute(db)
}
