import { defineWords } from './define-words.ts'
import type { WelcomeWords } from './fr/welcome.ts'

/** Loaded with its page: it does not weigh on the participant's first load. */
export const welcomeWords = defineWords<WelcomeWords>({
  fr: async () => (await import('./fr/welcome.ts')).welcome,
  en: async () => (await import('./en/welcome.ts')).welcome,
})
