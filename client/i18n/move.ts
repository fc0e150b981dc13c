import { defineWords } from './define-words.ts'
import type { MoveWords } from './fr/move.ts'

/** Loaded with "Déplacer vers…": it does not weigh on the participant's first load. */
export const moveWords = defineWords<MoveWords>({
  fr: async () => (await import('./fr/move.ts')).move,
  en: async () => (await import('./en/move.ts')).move,
})
