import type { Board, Placement } from '../board.ts'
import type { PersonId } from '../ids.ts'
import { recently } from '../recently.ts'
import type { Facts } from '../refusals.ts'
import { hostsOf } from '../together.ts'
import { type Attempt, nothing } from './rule.ts'

const nobody: readonly PersonId[] = []

/** Whose time is asked about: all who host it, those of the sessions inside it too; in an edit only who comes to it. */
export const hostsAsked = ({ board, action, session, before, place }: Attempt): readonly PersonId[] => {
  if (session === null || place === null) return nobody
  const hosts = hostsOf(board, session)
  return action === 'edit' && before !== null ? hosts.filter((host) => !before.hosts.includes(host)) : hosts
}

/** Whether it is the person who asks: all that is told of somebody. */
export const isYou = ({ context }: Attempt, host: PersonId): boolean => host === context.actor.personId

/** What is told of these hosts: you apart, all others in one, so that nobody learns how many they are. */
export const factsOf = (attempt: Attempt, hosts: readonly PersonId[]): readonly Facts[] => {
  if (hosts.length === 0) return nothing
  const you = hosts.some((host) => isYou(attempt, host))
  const others = hosts.some((host) => !isYou(attempt, host))
  return [...(you ? [{ kind: 'you' }] : []), ...(others ? [{ kind: 'other' }] : [])]
}

interface Hosted {
  readonly sessions: Board['sessions']
  readonly byPerson: ReadonlyMap<PersonId, readonly Placement[]>
}

const known = recently((_: Board['placements']): { last: Hosted | null } => ({ last: null }))

const none: readonly Placement[] = []

const indexOf = (board: Board): Hosted['byPerson'] => {
  const byPerson = new Map<PersonId, Placement[]>()
  for (const placement of board.placements.values()) {
    const session = board.sessions.get(placement.sessionId)
    for (const host of session === undefined ? nobody : hostsOf(board, session)) {
      const hosted = byPerson.get(host)
      if (hosted === undefined) byPerson.set(host, [placement])
      else hosted.push(placement)
    }
  }
  return byPerson
}

/** What somebody hosts that is placed; looked up once for each version of placements and sessions. */
export const hostedBy = (board: Board, personId: PersonId): readonly Placement[] => {
  const kept = known(board.placements)
  if (kept.last?.sessions !== board.sessions) kept.last = { sessions: board.sessions, byPerson: indexOf(board) }
  return kept.last.byPerson.get(personId) ?? none
}
