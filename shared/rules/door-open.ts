import { type DoorName, isDoorOpen } from '../board.ts'
import type { Facts } from '../refusals.ts'
import { localDate, localTime } from '../zone.ts'
import { type Attempt, isTeam, nothing, type Rule } from './rule.ts'

const doorOf = ({ action }: Attempt): DoorName | null =>
  action === 'propose' ? 'propose' : action === 'place' ? 'claim' : null

/** What is said of a door, whoever asks. Shared with starring, which is not a command of the log. */
export const doorFacts = ({ board, context }: Pick<Attempt, 'board' | 'context'>, door: DoorName): readonly Facts[] => {
  const state = board.doors[door]
  if (isDoorOpen(state, context.now)) return nothing
  const opens = state.opensAt !== null && state.opensAt > context.now ? state.opensAt : null
  return [{ door, zone: board.frame.timeZone, now: context.now, ...(opens === null ? {} : { opensAt: opens }) }]
}

const opening = (
  facts: Facts,
  today: (time: string) => string,
  later: (date: string, time: string) => string,
): string => {
  if (typeof facts.opensAt !== 'number') return ''
  const zone = String(facts.zone)
  const date = localDate(facts.opensAt, zone)
  const time = localTime(facts.opensAt, zone)
  return date === localDate(Number(facts.now), zone) ? today(time) : later(date.split('-').reverse().join('/'), time)
}

/** B4: proposing, claiming and starring are open from their hour to their hour; the team is not bound by them. */
export const doorOpen: Rule = {
  id: 'door-open',
  number: 'B4',
  check: (attempt) => {
    const door = isTeam(attempt) ? null : doorOf(attempt)
    return door === null ? nothing : doorFacts(attempt, door)
  },
  sentence: {
    fr: (facts) => {
      const what = {
        propose: 'Les propositions sont fermées',
        claim: 'La place du marché est fermée',
        star: 'Les « ça m’intéresse » sont fermés',
      }
      const when = opening(
        facts,
        (time) => ` : ouverture à ${time}`,
        (date, time) => ` : ouverture le ${date} à ${time}`,
      )
      return `${what[facts.door as DoorName]}${when}.`
    },
    en: (facts) => {
      const what = { propose: 'Proposing is closed', claim: 'The market is closed', star: 'Stars are closed' }
      const when = opening(
        facts,
        (time) => `: it opens at ${time}`,
        (date, time) => `: it opens on ${date} at ${time}`,
      )
      return `${what[facts.door as DoorName]}${when}.`
    },
  },
}
