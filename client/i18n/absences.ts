import { defineWords } from './define-words.ts'
import type { AbsencesWords } from './fr/absences.ts'

/** Loaded with "my path": it does not weigh on the participant's first load. */
export const absencesWords = defineWords<AbsencesWords>({
  fr: async () => (await import('./fr/absences.ts')).absences,
  en: async () => (await import('./en/absences.ts')).absences,
})
