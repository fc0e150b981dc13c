import { defineWords } from './define-words.ts'
import type { RoomWords } from './fr/room.ts'

/** Loaded with its page: it does not weigh on the participant's first load. */
export const roomWords = defineWords<RoomWords>({
  fr: async () => (await import('./fr/room.ts')).room,
  en: async () => (await import('./en/room.ts')).room,
})
