import type { Instant } from '../../shared/time.ts'
import type { Timers } from './timers.ts'

/** The server's time on a phone whose own clock may be hours off. */
export interface ServerClock {
  /** Server time, in milliseconds. */
  now(): Instant
  /** What the server said the time was; `sentAt` (of the timers' clock) is when it was asked, where that is known; without it the reading is rough. */
  hear(serverTime: Instant, sentAt?: number): void
  /** Calls back whenever the clock was set. Returns how to stop it. */
  onSet(listener: () => void): () => void
}

/** A reading that is off by more than this, and by more than its own delay explains, is believed: the clock jumped. */
const jump = 1000
/** How exact a reading is taken to be whose way is not known. */
const rough = 2000
/** A good reading is trusted for this long before a worse one replaces it. */
const trust = 5 * 60_000

/**
 * Keeps the reading that came with the shortest round trip, as NTP does: half of the round trip is taken as the way back.
 * Until the first reading the phone's own clock serves.
 */
export const makeServerClock = (timers: Pick<Timers, 'now'>, ownTime: Instant): ServerClock => {
  let offset = ownTime - timers.now()
  let best = { roundTrip: Number.POSITIVE_INFINITY, at: timers.now() }
  const listeners = new Set<() => void>()
  return {
    onSet: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    now: () => timers.now() + offset,
    hear: (serverTime, sentAt) => {
      const heardAt = timers.now()
      const roundTrip = sentAt === undefined ? rough : heardAt - sentAt
      const heard = serverTime + (sentAt === undefined ? 0 : roundTrip / 2) - heardAt
      const better = roundTrip <= best.roundTrip || heardAt - best.at > trust
      if (!better && Math.abs(heard - offset) <= jump + roundTrip / 2) return
      offset = heard
      best = { roundTrip, at: heardAt }
      for (const listener of listeners) listener()
    },
  }
}
