import type { PersonId } from '../ids.ts'
import { hostsOf } from '../together.ts'
import { factsOf, hostedBy, hostsAsked } from './hosts.ts'
import { type Attempt, nothing, type Rule } from './rule.ts'

const isOver = ({ board, action, session, before }: Attempt, host: PersonId): boolean => {
  const limit = board.rules.ownLimit
  const hosted = hostedBy(board, host)
  if (action === 'stand') return hosted.length > limit
  // Who is asked in an edit comes to host it, be it that what they host is held inside it.
  const isMove = action === 'place' && session !== null && board.placements.has(session.id)
  if (isMove && before !== null && hostsOf(board, before).includes(host)) return false
  return hosted.filter(({ sessionId }) => sessionId !== session?.id).length >= limit
}

/** B17: nobody hosts more placed sessions than the team lets one person have; moving one of them is not one more. */
export const ownLimit: Rule = {
  id: 'own-limit',
  number: 'B17',
  check: (attempt) => {
    const limit = attempt.board.rules.ownLimit
    if (limit === 0) return nothing
    const over = hostsAsked(attempt).filter((host) => isOver(attempt, host))
    return factsOf(attempt, over).map((facts) => ({ ...facts, limit }))
  },
  sentence: {
    fr: ({ kind, limit }) => {
      const most = limit === 1 ? 'un sujet' : `${limit} sujets`
      return kind === 'you'
        ? `Chaque personne peut avoir ${most} au tableau, et vous y êtes.`
        : `Chaque personne peut avoir ${most} au tableau : une qui porte ce sujet y est.`
    },
    en: ({ kind, limit }) => {
      const most = limit === 1 ? 'one session' : `${limit} sessions`
      return kind === 'you'
        ? `Each person may have ${most} on the board, and you have them.`
        : `Each person may have ${most} on the board: one who hosts this session has them.`
    },
  },
}
