import type { Accessor } from 'solid-js'
import { defineWords } from './define-words.ts'
import type { Words } from './fr.ts'

/** The words of the participant's first load, and those that every screen shares. */
export const commonWords = defineWords<Words>({
  fr: async () => (await import('./fr.ts')).fr,
  en: async () => (await import('./en.ts')).en,
})

/** `const t = useWords()`, then `t().board.tray`. */
export const useWords = (): Accessor<Words> => commonWords.use
