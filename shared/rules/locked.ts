import { isTeam, nothing, type Rule } from './rule.ts'

/** B6: a session that the team has locked is changed, moved and taken down by the team only. */
export const locked: Rule = {
  id: 'locked',
  number: 'B6',
  check: (attempt) =>
    isTeam(attempt) || attempt.action === 'stand' || attempt.before?.locked !== true
      ? nothing
      : [{ title: attempt.before.title }],
  sentence: {
    fr: ({ title }) => `« ${title} » est verrouillé : voyez l’équipe d’animation.`,
    en: ({ title }) => `“${title}” is locked: see the facilitators.`,
  },
}
