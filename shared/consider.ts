import type { Board, Session } from './board.ts'
import type { Context } from './context.ts'
import type { CellRef } from './ids.ts'
import { judge, placing } from './judge.ts'
import type { Finding } from './refusals.ts'

/**
 * What would be said if this session went to that cell now, worst first; none where it is free and fits. The session may
 * be one that is not proposed yet. The same judgement that a claim gets, so that a held card never promises too much.
 */
export const consider = (board: Board, session: Session, cell: CellRef, context: Context): readonly Finding[] => {
  const attempt = placing({ board, context }, session, cell)
  return attempt === null ? [] : judge(attempt)
}
