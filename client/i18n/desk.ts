import { defineWords } from './define-words.ts'
import type { DeskWords } from './fr/desk.ts'

/** Loaded with its page: it does not weigh on the participant's first load. */
export const deskWords = defineWords<DeskWords>({
  fr: async () => (await import('./fr/desk.ts')).desk,
  en: async () => (await import('./en/desk.ts')).desk,
})
