import { defineWords } from './define-words.ts'
import type { PathWords } from './fr/path.ts'

/** Loaded with its page: it does not weigh on the participant's first load. */
export const pathWords = defineWords<PathWords>({
  fr: async () => (await import('./fr/path.ts')).path,
  en: async () => (await import('./en/path.ts')).path,
})
