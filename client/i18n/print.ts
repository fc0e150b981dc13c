import { defineWords } from './define-words.ts'
import type { PrintWords } from './fr/print.ts'

/** Loaded with its page: it does not weigh on the participant's first load. */
export const printWords = defineWords<PrintWords>({
  fr: async () => (await import('./fr/print.ts')).print,
  en: async () => (await import('./en/print.ts')).print,
})
