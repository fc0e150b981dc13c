import { foldText } from '../words.ts'
import { nothing, type Rule } from './rule.ts'

/** B10: a hint where the room lacks something that the session needs; words are compared without case and accents. */
export const roomEquipped: Rule = {
  id: 'room-equipped',
  number: 'B10',
  level: 'hint',
  check: ({ session, place }) => {
    if (session === null || place === null || session.needs.length === 0) return nothing
    const has = new Set(place.room.features.map(foldText))
    const missing = session.needs.filter((need) => !has.has(foldText(need)))
    return missing.length === 0 ? nothing : [{ room: place.room.name, missing: missing.join(', ') }]
  },
  sentence: {
    fr: ({ room, missing }) => `${room} n’a pas : ${missing}.`,
    en: ({ room, missing }) => `${room} lacks: ${missing}.`,
  },
}
