import { sql } from 'kysely'
import type { Placement } from '../shared/board.ts'
import type { Entry } from '../shared/events.ts'
import type { SessionId } from '../shared/ids.ts'
import { insertEntries } from './entries.ts'
import { DatabaseError } from './errors.ts'
import { changePlacements, type PlacementChange } from './placements.ts'
import type { Database } from './tables.ts'

/** What is to be written for one forum: all of it or nothing. */
export interface ForumBatch {
  readonly forumId: number
  /** Seq of the last entry that the writer knows of; the batch's entries follow it without a gap. */
  readonly expectedSeq: number
  readonly entries: readonly Entry[]
  /** Where sessions are after the batch; a session's last word counts. One that is in `unplaced` too is placed. */
  readonly placed: readonly Placement[]
  /** Sessions that have no place after the batch. */
  readonly unplaced: readonly SessionId[]
}

/** `behind`: somebody else wrote to the forum, or a command has its entry already. `overlap`: the room is taken (B1). */
export type CommitResult = { readonly type: 'stored' } | { readonly type: 'behind' } | { readonly type: 'overlap' }

const checkBatch = ({ expectedSeq, entries }: ForumBatch): void => {
  if (entries.length === 0) throw new RangeError('a batch without entries changes nothing')
  const wrong = entries.find(({ seq }, index) => seq !== expectedSeq + 1 + index)
  if (wrong !== undefined) throw new RangeError(`entry ${wrong.seq} does not follow expected seq ${expectedSeq}`)
}

const placementChanges = (batches: readonly ForumBatch[]): readonly PlacementChange[] => {
  const changes = new Map<string, PlacementChange>()
  for (const { forumId, placed, unplaced } of batches) {
    for (const sessionId of unplaced) changes.set(`${forumId} ${sessionId}`, { forumId, sessionId, to: null })
    for (const to of placed) changes.set(`${forumId} ${to.sessionId}`, { forumId, sessionId: to.sessionId, to })
  }
  return [...changes.values()]
}

const store = async (db: Database, batches: readonly ForumBatch[]): Promise<void> => {
  await insertEntries(
    db,
    batches.flatMap(({ forumId, entries }) => entries.map((entry) => ({ forumId, entry }))),
  )
  await changePlacements(db, placementChanges(batches))
}

const conflictOf = (error: unknown): CommitResult | undefined => {
  if (!(error instanceof DatabaseError) || error.kind !== 'raised') return undefined
  if (error.detail === 'entry-behind') return { type: 'behind' }
  if (error.detail === 'placement-overlap') return { type: 'overlap' }
  return undefined
}

/** One batch inside a transaction; a conflict undoes it alone. */
const storeApart = async (transaction: Database, batch: ForumBatch): Promise<CommitResult> => {
  await sql`savepoint batch`.execute(transaction)
  try {
    await store(transaction, [batch])
    await sql`release batch`.execute(transaction)
    return { type: 'stored' }
  } catch (error) {
    const conflict = conflictOf(error)
    if (conflict === undefined) throw error
    await sql`rollback to batch`.execute(transaction)
    await sql`release batch`.execute(transaction)
    return conflict
  }
}

/**
 * Writes what waits, of all forums, in one transaction: one sync for all of it. When it returns, what is `stored` is on
 * disk (L2). A batch that conflicts is left out whole and the others are stored; conflicts come from a second process
 * only, so all are first tried together, and one by one where that fails.
 * @param db the handle itself: a commit is a transaction of its own and cannot be part of another
 * @returns a result for each batch, in their order
 * @throws DatabaseError where the disk or the file fails; then nothing was stored, unless the commit itself failed, where
 * only reading again can tell
 * @throws RangeError for a batch without entries, or whose entries do not follow its expected seq (a bug of the caller)
 */
export const commit = async (db: Database, batches: readonly ForumBatch[]): Promise<readonly CommitResult[]> => {
  for (const batch of batches) checkBatch(batch)
  if (batches.length === 0) return []
  try {
    await db.transaction().execute((transaction) => store(transaction, batches))
    return batches.map(() => ({ type: 'stored' }))
  } catch (error) {
    if (conflictOf(error) === undefined) throw error
  }
  return db.transaction().execute(async (transaction) => {
    const results: CommitResult[] = []
    for (const batch of batches) results.push(await storeApart(transaction, batch))
    return results
  })
}
