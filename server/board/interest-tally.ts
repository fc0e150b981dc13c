import { readInterest, setInterest } from '../../db/interest.ts'
import type { Database } from '../../db/tables.ts'
import type { PersonId, SessionId } from '../../shared/ids.ts'
import type { Clock } from '../clock.ts'

interface Star {
  readonly personId: PersonId
  readonly sessionId: SessionId
  readonly on: boolean
  readonly at: number
}

interface WaitingStar {
  readonly star: Star
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

interface WaitingRead {
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

interface TallyParts {
  readonly db: Database
  readonly clock: Clock
  readonly forumId: number
}

/**
 * Who starred what, in memory and on disk. Only a person reads their own stars, all others read counts. Stars that come
 * while the disk is busy are written together.
 */
export class InterestTally {
  readonly #parts: TallyParts
  readonly #stars = new Map<PersonId, Set<SessionId>>()
  readonly #counts = new Map<SessionId, number>()
  readonly #listeners = new Set<(sessionId: SessionId) => void>()
  #waiting: WaitingStar[] = []
  #readers: WaitingRead[] = []
  #isWorking = false

  constructor(parts: TallyParts) {
    this.#parts = parts
  }

  /** Reads all stars again, between two writes: another process may have erased somebody, with their stars. */
  refresh(): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    this.#readers.push({ resolve, reject })
    if (!this.#isWorking) void this.#work()
    return promise
  }

  count(sessionId: SessionId): number {
    return this.#counts.get(sessionId) ?? 0
  }

  /** Counts above zero, by session. */
  get counts(): ReadonlyMap<SessionId, number> {
    return this.#counts
  }

  starsOf(personId: PersonId): readonly SessionId[] {
    return [...(this.#stars.get(personId) ?? [])]
  }

  onChange(listener: (sessionId: SessionId) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Puts a star on or takes it off; resolves when it is on disk, rejects where it cannot be. */
  set(personId: PersonId, sessionId: SessionId, on: boolean): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    this.#waiting.push({ star: { personId, sessionId, on, at: this.#parts.clock.now() }, resolve, reject })
    if (!this.#isWorking) void this.#work()
    return promise
  }

  async #work(): Promise<void> {
    this.#isWorking = true
    while (this.#waiting.length + this.#readers.length > 0) {
      await this.#read()
      await this.#write()
    }
    this.#isWorking = false
  }

  async #read(): Promise<void> {
    const readers = this.#readers
    if (readers.length === 0) return
    this.#readers = []
    try {
      this.#become(await readInterest(this.#parts.db, this.#parts.forumId))
      for (const { resolve } of readers) resolve()
    } catch (error) {
      for (const { reject } of readers) reject(error)
    }
  }

  async #write(): Promise<void> {
    const batch = this.#waiting
    if (batch.length === 0) return
    this.#waiting = []
    try {
      await setInterest(this.#parts.db, this.#parts.forumId, lastOfEach(batch))
      for (const { star, resolve } of batch) {
        this.#fold(star.personId, star.sessionId, star.on)
        resolve()
      }
    } catch (error) {
      for (const { reject } of batch) reject(error)
    }
  }

  #become(rows: Awaited<ReturnType<typeof readInterest>>): void {
    const there = new Set(rows.map(({ personId, sessionId }) => `${personId} ${sessionId}`))
    for (const [personId, stars] of this.#stars) {
      for (const sessionId of [...stars]) {
        if (!there.has(`${personId} ${sessionId}`)) this.#fold(personId, sessionId, false)
      }
    }
    for (const { personId, sessionId } of rows) this.#fold(personId, sessionId, true)
  }

  #fold(personId: PersonId, sessionId: SessionId, on: boolean): void {
    const stars = this.#stars.get(personId) ?? new Set()
    if (stars.has(sessionId) === on) return
    if (on) stars.add(sessionId)
    else stars.delete(sessionId)
    this.#stars.set(personId, stars)
    const count = this.count(sessionId) + (on ? 1 : -1)
    if (count === 0) this.#counts.delete(sessionId)
    else this.#counts.set(sessionId, count)
    for (const listener of this.#listeners) listener(sessionId)
  }
}

/** Of several changes of one star only the last is written. */
const lastOfEach = (batch: readonly WaitingStar[]): readonly Star[] => [
  ...new Map(batch.map(({ star }): [string, Star] => [`${star.personId} ${star.sessionId}`, star])).values(),
]
