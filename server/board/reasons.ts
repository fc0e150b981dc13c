import type { Entry } from '../../shared/events.ts'
import type { CellRef, SessionId } from '../../shared/ids.ts'
import type { KeptReason } from '../../shared/protocol.ts'
import type { LiveBoard } from './live-board.ts'

interface Placed extends CellRef {
  readonly kept: KeptReason
}

/** Why sessions are where they are, of those whose place was taken with a reason; follows the log. For the team. */
export class Reasons {
  readonly #board: LiveBoard
  readonly #placed = new Map<SessionId, Placed>()

  /** @param board before it read its log: what was given before counts too */
  constructor(board: LiveBoard) {
    this.#board = board
    board.onEntries((entries) => {
      for (const entry of entries) this.#follow(entry)
    })
  }

  /** Those that stand, in the order in which they were given. */
  get all(): readonly KeptReason[] {
    const { placements } = this.#board.board
    const standing = [...this.#placed.values()].filter(({ kept, roomId, slotId }) => {
      const placement = placements.get(kept.sessionId)
      return placement?.roomId === roomId && placement.slotIds[0] === slotId
    })
    return standing.map(({ kept }) => kept).sort((a, b) => a.seq - b.seq)
  }

  /** What was erased on disk is told no more. */
  forget(isGone: (kept: KeptReason) => boolean): void {
    for (const [sessionId, { kept }] of this.#placed) if (isGone(kept)) this.#placed.delete(sessionId)
  }

  #follow({ seq, at, by, reason, events }: Entry): void {
    for (const event of events) {
      if (event.type === 'session-released' || event.type === 'session-withdrawn') this.#placed.delete(event.sessionId)
      if (event.type !== 'session-placed') continue
      const { sessionId, roomId, slotIds } = event
      const slotId = slotIds[0] ?? ''
      const before = this.#placed.get(sessionId)
      if (reason !== undefined) {
        this.#placed.set(sessionId, { roomId, slotId, kept: { sessionId, seq, at, by, reason } })
      } else if (before?.roomId !== roomId || before.slotId !== slotId) {
        // Where it only grows in its cell, the reason for that cell still stands.
        this.#placed.delete(sessionId)
      }
    }
  }
}
