import { defineWords } from './define-words.ts'
import type { OffersWords } from './fr/offers.ts'

/** Loaded after the first drawing: it does not weigh on the participant's first load. */
export const offersWords = defineWords<OffersWords>({
  fr: async () => (await import('./fr/offers.ts')).offers,
  en: async () => (await import('./en/offers.ts')).offers,
})
