import { defineWords } from './define-words.ts'
import type { ChangesWords } from './fr/changes.ts'

/** Loaded after the first drawing: it does not weigh on the participant's first load. */
export const changesWords = defineWords<ChangesWords>({
  fr: async () => (await import('./fr/changes.ts')).changes,
  en: async () => (await import('./en/changes.ts')).changes,
})
