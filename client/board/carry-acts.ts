import type { CellRef, SessionId } from '../../shared/ids.ts'

/** The acts of the one state machine that carrying and tapping are ways into. */
export interface CarryActs {
  /** The card in hand. */
  held(): SessionId | null
  pickUp(sessionId: SessionId): void
  putBack(): void
  /** @returns false where the cell does not take it */
  place(cell: CellRef): boolean
}
