import { sql } from 'kysely'
import type { RoomId, SessionId } from '../shared/ids.ts'
import type { Interval } from '../shared/time.ts'
import type { Database } from './tables.ts'

/** Who has which room when. */
export interface PlacementRow extends Interval {
  readonly sessionId: SessionId
  readonly roomId: RoomId
}

/** Where a session of a forum is from now on; `to: null` takes it off the grid. */
export interface PlacementChange {
  readonly forumId: number
  readonly sessionId: SessionId
  readonly to: PlacementRow | null
}

/** All placements of a forum, by room and start. */
export const readPlacements = (db: Database, forumId: number): Promise<readonly PlacementRow[]> =>
  db
    .selectFrom('placement')
    .select(['session_id as sessionId', 'room_id as roomId', 'start_at as start', 'end_at as end'])
    .where('forum_id', '=', forumId)
    .orderBy('room_id')
    .orderBy('start_at')
    .execute()

/**
 * Takes every session named off the grid, then puts those that have a place on it: so two may change places. Call it in
 * a transaction. One change for each session.
 * @throws DatabaseError `raised` "placement-overlap" where a room would hold two at one time (B1)
 */
export const changePlacements = async (db: Database, changes: readonly PlacementChange[]): Promise<void> => {
  if (changes.length === 0) return
  const all = JSON.stringify(changes.map(({ forumId, sessionId }) => ({ forumId, sessionId })))
  await sql`delete from placement where (forum_id, session_id) in (
    select value ->> '$.forumId', value ->> '$.sessionId' from jsonb_each(${all})
  )`.execute(db)
  const placed = changes.flatMap(({ forumId, sessionId, to }) =>
    to === null ? [] : [{ forumId, sessionId, roomId: to.roomId, start: to.start, end: to.end }],
  )
  if (placed.length === 0) return
  await sql`insert into placement (forum_id, session_id, room_id, start_at, end_at)
    select value ->> '$.forumId', value ->> '$.sessionId', value ->> '$.roomId', value ->> '$.start', value ->> '$.end'
    from jsonb_each(${JSON.stringify(placed)})`.execute(db)
}
