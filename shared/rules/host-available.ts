import { factsOf, hostsAsked } from './hosts.ts'
import { nothing, type Rule } from './rule.ts'

/** B15: nobody hosts when they said that they can't be there. Says that they can't, never why. */
export const hostAvailable: Rule = {
  id: 'host-available',
  number: 'B15',
  check: (attempt) => {
    const { context, place } = attempt
    const { isAway } = context
    if (isAway === undefined || place === null) return nothing
    return factsOf(
      attempt,
      hostsAsked(attempt).filter((host) => isAway(host, place.slots)),
    )
  },
  sentence: {
    fr: ({ kind }) =>
      kind === 'you'
        ? 'Vous avez dit que vous n’êtes pas là à cette heure.'
        : 'Une personne qui porte ce sujet a dit qu’elle n’est pas là à cette heure.',
    en: ({ kind }) =>
      kind === 'you'
        ? 'You said that you are not there at that time.'
        : 'Somebody who hosts this session said that they are not there at that time.',
  },
}
