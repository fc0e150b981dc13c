import type { Board } from '../../shared/board.ts'
import { decide } from '../../shared/decide.ts'
import type { Entry } from '../../shared/events.ts'
import { evolveEntry } from '../../shared/evolve.ts'
import type { PersonId, SessionId } from '../../shared/ids.ts'
import { fault, type Refusal } from '../../shared/refusals.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import type { Submission, Waiting } from './submission.ts'

type Outcome =
  | { readonly type: 'accepted'; readonly entry: Entry; readonly after: Board }
  | { readonly type: 'refused'; readonly refusal: Refusal }

/**
 * A submission with what was decided of it. A refusal waits too, where it was decided upon entries that are not saved
 * yet: it may name one of them, and nobody hears of an entry before it is on disk (L2).
 */
export interface Decided {
  readonly waiting: Waiting
  readonly outcome: Outcome
}

export interface WorkingBoardParts {
  readonly clock: Clock
  readonly log: Log
  readonly interest: (sessionId: SessionId) => number
  readonly isPerson: (personId: PersonId) => boolean
}

/** The durable board plus what is being written, and the submissions decided upon it, in the order they came. */
export class WorkingBoard {
  readonly #parts: WorkingBoardParts
  #board: Board
  #seq: number
  #queue: Decided[] = []
  #taken = 0

  constructor(parts: WorkingBoardParts, board: Board, seq: number) {
    this.#parts = parts
    this.#board = board
    this.#seq = seq
  }

  /** Whether nothing waits for the disk. */
  get isEmpty(): boolean {
    return this.#queue.length === 0
  }

  /** Decides a submission and queues it behind those before it. */
  decide(waiting: Waiting): Decided {
    const outcome = this.#outcomeOf(waiting.submission)
    if (outcome.type === 'accepted') {
      this.#board = outcome.after
      this.#seq = outcome.entry.seq
    }
    const decided = { waiting, outcome }
    this.#queue.push(decided)
    return decided
  }

  /** Those to write next, up to `limit` entries; they stay queued until `finish`. */
  take(limit: number): readonly Decided[] {
    let entries = 0
    this.#taken = 0
    for (const { outcome } of this.#queue) {
      if (entries === limit) break
      if (outcome.type === 'accepted') entries += 1
      this.#taken += 1
    }
    return this.#queue.slice(0, this.#taken)
  }

  /** Those that were taken, and the refusals right behind them: all of it is true on disk now. */
  finish(): readonly Decided[] {
    let count = this.#taken
    while (this.#queue[count]?.outcome.type === 'refused') count += 1
    this.#taken = 0
    return this.#queue.splice(0, count)
  }

  /** Starts over from a durable board; what was queued is handed back, undecided. */
  restart(board: Board, seq: number): readonly Waiting[] {
    const queued = this.#queue.map(({ waiting }) => waiting)
    this.#board = board
    this.#seq = seq
    this.#queue = []
    this.#taken = 0
    return queued
  }

  #outcomeOf({ id, command, actor }: Submission): Outcome {
    const { clock, log, interest, isPerson } = this.#parts
    const now = clock.now()
    try {
      const decision = decide(this.#board, command, { actor, now, interest, isPerson })
      if (decision.type === 'refused') return decision
      const entry = { seq: this.#seq + 1, commandId: id, by: actor.personId, at: now, events: decision.events }
      return { type: 'accepted', entry, after: evolveEntry(this.#board, entry) }
    } catch (error) {
      // A bug in a rule must not cost the others of this batch their answers.
      log.error({ err: error, command: command.type }, 'a command could not be decided')
      return { type: 'refused', refusal: fault('not-saved') }
    }
  }
}
