import { defineWords } from './define-words.ts'
import type { SessionWords } from './fr/session.ts'

/** Loaded with its page: it does not weigh on the participant's first load. */
export const sessionWords = defineWords<SessionWords>({
  fr: async () => (await import('./fr/session.ts')).session,
  en: async () => (await import('./en/session.ts')).session,
})
