import type { Instant } from '../../shared/time.ts'
import type { Clock } from '../clock.ts'

/**
 * What is wrong with the house, as long as it is. `read-only`: writes fail. `mismatch`: the verifier found that board,
 * table and log of a forum say different things. `backup`: the last one failed. `unanswered`: the database can't be read.
 */
export type TroubleKind = 'read-only' | 'mismatch' | 'backup' | 'unanswered'

export interface Trouble {
  readonly kind: TroubleKind
  /** The forum's number in the database; null where the whole house is concerned. */
  readonly forumId: number | null
  /** One sentence for whoever runs the server. */
  readonly message: string
  /** Since when, by the server's clock. */
  readonly since: Instant
}

/** What phones are told of it. */
export interface Warning {
  readonly readOnly: boolean
  readonly mismatch: boolean
}

/** What is wrong now, in one place: health says it, the log has said it, and phones show a banner. */
export class Troubles {
  readonly #clock: Clock
  readonly #troubles = new Map<string, Trouble>()
  readonly #listeners = new Set<() => void>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Those of now, the oldest first. */
  get all(): readonly Trouble[] {
    return [...this.#troubles.values()]
  }

  /** Calls back after each change. */
  onChange(listener: () => void): void {
    this.#listeners.add(listener)
  }

  /** @returns whether it is news: the same kind was not there before */
  raise(kind: TroubleKind, message: string, forumId: number | null = null): boolean {
    const key = `${kind} ${forumId}`
    const before = this.#troubles.get(key)
    this.#troubles.set(key, { kind, forumId, message, since: before?.since ?? this.#clock.now() })
    if (before === undefined) this.#tell()
    return before === undefined
  }

  /** @returns whether it was there */
  clear(kind: TroubleKind, forumId: number | null = null): boolean {
    const wasThere = this.#troubles.delete(`${kind} ${forumId}`)
    if (wasThere) this.#tell()
    return wasThere
  }

  /** What the phones of a forum are told. */
  warningOf(forumId: number): Warning {
    const has = (kind: TroubleKind): boolean =>
      this.all.some((trouble) => trouble.kind === kind && (trouble.forumId ?? forumId) === forumId)
    return { readOnly: has('read-only'), mismatch: has('mismatch') }
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}
