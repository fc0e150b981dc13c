import { dataVersion } from '../../db/meta.ts'
import type { Database } from '../../db/tables.ts'
import type { Cancel, Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import type { BoardRegistry } from './board-registry.ts'
import type { LiveForum } from './live-forum.ts'

interface TailParts {
  readonly db: Database
  readonly clock: Clock
  readonly log: Log
  readonly forums: BoardRegistry
}

/** How often the database is asked whether another process wrote, in milliseconds. */
const pollMilliseconds = 1000

const readAgain = async ({ board, people, interest, absences }: LiveForum): Promise<void> => {
  board.markStale()
  await people.refresh()
  await interest.refresh()
  await absences.refresh()
}

/**
 * Follows what other processes (the command line) write: entries, people, roles that a revoked link takes away, stars,
 * absences.
 */
export class Tail {
  readonly #parts: TailParts
  /** As of which the open forums are up to date. */
  #version: number
  #planned: Cancel | null = null

  private constructor(parts: TailParts, version: number) {
    this.#parts = parts
    this.#version = version
  }

  /** Begins before any forum is opened: what others write from then on is noticed. */
  static async begin(parts: TailParts): Promise<Tail> {
    const tail = new Tail(parts, await dataVersion(parts.db))
    tail.#plan()
    return tail
  }

  stop(): void {
    this.#planned?.()
    this.#planned = null
  }

  /** Looks once. @returns whether another process had written @throws where it could not be read: the next look tries again */
  async look(): Promise<boolean> {
    const version = await dataVersion(this.#parts.db)
    if (version === this.#version) return false
    const forums = await this.#parts.forums.opened()
    const results = await Promise.allSettled(forums.map(readAgain))
    const failed = results.find(({ status }) => status === 'rejected')
    if (failed?.status === 'rejected') throw failed.reason
    this.#version = version
    return true
  }

  #plan(): void {
    this.#planned = this.#parts.clock.after(pollMilliseconds, () => {
      this.look()
        .catch((error: unknown) => this.#parts.log.warn({ err: error }, 'the database could not be looked at'))
        .finally(() => {
          if (this.#planned !== null) this.#plan()
        })
    })
  }
}
