import type { Board, Session } from './board.ts'
import type { Context, Torn } from './context.ts'
import { expectationOf } from './expectation.ts'
import type { CellRef } from './ids.ts'
import { judge, placing } from './judge.ts'
import type { Finding } from './refusals.ts'
import { tornAt } from './rules/audience-torn.ts'

/**
 * What would be said if this session went to that cell now, worst first; none where it is free and fits. The session may
 * be one that is not proposed yet. The same judgement that a claim gets, so that a held card never promises too much.
 */
export const consider = (board: Board, session: Session, cell: CellRef, context: Context): readonly Finding[] => {
  const attempt = placing({ board, context }, session, cell)
  return attempt === null ? [] : judge(attempt)
}

/** What a cell would be like for a session: all that a ranking of cells goes by, to be said with it. */
export interface Appraisal {
  /** As `consider` says them. */
  readonly findings: readonly Finding[]
  /** Seats of the room; null where nobody counted. */
  readonly places: number | null
  readonly torn: Torn
  /** About how many people will come, as it may be said; null where nobody knows. */
  readonly expected: number | null
}

/** Why a cell is advised or not: what stands against it, its places, and how torn people would be. Null: no such cell. */
export const appraise = (board: Board, session: Session, cell: CellRef, context: Context): Appraisal | null => {
  const attempt = placing({ board, context }, session, cell)
  if (attempt?.place == null) return null
  return {
    findings: judge(attempt),
    places: attempt.place.room.capacity,
    torn: tornAt(board, session, attempt.place, context),
    expected: expectationOf(board, session, context)?.said ?? null,
  }
}
