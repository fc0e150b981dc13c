import type { Entry } from '../../shared/events.ts'

/** Entries of the server and those that came since, each once, the newest first. */
export const mergeEntries = (stored: readonly Entry[], live: readonly Entry[]): readonly Entry[] =>
  [...new Map([...stored, ...live].map((entry) => [entry.seq, entry])).values()].sort((a, b) => b.seq - a.seq)
