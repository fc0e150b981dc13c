import type { Role } from '../../shared/board.ts'
import type { PersonId } from '../../shared/ids.ts'
import { limits } from '../../shared/limits.ts'
import type { Instant } from '../../shared/time.ts'
import type { Clock } from '../clock.ts'

/** A token bucket: `burst` at once, then `perSecond`. */
export class Bucket {
  readonly #clock: Clock
  readonly #burst: number
  readonly #perSecond: number
  #left: number
  #at: Instant

  constructor(clock: Clock, burst: number, perSecond: number) {
    this.#clock = clock
    this.#burst = burst
    this.#perSecond = perSecond
    this.#left = burst
    this.#at = clock.now()
  }

  /** Takes one, where there is one. */
  take(): boolean {
    this.#refill()
    if (this.#left < 1) return false
    this.#left -= 1
    return true
  }

  get isFull(): boolean {
    this.#refill()
    return this.#left >= this.#burst
  }

  #refill(): void {
    const now = this.#clock.now()
    const seconds = Math.max(0, now - this.#at) / 1000
    this.#at = now
    this.#left = Math.min(this.#burst, this.#left + seconds * this.#perSecond)
  }
}

/** Seconds until a person who spent all may act again, for `Retry-After`. */
export const retryAfterSeconds = (role: Role): number =>
  Math.ceil(1 / (role === 'facilitator' ? limits.facilitatorPerSecond : limits.commandsPerSecond))

/** Full buckets are forgotten once there are this many. */
const sweepAt = 512

/**
 * How fast one person may act in one forum, over all their sockets and HTTP together. By person and never by address: a
 * whole venue shares one (I4).
 */
export class Allowance {
  readonly #clock: Clock
  readonly #buckets = new Map<string, Bucket>()
  #sweepAt = sweepAt
  #refused = 0

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** How often somebody was told to slow down, since the start. */
  get refused(): number {
    return this.#refused
  }

  take(person: { readonly id: PersonId; readonly role: Role }): boolean {
    const key = `${person.role} ${person.id}`
    const bucket = this.#buckets.get(key) ?? this.#add(key, person.role)
    const taken = bucket.take()
    if (!taken) this.#refused += 1
    return taken
  }

  #add(key: string, role: Role): Bucket {
    if (this.#buckets.size >= this.#sweepAt) this.#sweep()
    const bucket =
      role === 'facilitator'
        ? new Bucket(this.#clock, limits.facilitatorBurst, limits.facilitatorPerSecond)
        : new Bucket(this.#clock, limits.commandBurst, limits.commandsPerSecond)
    this.#buckets.set(key, bucket)
    return bucket
  }

  #sweep(): void {
    for (const [key, bucket] of this.#buckets) if (bucket.isFull) this.#buckets.delete(key)
    // Each sweep is paid for by as many new people as it had to look at.
    this.#sweepAt = Math.max(sweepAt, 2 * this.#buckets.size)
  }
}
