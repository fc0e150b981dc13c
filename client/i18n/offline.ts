import { defineWords } from './define-words.ts'
import type { OfflineWords } from './fr/offline.ts'

/** Loaded after the first page is drawn: what is said of waiting, of the network and of the installed app. */
export const offlineWords = defineWords<OfflineWords>({
  fr: async () => (await import('./fr/offline.ts')).offline,
  en: async () => (await import('./en/offline.ts')).offline,
})
