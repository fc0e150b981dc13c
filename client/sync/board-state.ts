import { type Board, emptyBoard } from '../../shared/board.ts'
import { boardFromJson } from '../../shared/board-json.ts'
import type { Snapshot } from '../../shared/protocol.ts'
import type { Pending } from './forum-store.ts'

/** What a phone holds of a forum: the last confirmed board, and its own commands without an answer. */
export interface BoardState {
  readonly epoch: string
  /** The last entry folded into `confirmed`; 0 before the first snapshot. */
  readonly seq: number
  readonly confirmed: Board
  readonly pending: readonly Pending[]
}

export const emptyState: BoardState = { epoch: '', seq: 0, confirmed: emptyBoard, pending: [] }

/**
 * Takes a snapshot for the confirmed board, be it an older one: a database may have been put back by hand. Pending
 * commands stay: their answers come when they are sent again.
 */
export const applySnapshot = (state: BoardState, snapshot: Pick<Snapshot, 'epoch' | 'seq' | 'board'>): BoardState => ({
  ...state,
  epoch: snapshot.epoch,
  seq: snapshot.seq,
  confirmed: boardFromJson(snapshot.board),
})
