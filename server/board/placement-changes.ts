import type { Board, Placement } from '../../shared/board.ts'
import type { SessionId } from '../../shared/ids.ts'

/** What the `placement` table must be told so that it follows the board. */
export interface PlacementChanges {
  readonly placed: readonly Placement[]
  readonly unplaced: readonly SessionId[]
}

/**
 * The net difference between two boards. Boards share what did not change, so that most placements are compared by
 * identity alone. A session that moved is in `placed` only.
 */
export const placementChanges = (before: Board, after: Board): PlacementChanges => {
  if (before.placements === after.placements) return { placed: [], unplaced: [] }
  return {
    placed: [...after.placements.values()].filter(
      (placement) => before.placements.get(placement.sessionId) !== placement,
    ),
    unplaced: [...before.placements.keys()].filter((sessionId) => !after.placements.has(sessionId)),
  }
}
