import { readEntries } from '../../db/entries.ts'
import type { Database } from '../../db/tables.ts'
import { type Board, emptyBoard } from '../../shared/board.ts'
import type { Entry } from '../../shared/events.ts'
import { evolveEntry } from '../../shared/evolve.ts'
import type { Instant } from '../../shared/time.ts'

/** The board right after an entry. */
export interface Moment {
  readonly seq: number
  /** When that entry was written (server time). */
  readonly at: Instant
  readonly board: Board
}

interface HistoryParts {
  readonly db: Database
  readonly forumId: number
}

/** Boards that are kept, at the most; when there are more, every second one goes, and they lie twice as far apart. */
const mostKept = 64
const firstSpacing = 64

const beginning: Moment = { seq: 0, at: Number.NEGATIVE_INFINITY, board: emptyBoard }

/**
 * The board of a forum as it was at any moment. Every so many entries one is kept, which costs little since boards share
 * what does not change; from the nearest one before, the log is folded on.
 */
export class History {
  readonly #parts: HistoryParts
  #kept: readonly Moment[] = []
  #spacing = firstSpacing
  #latest = beginning

  constructor(parts: HistoryParts) {
    this.#parts = parts
  }

  /** One more entry is on disk, and this is the board with it. Called for every one, in order. */
  note({ seq, at }: Entry, board: Board): void {
    this.#latest = { seq, at, board }
    if (seq % this.#spacing !== 0) return
    this.#kept = [...this.#kept, this.#latest]
    if (this.#kept.length <= mostKept) return
    this.#spacing *= 2
    this.#kept = this.#kept.filter((moment) => moment.seq % this.#spacing === 0)
  }

  /** The board after an entry; null where there is no such entry (yet). */
  async after(seq: number): Promise<Moment | null> {
    if (seq < 1 || seq > this.#latest.seq) return null
    return this.#foldFrom(
      this.#nearest((moment) => moment.seq <= seq),
      (entry) => entry.seq <= seq,
    )
  }

  /** The board at an instant: after the last entry until then. Null before the first. */
  async at(instant: Instant): Promise<Moment | null> {
    const moment = await this.#foldFrom(
      this.#nearest(({ at }) => at <= instant),
      (entry) => entry.at <= instant,
    )
    return moment.seq === 0 ? null : moment
  }

  #nearest(isBefore: (moment: Moment) => boolean): Moment {
    return isBefore(this.#latest) ? this.#latest : (this.#kept.findLast(isBefore) ?? beginning)
  }

  async #foldFrom(from: Moment, isWanted: (entry: Entry) => boolean): Promise<Moment> {
    if (from === this.#latest) return from
    const { db, forumId } = this.#parts
    let moment = from
    for (const entry of await readEntries(db, forumId, from.seq, this.#spacing)) {
      if (!isWanted(entry)) break
      moment = { seq: entry.seq, at: entry.at, board: evolveEntry(moment.board, entry) }
    }
    return moment
  }
}
