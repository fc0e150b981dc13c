import type { Board, Session } from '../board.ts'
import { hostsOf } from '../together.ts'
import { type Attempt, isTeam, nothing, type Rule } from './rule.ts'

const speaksFor = (board: Board, session: Session, personId: string): boolean =>
  session.collectiveId === null || (board.collectives.get(session.collectiveId)?.people.includes(personId) ?? false)

/** A session without host is anybody's to propose, and anybody's to take over. */
const seeksHost = ({ context, action, session, before }: Attempt): boolean => {
  const hosts = session?.hosts ?? []
  if (action === 'propose') return hosts.length === 0
  return action === 'edit' && before?.hosts.length === 0 && hosts.length === 1 && hosts[0] === context.actor.personId
}

const faultOf = (attempt: Attempt): string | null => {
  const { board, context, action, session, before } = attempt
  const you = context.actor.personId
  if (action === 'frame' || session === null) return 'team'
  if (action === 'stand') return null
  const holder = before ?? session
  if (!hostsOf(board, holder).includes(you) && !seeksHost(attempt)) return before === null ? 'for-another' : 'not-host'
  const namesCollective = session.collectiveId !== (before?.collectiveId ?? null)
  return namesCollective && !speaksFor(board, session, you) ? 'not-collective' : null
}

/**
 * B5: the frame is the team's; a session is its hosts' and the team's, also those of what is held inside it; one without
 * host is whose who takes it over; a collective is named by its own people.
 */
export const actorMay: Rule = {
  id: 'actor-may',
  number: 'B5',
  check: (attempt) => {
    const kind = isTeam(attempt) ? null : faultOf(attempt)
    return kind === null ? nothing : [{ kind }]
  },
  // The frame stays the team's: what is set there would otherwise be anybody's to set.
  isFixed: ({ kind }) => kind === 'team',
  sentence: {
    fr: ({ kind }) => {
      if (kind === 'team') return 'Seule l’équipe d’animation peut faire cela.'
      if (kind === 'for-another')
        return 'Vous pouvez proposer un sujet que vous portez ; pour quelqu’un d’autre, voyez l’équipe d’animation.'
      if (kind === 'not-collective')
        return 'Seules les personnes de ce collectif peuvent parler en son nom ; demandez à l’équipe d’animation.'
      return 'Ce sujet est porté par d’autres : ses porteur·euses ou l’équipe d’animation peuvent le changer.'
    },
    en: ({ kind }) => {
      if (kind === 'team') return 'Only the facilitators can do this.'
      if (kind === 'for-another')
        return 'You can propose a session that you host; for somebody else, see the facilitators.'
      if (kind === 'not-collective') return 'Only the people of this collective speak for it; ask the facilitators.'
      return 'Others host this session: its hosts or the facilitators can change it.'
    },
  },
}
