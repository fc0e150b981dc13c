import { type InterestRow, readInterest, setInterest } from '../../db/interest.ts'
import type { Database } from '../../db/tables.ts'
import type { PersonId, SessionId } from '../../shared/ids.ts'
import type { Instant } from '../../shared/time.ts'
import type { Clock } from '../clock.ts'

/** A star that was put on or taken off; `at` is when it was put on. */
interface Star extends InterestRow {
  readonly on: boolean
}

/** A change of a session's stars, without who it was. */
export type StarChange = Pick<Star, 'on' | 'at'>

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

const nobody: ReadonlyMap<PersonId, Instant> = new Map()

/**
 * Who starred what, in memory and on disk. Only a person reads their own stars, all others read counts. Stars that come
 * while the disk is busy are written together.
 */
export class InterestTally {
  readonly #parts: TallyParts
  readonly #stars = new Map<PersonId, Set<SessionId>>()
  /** Who starred each session, and when; those that nobody starred are absent. */
  readonly #fans = new Map<SessionId, Map<PersonId, Instant>>()
  readonly #listeners = new Set<(sessionId: SessionId, change: StarChange) => void>()
  #waiting: WaitingStar[] = []
  #readers: WaitingRead[] = []
  #isWorking = false
  #version = 0

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
    return this.#fans.get(sessionId)?.size ?? 0
  }

  /** Counts above zero, by session. */
  get counts(): ReadonlyMap<SessionId, number> {
    return new Map([...this.#fans].map(([sessionId, fans]) => [sessionId, fans.size]))
  }

  /** How often a star was put on or taken off; grows. */
  get version(): number {
    return this.#version
  }

  /** Who starred a session, and when: for the rules, which say a word of it and never who. */
  fansOf(sessionId: SessionId): ReadonlyMap<PersonId, Instant> {
    return this.#fans.get(sessionId) ?? nobody
  }

  /** When each star was put on, in no order, those of some sessions left out. */
  *times(but: ReadonlySet<SessionId>): Generator<Instant> {
    for (const [sessionId, fans] of this.#fans) if (!but.has(sessionId)) yield* fans.values()
  }

  starsOf(personId: PersonId): readonly SessionId[] {
    return [...(this.#stars.get(personId) ?? [])]
  }

  onChange(listener: (sessionId: SessionId, change: StarChange) => void): () => void {
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
    const stars = lastOfEach(batch)
    try {
      await setInterest(this.#parts.db, this.#parts.forumId, stars)
      // Only what was written: a star that went off and on again in one batch is as old as it is on disk.
      for (const star of stars) this.#fold(star)
      for (const { resolve } of batch) resolve()
    } catch (error) {
      for (const { reject } of batch) reject(error)
    }
  }

  #become(rows: readonly InterestRow[]): void {
    const there = new Map(rows.map((row) => [`${row.personId} ${row.sessionId}`, row.at]))
    for (const [sessionId, fans] of this.#fans) {
      for (const [personId, at] of [...fans]) {
        if (there.get(`${personId} ${sessionId}`) !== at) this.#fold({ personId, sessionId, on: false, at })
      }
    }
    for (const row of rows) this.#fold({ ...row, on: true })
  }

  #fold({ personId, sessionId, on, at }: Star): void {
    const fans = this.#fans.get(sessionId) ?? new Map<PersonId, Instant>()
    const stars = this.#stars.get(personId) ?? new Set<SessionId>()
    const since = fans.get(personId)
    if ((since !== undefined) === on) return
    if (on) {
      stars.add(sessionId)
      fans.set(personId, at)
    } else {
      stars.delete(sessionId)
      fans.delete(personId)
    }
    this.#stars.set(personId, stars)
    if (fans.size === 0) this.#fans.delete(sessionId)
    else this.#fans.set(sessionId, fans)
    this.#version += 1
    for (const listener of this.#listeners) listener(sessionId, { on, at: since ?? at })
  }
}

/** Of several changes of one star only the last is written. */
const lastOfEach = (batch: readonly WaitingStar[]): readonly Star[] => [
  ...new Map(batch.map(({ star }): [string, Star] => [`${star.personId} ${star.sessionId}`, star])).values(),
]
