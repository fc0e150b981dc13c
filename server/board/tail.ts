import { dataVersion } from '../../db/meta.ts'
import type { Database } from '../../db/tables.ts'
import type { Cancel, Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import type { BoardRegistry } from './board-registry.ts'

interface TailParts {
  readonly db: Database
  readonly clock: Clock
  readonly log: Log
  readonly forums: BoardRegistry
}

/** How often the database is asked whether another process wrote, in milliseconds. */
const pollMilliseconds = 1000

/** Follows what other processes (the command line) write: entries, people, and roles that a revoked link takes away. */
export class Tail {
  readonly #parts: TailParts
  #version: number | null = null
  #planned: Cancel | null = null

  constructor(parts: TailParts) {
    this.#parts = parts
  }

  start(): void {
    this.#planned = this.#parts.clock.after(pollMilliseconds, () => {
      this.look()
        .catch((error: unknown) => this.#parts.log.warn({ err: error }, 'the database could not be looked at'))
        .finally(() => {
          if (this.#planned !== null) this.start()
        })
    })
  }

  stop(): void {
    this.#planned?.()
    this.#planned = null
  }

  /** Looks once. @returns whether another process had written */
  async look(): Promise<boolean> {
    const version = await dataVersion(this.#parts.db)
    if (version === this.#version) return false
    const isFirst = this.#version === null
    this.#version = version
    if (isFirst) return false
    for (const forum of this.#parts.forums.live) {
      forum.board.markStale()
      await forum.people.refresh()
    }
    return true
  }
}
