import { defineWords } from './define-words.ts'
import type { ProposeWords } from './fr/propose.ts'

/** Loaded with its page: it does not weigh on the participant's first load. */
export const proposeWords = defineWords<ProposeWords>({
  fr: async () => (await import('./fr/propose.ts')).propose,
  en: async () => (await import('./en/propose.ts')).propose,
})
