import type { ForumRow } from '../../db/forums.ts'
import type { Database } from '../../db/tables.ts'
import type { ForumSlug } from '../../shared/ids.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import { Allowance } from '../sync/allowance.ts'
import { Hub } from '../sync/hub.ts'
import type { Committer } from './committer.ts'
import { InterestTally } from './interest-tally.ts'
import { LiveBoard } from './live-board.ts'
import { Roster } from './roster.ts'
import { SnapshotCache } from './snapshot.ts'

/** Everything of one forum that lives in memory. */
export interface LiveForum {
  readonly id: number
  readonly slug: ForumSlug
  readonly epoch: string
  readonly board: LiveBoard
  readonly people: Roster
  readonly interest: InterestTally
  readonly snapshot: SnapshotCache
  readonly allowance: Allowance
  readonly hub: Hub
}

export interface ForumParts {
  readonly db: Database
  readonly clock: Clock
  readonly log: Log
  readonly committer: Committer
  readonly epoch: string
}

/** Brings a forum to life: replays its log, reads its people and stars. */
export const openForum = async (row: ForumRow, parts: ForumParts): Promise<LiveForum> => {
  const { db, clock, log, committer, epoch } = parts
  const interest = new InterestTally({ db, clock, forumId: row.id })
  const people = new Roster({ db, clock, forumId: row.id })
  const board = new LiveBoard({
    db,
    clock,
    log,
    committer,
    forumId: row.id,
    interest: (id) => interest.count(id),
    isPerson: (id) => people.get(id) !== undefined,
  })
  await board.catchUp()
  await people.refresh()
  await interest.refresh()
  return {
    id: row.id,
    slug: row.slug,
    epoch,
    board,
    people,
    interest,
    snapshot: new SnapshotCache({ epoch, board, people, interest, clock }),
    allowance: new Allowance(clock),
    hub: new Hub({ clock, board, people, interest }),
  }
}
