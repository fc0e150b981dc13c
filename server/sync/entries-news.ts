import type { Board } from '../../shared/board.ts'
import { commonText } from '../../shared/common-text.ts'
import type { Entry } from '../../shared/events.ts'
import type { LiveBoard } from '../board/live-board.ts'
import { type Frame, frameOf, shownEntry } from './frame.ts'
import { pack } from './pack.ts'

/**
 * What is sent of new entries: the text, and for phones that can unpack it the same text packed once against the board as it
 * was before (P21), which is as far as everybody has heard.
 */
export class EntriesNews {
  readonly #board: LiveBoard
  /** The board at `sentSeq`. */
  #known: Board
  #sentSeq: number

  constructor(board: LiveBoard) {
    this.#board = board
    this.#known = board.board
    this.#sentSeq = board.seq
  }

  /** Seq of the last entry that was sent. */
  get sentSeq(): number {
    return this.#sentSeq
  }

  /** The news that these are on disk: all up to the board's own seq. */
  next(entries: readonly Entry[]): (member: { readonly isPacked: boolean }) => Frame {
    const known = this.#known
    this.#known = this.#board.board
    this.#sentSeq = this.#board.seq
    const plain = frameOf({ type: 'entries', entries: entries.map(shownEntry) })
    let packed: Frame | null = null
    return ({ isPacked }) => {
      if (!isPacked) return plain
      packed ??= { bytes: pack(plain.bytes, commonText(known)), isPacked: true }
      return packed
    }
  }
}
