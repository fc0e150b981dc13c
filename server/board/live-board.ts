import type { ForumBatch } from '../../db/commit.ts'
import { readEntries } from '../../db/entries.ts'
import type { Database } from '../../db/tables.ts'
import { type Board, emptyBoard } from '../../shared/board.ts'
import type { Command } from '../../shared/commands/command.schema.ts'
import type { Entry } from '../../shared/events.ts'
import { evolveEntry } from '../../shared/evolve.ts'
import type { CommandId, PersonId } from '../../shared/ids.ts'
import { limits } from '../../shared/limits.ts'
import { fault, type Refusal } from '../../shared/refusals.ts'
import type { Undoable } from '../../shared/undoable.ts'
import { Tally } from '../metrics/tally.ts'
import type { Committer } from './committer.ts'
import { History } from './history.ts'
import { PastAnswers } from './past-answers.ts'
import { placementChanges } from './placement-changes.ts'
import { RecentEntries } from './recent-entries.ts'
import { type Answer, accepted, idTaken, refused, type Submission, type Waiting, waitingFor } from './submission.ts'
import { isYoung, UndoTrail } from './undo-trail.ts'
import { type Decided, WorkingBoard, type WorkingBoardParts } from './working-board.ts'

export interface LiveBoardParts extends WorkingBoardParts {
  readonly db: Database
  readonly committer: Committer
  readonly forumId: number
}

/** @param isMoreComing whether others, decided behind them, will soon be on disk too */
type EntriesListener = (entries: readonly Entry[], isMoreComing: boolean) => void

/** How many entries are read from the log at a time. */
const page = 1000

/**
 * One forum's board in memory: the durable one (what is on disk, what everyone sees) and the working one (durable plus
 * what is being written), which commands are decided upon. Answers are given when the disk has spoken (L2).
 */
export class LiveBoard {
  readonly #parts: LiveBoardParts
  readonly #recent = new RecentEntries(limits.resumeEntries)
  readonly #past: PastAnswers
  readonly #working: WorkingBoard
  readonly #pending = new Map<CommandId, Waiting>()
  readonly #listeners = new Set<EntriesListener>()
  /** Commands that took effect here, and refusals, since the start. */
  readonly accepted = new Tally<Command['type']>()
  readonly refused = new Tally<Refusal['code']>()
  /** The board as it was at any moment. */
  readonly history: History
  #board = emptyBoard
  #trail = UndoTrail.empty
  #seq = 0
  #stale = true

  constructor(parts: LiveBoardParts) {
    this.#parts = parts
    this.history = new History(parts)
    this.#past = new PastAnswers(parts.db, parts.forumId, this.#recent)
    this.#working = new WorkingBoard(parts, this.#board, this.#seq)
  }

  /** The board as it is on disk. */
  get board(): Board {
    return this.#board
  }

  /** Seq of the last entry on disk. */
  get seq(): number {
    return this.#seq
  }

  /** Whether the log must be read before this board is written again. */
  get isStale(): boolean {
    return this.#stale
  }

  /** What this person did last, on disk, as an undo would be decided upon. */
  lastActionOf(personId: PersonId): Undoable | undefined {
    return this.#trail.of(personId)
  }

  /** What this person did last, on disk and while it can still be undone: what a page that was loaded anew may offer. */
  undoableBy(personId: PersonId): Pick<Undoable, 'commandId' | 'at'> | null {
    const action = this.#trail.of(personId)
    const isOver = action === undefined || !isYoung(action, this.#parts.clock.now())
    return isOver || action.slices.length === 0 ? null : { commandId: action.commandId, at: action.at }
  }

  /** Calls back with the entries that got on disk, in order. Returns how to stop it. */
  onEntries(listener: EntriesListener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Entries with `after` < seq ≤ `upTo`, or null where they are no longer at hand. */
  entriesBetween(after: number, upTo: number): readonly Entry[] | null {
    return this.#recent.between(after, upTo)
  }

  /**
   * Decides a command, in the order of the calls; resolves when the answer is true on disk. What goes wrong is a
   * refusal, and nothing has changed. Rejects only where the log can no longer be read.
   */
  submit(submission: Submission): Promise<Answer> {
    const pending = this.#pending.get(submission.id)
    if (pending !== undefined) {
      const same = pending.submission.actor.personId === submission.actor.personId
      return same ? pending.answer : Promise.resolve(idTaken())
    }
    const past = this.#past.of(submission)
    if (past !== null) return past
    if (this.#parts.committer.isReadOnly) {
      this.refused.add('read-only')
      return Promise.resolve(refused(fault('read-only')))
    }
    const waiting = waitingFor(submission)
    this.#pending.set(submission.id, waiting)
    const { command, actor } = submission
    if (command.type === 'restore' && actor.role === 'facilitator') void this.#considerPast(waiting, command.seq)
    else this.#consider(waiting)
    return waiting.answer
  }

  /** Another process may have written: the committer then reads the log first. */
  markStale(): void {
    this.#stale = true
    this.#parts.committer.wake(this)
  }

  /** For the committer: what waits, at most `limit` entries of it, or null. */
  takeBatch(limit: number): ForumBatch | null {
    const entries: Entry[] = []
    let after = this.#board
    for (const { outcome } of this.#working.take(limit)) {
      if (outcome.type === 'refused') continue
      entries.push(outcome.entry)
      after = outcome.after
    }
    if (entries.length === 0) return null
    return {
      forumId: this.#parts.forumId,
      expectedSeq: this.#seq,
      entries,
      ...placementChanges(this.#board, after),
    }
  }

  /** For the committer: the batch is on disk. */
  stored(): void {
    const finished = this.#working.finish()
    const entries: Entry[] = []
    for (const { outcome } of finished) {
      if (outcome.type === 'refused') continue
      entries.push(outcome.entry)
      this.#advance(outcome.entry, outcome.after, outcome.trail)
    }
    // On a slow disk those behind would come too late to be one frame with these.
    const isQuick = this.#parts.committer.lastMilliseconds < limits.joinMilliseconds
    this.#keep(entries, isQuick && !this.#working.isEmpty)
    for (const decided of finished) this.#settle(decided)
    if (!this.#working.isEmpty) this.#parts.committer.wake(this)
  }

  /** For the committer: the disk refused. The batch and everything decided upon it are dropped. */
  failed(): void {
    for (const waiting of this.#working.restart(this.#board, this.#seq, this.#trail)) {
      this.#answer(waiting, refused(fault('not-saved')))
    }
  }

  /**
   * For the committer, never while a batch is being written: reads what others wrote, folds and publishes it, and decides
   * again all that waits.
   * @returns whether anything was missing
   */
  async catchUp(): Promise<boolean> {
    this.#stale = false
    const before = this.#seq
    for (let more = true; more; ) {
      const missing = await readEntries(this.#parts.db, this.#parts.forumId, this.#seq, page)
      for (const entry of missing) {
        const board = evolveEntry(this.#board, entry)
        this.#advance(entry, board, this.#trail.after(entry, this.#board, board, this.#parts.clock.now()))
      }
      this.#keep(missing, false)
      more = missing.length === page
    }
    const waiting = this.#working.restart(this.#board, this.#seq, this.#trail)
    for (const item of waiting) {
      // The same command may have been stored by the other process.
      const past = this.#past.of(item.submission)
      if (past === null) this.#consider(item)
      else
        past.then((answer) => this.#answer(item, answer)).catch(() => this.#answer(item, refused(fault('not-saved'))))
    }
    return this.#seq !== before
  }

  #consider(waiting: Waiting): void {
    const waitsForDisk = !this.#working.isEmpty
    const { outcome } = this.#working.decide(waiting)
    if (outcome.type === 'accepted') this.#parts.committer.wake(this)
    else if (!waitsForDisk) for (const decided of this.#working.finish()) this.#settle(decided)
  }

  /** What a restore goes back to is read first; it is decided when that is there, behind what came meanwhile. */
  async #considerPast(waiting: Waiting, seq: number): Promise<void> {
    try {
      const moment = await this.history.after(seq)
      if (this.#parts.committer.isReadOnly) this.#answer(waiting, refused(fault('read-only')))
      else this.#consider(moment === null ? waiting : { ...waiting, past: moment.board })
    } catch (error) {
      this.#parts.log.error({ err: error, seq }, 'the log could not be read for a restore')
      this.#answer(waiting, refused(fault('not-saved')))
    }
  }

  /** One more entry is on disk. */
  #advance(entry: Entry, board: Board, trail: UndoTrail): void {
    this.#board = board
    this.#trail = trail
    this.history.note(entry, board)
  }

  #settle({ waiting, outcome }: Decided): void {
    if (outcome.type === 'refused') this.#past.rememberRefusal(waiting.submission, outcome.refusal)
    this.#answer(waiting, outcome.type === 'accepted' ? accepted(outcome.entry) : refused(outcome.refusal))
  }

  #answer(waiting: Waiting, answer: Answer): void {
    this.#pending.delete(waiting.submission.id)
    if (answer.type === 'refused') this.refused.add(answer.refusal.code)
    else this.accepted.add(waiting.submission.command.type)
    waiting.resolve(answer)
  }

  #keep(entries: readonly Entry[], isMoreComing: boolean): void {
    const last = entries.at(-1)
    if (last === undefined) return
    this.#seq = last.seq
    this.#recent.add(entries)
    this.#past.rememberEntries(entries)
    for (const listener of this.#listeners) listener(entries, isMoreComing)
  }
}
