import type { Actor, Context } from '../../shared/context.ts'
import type { Instant } from '../../shared/time.ts'
import type { LiveForum } from './live-forum.ts'

/** All that the rules may ask of a forum's board as it is on disk, beside a command: for looking, not for deciding. */
export const contextOf = (forum: LiveForum, actor: Actor, now: Instant): Context => {
  const { board } = forum.board
  return {
    actor,
    now,
    interest: (id) => forum.interest.count(id),
    isPerson: (id) => forum.people.get(id) !== undefined,
    votes: {
      all: forum.votes.all,
      before: (id) => forum.votes.before(board.sessions.get(id)?.proposedAt ?? Number.POSITIVE_INFINITY),
    },
    isAway: (id, slots) => forum.absences.isAway(id, slots),
    torn: (id, slots, others) => forum.audience.word(board, id, slots[0]?.id ?? '', others),
  }
}
