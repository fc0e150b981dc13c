import type { ForumRow } from '../../db/forums.ts'
import type { Database } from '../../db/tables.ts'
import type { ForumSlug } from '../../shared/ids.ts'
import type { Clock } from '../clock.ts'
import type { Troubles } from '../jobs/troubles.ts'
import type { Log } from '../log.ts'
import { Allowance } from '../sync/allowance.ts'
import { Hub } from '../sync/hub.ts'
import { Absences } from './absences.ts'
import type { Committer } from './committer.ts'
import { InterestTally } from './interest-tally.ts'
import { LiveBoard } from './live-board.ts'
import { Reasons } from './reasons.ts'
import { Roster } from './roster.ts'
import { SnapshotCache } from './snapshot.ts'
import { TornAudience } from './torn-audience.ts'
import { Votes } from './votes.ts'

/** Everything of one forum that lives in memory. */
export interface LiveForum {
  readonly id: number
  readonly slug: ForumSlug
  readonly epoch: string
  readonly board: LiveBoard
  readonly people: Roster
  readonly interest: InterestTally
  readonly audience: TornAudience
  readonly votes: Votes
  readonly absences: Absences
  readonly reasons: Reasons
  readonly snapshot: SnapshotCache
  readonly allowance: Allowance
  readonly hub: Hub
  /** Something that is not in the log could not be written: asks the disk now, and tells all phones where it takes nothing. */
  probe(): Promise<void>
}

export interface ForumParts {
  readonly db: Database
  readonly clock: Clock
  readonly log: Log
  readonly committer: Committer
  readonly troubles: Troubles
  readonly epoch: string
}

/** Brings a forum to life: replays its log, reads its people, their stars and when they can't be there. */
export const openForum = async (row: ForumRow, parts: ForumParts): Promise<LiveForum> => {
  const { db, clock, log, committer, troubles, epoch } = parts
  const interest = new InterestTally({ db, clock, forumId: row.id })
  const people = new Roster({ db, clock, forumId: row.id })
  const audience = new TornAudience(interest)
  const absences = new Absences({ db, forumId: row.id, timeZone: () => board.board.frame.timeZone })
  const votes = new Votes(interest, () => board.board.withdrawn)
  const board: LiveBoard = new LiveBoard({
    db,
    clock,
    log,
    committer,
    forumId: row.id,
    interest: (id) => interest.count(id),
    isPerson: (id) => people.get(id) !== undefined,
    votes,
    isAway: (id, slots) => absences.isAway(id, slots),
    reasonFor: (placement, by) => reasons.givenFor(placement, by),
    torn: (at, id, slots, others) => audience.word(at, id, slots[0]?.id ?? '', others),
  })
  const reasons: Reasons = new Reasons(board)
  people.onChange(({ gone }) => reasons.forget(({ by }) => gone.includes(by)))
  await board.catchUp()
  await people.refresh()
  await interest.refresh()
  await absences.refresh()
  const hub = new Hub({ clock, board, people, interest, warning: () => troubles.warningOf(row.id) })
  troubles.onChange(() => hub.warn())
  return {
    id: row.id,
    slug: row.slug,
    epoch,
    board,
    people,
    interest,
    audience,
    votes,
    absences,
    reasons,
    snapshot: new SnapshotCache({ epoch, board, people, interest, votes, clock }),
    allowance: new Allowance(clock),
    hub,
    probe: () => committer.probe(),
  }
}
