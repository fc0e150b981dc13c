import { defineWords } from './define-words.ts'
import type { WallWords } from './fr/wall.ts'

/** Loaded with its page: it does not weigh on the participant's first load. */
export const wallWords = defineWords<WallWords>({
  fr: async () => (await import('./fr/wall.ts')).wall,
  en: async () => (await import('./en/wall.ts')).wall,
})
