import type { Board, Slot } from '../../shared/board.ts'
import type { Context, Torn } from '../../shared/context.ts'
import { decide } from '../../shared/decide.ts'
import type { Entry } from '../../shared/events.ts'
import { evolveEntry } from '../../shared/evolve.ts'
import type { PersonId, SessionId } from '../../shared/ids.ts'
import { type Finding, fault, type Refusal } from '../../shared/refusals.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import { type ReasonFor, saidBefore } from './said-before.ts'
import { withoutPrivate } from './stranger-refusal.ts'
import { reasonOf, type Waiting } from './submission.ts'
import { UndoTrail } from './undo-trail.ts'
import type { Votes } from './votes.ts'

type Outcome =
  | { readonly type: 'accepted'; readonly entry: Entry; readonly after: Board; readonly trail: UndoTrail }
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
  readonly votes: Votes
  readonly isAway: (personId: PersonId, slots: readonly Slot[]) => boolean
  /** The reason that somebody gave for a place that a session has or had. */
  readonly reasonFor: ReasonFor
  readonly torn: (board: Board, sessionId: SessionId, slots: readonly Slot[], others: readonly SessionId[]) => Torn
}

/** What the rules may ask of the house, for whatever is decided. */
type Known = Pick<Context, 'interest' | 'isPerson' | 'votes' | 'isAway' | 'torn'>

/** A reason that no rule asked for is not kept (L17). */
const keptReason = (reason: string | undefined, findings: readonly Finding[]): { readonly reason?: string } =>
  reason !== undefined && findings.some(({ level }) => level === 'needs-reason') ? { reason } : {}

/** The durable board plus what is being written, and the submissions decided upon it, in the order they came. */
export class WorkingBoard {
  readonly #parts: WorkingBoardParts
  readonly #known: Known
  #board: Board
  #seq: number
  #trail = UndoTrail.empty
  #queue: Decided[] = []
  #taken = 0

  constructor(parts: WorkingBoardParts, board: Board, seq: number) {
    this.#parts = parts
    this.#known = this.#knownBy(parts)
    this.#board = board
    this.#seq = seq
  }

  /** Whether nothing waits for the disk. */
  get isEmpty(): boolean {
    return this.#queue.length === 0
  }

  /** Decides a submission and queues it behind those before it. */
  decide(waiting: Waiting): Decided {
    const outcome = this.#outcomeOf(waiting)
    if (outcome.type === 'accepted') {
      this.#board = outcome.after
      this.#seq = outcome.entry.seq
      this.#trail = outcome.trail
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
  restart(board: Board, seq: number, trail: UndoTrail): readonly Waiting[] {
    const queued = this.#queue.map(({ waiting }) => waiting)
    this.#board = board
    this.#seq = seq
    this.#trail = trail
    this.#queue = []
    this.#taken = 0
    return queued
  }

  /** Made once: each asks the board as it then is. */
  #knownBy({ interest, isPerson, votes, isAway, torn }: WorkingBoardParts): Known {
    // A session that is only being proposed is younger than every star.
    const proposedAt = (id: SessionId): number => this.#board.sessions.get(id)?.proposedAt ?? Number.POSITIVE_INFINITY
    return {
      interest,
      isPerson,
      votes: {
        get all() {
          return votes.all
        },
        before: (id) => votes.before(proposedAt(id)),
      },
      isAway,
      torn: (id, slots, others) => torn(this.#board, id, slots, others),
    }
  }

  #outcomeOf({ submission, past }: Waiting): Outcome {
    const { id, command, actor } = submission
    const { clock, log } = this.#parts
    const now = clock.now()
    try {
      const undoable = this.#trail.of(actor.personId)
      const reason = reasonOf(submission) ?? saidBefore(command, undoable, this.#parts.reasonFor)
      const context: Context = {
        ...this.#known,
        actor,
        now,
        ...(reason === undefined ? {} : { reason }),
        ...(undoable === undefined ? {} : { undoable }),
        ...(past === undefined ? {} : { past }),
      }
      const decision = decide(this.#board, command, context)
      if (decision.type === 'refused') return { type: 'refused', refusal: withoutPrivate(decision.refusal) }
      const { events, findings } = decision
      const kept = keptReason(reason, findings)
      const entry = { seq: this.#seq + 1, commandId: id, by: actor.personId, at: now, events, ...kept }
      const after = evolveEntry(this.#board, entry)
      return { type: 'accepted', entry, after, trail: this.#trail.after(entry, this.#board, after, now) }
    } catch (error) {
      // A bug in a rule must not cost the others of this batch their answers.
      log.error({ err: error, command: command.type }, 'a command could not be decided')
      return { type: 'refused', refusal: fault('not-saved') }
    }
  }
}
