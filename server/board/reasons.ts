import type { Placement } from '../../shared/board.ts'
import type { BoardEvent, Entry } from '../../shared/events.ts'
import type { CellRef, PersonId, SessionId } from '../../shared/ids.ts'
import { limits } from '../../shared/limits.ts'
import type { KeptReason } from '../../shared/protocol.ts'
import type { Instant } from '../../shared/time.ts'
import type { LiveBoard } from './live-board.ts'

interface Placed extends CellRef {
  readonly kept: KeptReason
}

/** A reason whose session left the cell: who took it away, and when. */
interface Former extends Placed {
  readonly by: PersonId
  readonly at: Instant
}

const isIn = (cell: CellRef, roomId: string, slotId: string): boolean =>
  cell.roomId === roomId && cell.slotId === slotId

/** Why sessions are where they are, of those whose place was taken with a reason; follows the log. For the team. */
export class Reasons {
  readonly #board: LiveBoard
  readonly #placed = new Map<SessionId, Placed>()
  /** Who puts back what they took away, by an undo or by hand, need not say again why it is there. */
  readonly #former = new Map<SessionId, Former>()

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
      return placement !== undefined && isIn({ roomId, slotId }, placement.roomId, placement.slotIds[0] ?? '')
    })
    return standing.map(({ kept }) => kept).sort((a, b) => a.seq - b.seq)
  }

  /** The reason that this person gave for a place that the session has, or last had; undefined where they gave none. */
  givenFor({ sessionId, roomId, slotIds }: Placement, by: PersonId): string | undefined {
    const known = [this.#placed.get(sessionId), this.#former.get(sessionId)]
    const found = known.find((placed) => placed !== undefined && isIn(placed, roomId, slotIds[0] ?? ''))
    return found?.kept.by === by ? found.kept.reason : undefined
  }

  /** What was erased on disk is told no more. */
  forget(isGone: (kept: KeptReason) => boolean): void {
    for (const reasons of [this.#placed, this.#former]) {
      for (const [sessionId, { kept }] of reasons) if (isGone(kept)) reasons.delete(sessionId)
    }
  }

  #follow(entry: Entry): void {
    for (const event of entry.events) {
      if (event.type === 'session-released' || event.type === 'session-withdrawn') {
        this.#leaves(event.sessionId, entry)
      }
      if (event.type === 'session-placed') this.#arrives(event, entry)
    }
  }

  #leaves(sessionId: SessionId, { by, at }: Entry): void {
    const placed = this.#placed.get(sessionId)
    if (placed === undefined) return
    this.#placed.delete(sessionId)
    this.#former.set(sessionId, { ...placed, by, at })
  }

  #arrives({ sessionId, roomId, slotIds }: BoardEvent & { readonly type: 'session-placed' }, entry: Entry): void {
    const { seq, at, by, reason } = entry
    const slotId = slotIds[0] ?? ''
    const before = this.#placed.get(sessionId)
    if (reason !== undefined) {
      this.#placed.set(sessionId, { roomId, slotId, kept: { sessionId, seq, at, by, reason } })
      return
    }
    // Where it only grows in its cell, the reason for that cell still stands.
    if (before !== undefined && isIn(before, roomId, slotId)) return
    const former = this.#former.get(sessionId)
    this.#leaves(sessionId, entry)
    if (former === undefined || !isIn(former, roomId, slotId)) return
    if (former.by !== by || at - former.at >= limits.undoMilliseconds) return
    this.#placed.set(sessionId, { roomId, slotId, kept: former.kept })
  }
}
