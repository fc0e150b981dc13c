import { crc32 } from 'node:zlib'
import type { Breath } from '../../db/breath.ts'
import { readEntries } from '../../db/entries.ts'
import { DatabaseError } from '../../db/errors.ts'
import type { Database } from '../../db/tables.ts'
import { type Folded, foldOn, readTableState, samePlacements, unwritten } from '../../db/verify.ts'
import type { Entry } from '../../shared/events.ts'
import type { LiveForum } from '../board/live-forum.ts'
import { boardDigest } from './board-digest.ts'

/** What disagrees: `board` (memory and log), `placements` (table and log), `log` (an entry is not what it was, or is gone). */
export type Mismatch = 'board' | 'placements' | 'log'

/** Old entries that are read again in one round, a page at a time: ten thousand are gone through in ten minutes. */
const againPerRound = 1000
const page = 100

const checkOf = (entry: Entry): number => crc32(JSON.stringify(entry))

/**
 * Compares one forum's live board, its placement table and a replay of its log. The replay is the verifier's own, goes on
 * from round to round, and knows each entry's check sum, so that one that was changed by hand is noticed too.
 */
export class ForumVerifier {
  readonly #db: Database
  readonly #forum: Pick<LiveForum, 'id' | 'board'>
  readonly #breath: Breath
  /** By seq − 1. */
  readonly #checks: number[] = []
  #folded: Folded = unwritten
  #readAgain = 0
  /** Seq of a live board that was behind the log in the round before. */
  #behindAt: number | null = null

  constructor(db: Database, forum: Pick<LiveForum, 'id' | 'board'>, breath: Breath) {
    this.#db = db
    this.#forum = forum
    this.#breath = breath
  }

  /** One round. @throws DatabaseError where the database could not be read just now: that says nothing of its content */
  async check(): Promise<Mismatch | null> {
    const found = await this.#compare()
    // The next round begins from nothing, so that it depends on nothing that this one held.
    if (found !== null) this.#folded = unwritten
    return found
  }

  async #compare(): Promise<Mismatch | null> {
    // A board is a value: this one stays what it is while entries go on coming.
    const live: Folded = { board: this.#forum.board.board, seq: this.#forum.board.seq }
    const table = await readTableState(this.#db, this.#forum.id)
    if (table.seq < live.seq) return 'log'
    const replayed = await this.#replay(table.seq, live.seq)
    if (replayed === null || this.#folded.seq !== table.seq) return 'log'
    if (!samePlacements(this.#folded.board, table.placements)) return 'placements'
    if (replayed === 'behind') {
      const still = this.#behindAt === live.seq
      this.#behindAt = live.seq
      if (still) return 'board'
    } else {
      this.#behindAt = null
      const [mine, theirs] = [
        await boardDigest(replayed.board, this.#breath),
        await boardDigest(live.board, this.#breath),
      ]
      if (mine !== theirs) return 'board'
    }
    return (await this.#isLogAsItWas()) ? null : 'log'
  }

  /**
   * Goes on to the last entry. @returns the replay as it was at the live board's seq; `behind` where the replay had passed it
   * before (another process wrote, and the server has not looked yet); null where the log makes no board any more
   */
  async #replay(upTo: number, liveSeq: number): Promise<Folded | 'behind' | null> {
    let then: Folded | 'behind' = this.#folded.seq === liveSeq ? this.#folded : 'behind'
    try {
      this.#folded = await foldOn(this.#db, this.#forum.id, this.#folded, {
        upTo,
        breath: this.#breath,
        onEntry: (entry, folded) => {
          this.#checks[entry.seq - 1] ??= checkOf(entry)
          if (folded.seq === liveSeq) then = folded
        },
      })
      return then
    } catch (error) {
      if (error instanceof DatabaseError) throw error
      return null
    }
  }

  /** Reads some of the old entries again, going round. */
  async #isLogAsItWas(): Promise<boolean> {
    for (let read = 0; read < Math.min(againPerRound, this.#checks.length); read += page) {
      const entries = await readEntries(this.#db, this.#forum.id, this.#readAgain, page)
      this.#breath.begin()
      for (const entry of entries) {
        if ((this.#checks[entry.seq - 1] ?? checkOf(entry)) !== checkOf(entry)) return false
        await this.#breath.take()
      }
      this.#readAgain = entries.length < page ? 0 : this.#readAgain + page
    }
    return true
  }
}
