import type { LiveBoard } from '../board/live-board.ts'
import { shownEntry } from './frame.ts'

/** How many spans are kept as text: after a restart most phones miss the same few. */
const spansKept = 16

/** The entries that a phone missed, as JSON, encoded once for all that missed the same. */
export class MissedEntries {
  readonly #board: LiveBoard
  readonly #texts = new Map<number, string>()
  #upTo = 0

  constructor(board: LiveBoard) {
    this.#board = board
  }

  /** Those with `after` < seq ≤ `upTo`, a JSON list; null where they are no longer at hand. */
  between(after: number, upTo: number): string | null {
    if (upTo !== this.#upTo) this.#texts.clear()
    this.#upTo = upTo
    const known = this.#texts.get(after)
    if (known !== undefined) return known
    const entries = this.#board.entriesBetween(after, upTo)
    if (entries === null) return null
    const text = JSON.stringify(entries.map(shownEntry))
    if (this.#texts.size >= spansKept) this.#texts.clear()
    this.#texts.set(after, text)
    return text
  }
}
