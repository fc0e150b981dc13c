import { nothing, type Rule } from './rule.ts'

/** B8: a session takes one to four consecutive open slots of a day, in one room, with no common moment inside. */
export const lengthFits: Rule = {
  id: 'length-fits',
  number: 'B8',
  check: ({ session, place }) =>
    session === null || place === null || place.fits ? nothing : [{ length: session.length }],
  sentence: {
    fr: ({ length }) => `Il faut ${length} créneaux qui se suivent le même jour, sans moment commun entre eux.`,
    en: ({ length }) => `It takes ${length} slots in a row on one day, with no common moment between them.`,
  },
}
