import { overlap } from '../time.ts'
import { nothing, type Rule } from './rule.ts'

/** B2: a host is in one session at a time. Says that somebody is busy, never with what. */
export const hostFree: Rule = {
  id: 'host-free',
  number: 'B2',
  level: 'block',
  check: ({ board, context, session, place }) => {
    if (session === null || place === null) return nothing
    const busy = new Set<string>()
    for (const other of board.placements.values()) {
      if (other.sessionId === session.id || !overlap(other, place)) continue
      for (const host of board.sessions.get(other.sessionId)?.hosts ?? []) {
        if (session.hosts.includes(host)) busy.add(host)
      }
    }
    return [...busy].map((host) => ({ kind: host === context.actor.personId ? 'you' : 'other' }))
  },
  sentence: {
    fr: ({ kind }) =>
      kind === 'you'
        ? 'Vous portez déjà un sujet à cette heure.'
        : 'Une personne qui porte ce sujet est prise à cette heure.',
    en: ({ kind }) =>
      kind === 'you'
        ? 'You already host a session at that time.'
        : 'Somebody who hosts this session is busy at that time.',
  },
}
