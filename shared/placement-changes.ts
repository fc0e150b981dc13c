import type { Board, Placement } from './board.ts'
import type { SessionId } from './ids.ts'

/** What changed between two boards, for the projection that lets the database itself refuse an overlap. */
export interface PlacementChanges {
  /** New, moved or resized. */
  readonly placed: readonly Placement[]
  readonly unplaced: readonly SessionId[]
}

export const placementChanges = (before: Board, after: Board): PlacementChanges => {
  if (before.placements === after.placements) return { placed: [], unplaced: [] }
  return {
    placed: [...after.placements.values()].filter((p) => before.placements.get(p.sessionId) !== p),
    unplaced: [...before.placements.keys()].filter((sessionId) => !after.placements.has(sessionId)),
  }
}
