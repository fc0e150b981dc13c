import { type CommitResult, commit, type ForumBatch } from '../../db/commit.ts'
import { probeWrite } from '../../db/meta.ts'
import type { Database } from '../../db/tables.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'

/** What the committer asks of a board; `LiveBoard` is the only one. */
interface Committed {
  readonly isStale: boolean
  takeBatch(limit: number): ForumBatch | null
  stored(): void
  failed(): void
  catchUp(): Promise<boolean>
  markStale(): void
}

/** A transaction that was tried: how many entries were in it, how long it took in seconds, and whether it is on disk. */
export interface CommitTry {
  readonly entries: number
  readonly seconds: number
  readonly isStored: boolean
}

export interface CommitterParts {
  readonly db: Database
  readonly clock: Clock
  readonly log: Log
}

/** Entries of one forum in one transaction: a forum's burst waits for its next turn, others' commands do not. */
const entriesPerTurn = 500
/** After a failed write, the first probe and the longest pause between probes, in milliseconds. */
const firstProbe = 250
const longestPause = 5000

/**
 * Writes all that waits, over all forums, in one transaction, while the next batch gathers: under load one sync of the
 * disk serves many commands, and a lone command waits for nobody. There is one committer per database.
 */
export class Committer {
  readonly #parts: CommitterParts
  readonly #awake = new Set<Committed>()
  readonly #halted = new Set<Committed>()
  readonly #tryListeners = new Set<(attempt: CommitTry) => void>()
  readonly #readOnlyListeners = new Set<(why: string | null) => void>()
  #running: Promise<void> | null = null
  #probing: Promise<void> | null = null
  #readOnly = false
  #lastMilliseconds = 0

  constructor(parts: CommitterParts) {
    this.#parts = parts
  }

  /** After a failed write nothing is accepted until a probe gets on disk. */
  get isReadOnly(): boolean {
    return this.#readOnly
  }

  /** How long the last transaction took, by the clock. */
  get lastMilliseconds(): number {
    return this.#lastMilliseconds
  }

  /** Calls back after each transaction. */
  onTry(listener: (attempt: CommitTry) => void): void {
    this.#tryListeners.add(listener)
  }

  /** Calls back with why nothing can be written any more, and with null when it can again. */
  onReadOnly(listener: (why: string | null) => void): void {
    this.#readOnlyListeners.add(listener)
  }

  /** Whether the disk takes writes, asked while nobody writes: who comes next must not be the one to find out. */
  probe(): Promise<void> {
    if (this.#readOnly || this.#running !== null) return Promise.resolve()
    // Many who fail at one moment ask once.
    this.#probing ??= this.#askDisk().finally(() => {
      this.#probing = null
    })
    return this.#probing
  }

  /** A board has something to write, or to read again. */
  wake(board: Committed): void {
    this.#awake.add(board)
    // Started in a microtask, so that all that one tick submits goes together.
    this.#running ??= Promise.resolve().then(() => this.#run())
  }

  /** Resolves when nothing waits any more. */
  async idle(): Promise<void> {
    while (this.#running !== null) await this.#running
  }

  async #askDisk(): Promise<void> {
    try {
      await probeWrite(this.#parts.db)
    } catch (error) {
      if (!this.#readOnly) this.#fail([], error)
    }
  }

  async #run(): Promise<void> {
    while (this.#awake.size > 0) {
      const boards = [...this.#awake]
      this.#awake.clear()
      if (this.#readOnly) this.#halt(boards)
      else {
        try {
          await this.#write(boards)
        } catch (error) {
          this.#fail(boards, error)
        }
      }
    }
    this.#running = null
  }

  async #write(boards: readonly Committed[]): Promise<void> {
    for (const board of boards) if (board.isStale) await board.catchUp()
    const turns = boards.flatMap((board) => {
      const batch = board.takeBatch(entriesPerTurn)
      return batch === null ? [] : [{ board, batch }]
    })
    if (turns.length === 0) return
    const results = await this.#commit(turns.map(({ batch }) => batch))
    const left = turns.filter(({ board }, index) => {
      const isStored = results[index]?.type === 'stored'
      if (isStored) board.stored()
      return !isStored
    })
    for (const { board, batch } of left) await this.#afterConflict(board, batch)
  }

  /** The seconds are the machine's and not the clock's: they measure the disk. */
  async #commit(batches: readonly ForumBatch[]): Promise<readonly CommitResult[]> {
    const [begun, begunAt] = [performance.now(), this.#parts.clock.now()]
    const tell = (isStored: boolean): void => {
      this.#lastMilliseconds = this.#parts.clock.now() - begunAt
      const seconds = (performance.now() - begun) / 1000
      const entries = batches.reduce((sum, batch) => sum + batch.entries.length, 0)
      for (const listener of this.#tryListeners) listener({ entries, seconds, isStored })
    }
    try {
      const results = await commit(this.#parts.db, batches)
      tell(true)
      return results
    } catch (error) {
      tell(false)
      throw error
    }
  }

  async #afterConflict(board: Committed, { forumId, expectedSeq }: ForumBatch): Promise<void> {
    // Another process wrote first: it was read, and what waits was decided again.
    if (await board.catchUp()) return this.wake(board)
    // The log says the same as this board and the database still refuses: its tables disagree. Answer, and do not spin.
    this.#parts.log.error({ forumId, expectedSeq }, 'a batch was refused by the database')
    board.failed()
  }

  #halt(boards: readonly Committed[]): void {
    for (const board of boards) {
      board.failed()
      this.#halted.add(board)
    }
  }

  #fail(boards: readonly Committed[], error: unknown): void {
    this.#parts.log.error({ err: error }, 'the database could not be written: read-only until it can')
    this.#setReadOnly(error instanceof Error ? error.message : String(error))
    this.#halt(boards)
    this.#probeIn(firstProbe)
  }

  #probeIn(pause: number): void {
    this.#parts.clock.after(pause, () => {
      probeWrite(this.#parts.db).then(
        () => this.#recover(),
        () => this.#probeIn(Math.min(2 * pause, longestPause)),
      )
    })
  }

  #recover(): void {
    this.#parts.log.info({}, 'the database can be written again')
    this.#setReadOnly(null)
    // A commit that failed halfway may still have got on disk.
    for (const board of this.#halted) board.markStale()
    this.#halted.clear()
  }

  #setReadOnly(why: string | null): void {
    this.#readOnly = why !== null
    for (const listener of this.#readOnlyListeners) listener(why)
  }
}
