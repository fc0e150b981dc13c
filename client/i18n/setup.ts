import { defineWords } from './define-words.ts'
import type { SetupWords } from './fr/setup.ts'

/** Loaded with its page: it does not weigh on the participant's first load. */
export const setupWords = defineWords<SetupWords>({
  fr: async () => (await import('./fr/setup.ts')).setup,
  en: async () => (await import('./en/setup.ts')).setup,
})
