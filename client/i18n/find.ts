import { defineWords } from './define-words.ts'
import type { FindWords } from './fr/find.ts'

/** Loaded with the search: it does not weigh on the participant's first load. */
export const findWords = defineWords<FindWords>({
  fr: async () => (await import('./fr/find.ts')).find,
  en: async () => (await import('./en/find.ts')).find,
})
