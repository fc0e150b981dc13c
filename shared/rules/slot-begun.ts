import type { Facts } from '../refusals.ts'
import { localTime } from '../zone.ts'
import { type Attempt, isTeam, nothing, type Rule } from './rule.ts'

const begun = ({ board, context, action, session, place }: Attempt): readonly Facts[] => {
  const zone = board.frame.timeZone
  const present = session === null ? undefined : board.placements.get(session.id)
  const leaves = action === 'place' || action === 'release' || action === 'withdraw'
  if (leaves && present !== undefined && present.start <= context.now) {
    return [{ kind: 'present', start: present.start, zone }]
  }
  const enters = action === 'place' && place !== null && place.start <= context.now
  return enters ? [{ kind: 'target', start: place.start, zone }] : nothing
}

/** B7: for participants, what has begun stays: no claim into a slot that began, no move out of one. */
export const slotBegun: Rule = {
  id: 'slot-begun',
  number: 'B7',
  check: (attempt) => (isTeam(attempt) ? nothing : begun(attempt)),
  sentence: {
    fr: ({ kind, start, zone }) => {
      const time = localTime(Number(start), String(zone))
      return kind === 'present'
        ? `Ce sujet a commencé à ${time} : il reste où il est.`
        : `Ce créneau a commencé à ${time} : choisissez-en un autre.`
    },
    en: ({ kind, start, zone }) => {
      const time = localTime(Number(start), String(zone))
      return kind === 'present'
        ? `This session began at ${time}: it stays where it is.`
        : `This slot began at ${time}: choose another one.`
    },
  },
}
