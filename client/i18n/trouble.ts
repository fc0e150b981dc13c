import { defineWords } from './define-words.ts'
import type { TroubleWords } from './fr/trouble.ts'

/** Loaded when something is wrong with the server, which is seldom. */
export const troubleWords = defineWords<TroubleWords>({
  fr: async () => (await import('./fr/trouble.ts')).trouble,
  en: async () => (await import('./en/trouble.ts')).trouble,
})
