import type { Board, CellUse } from '../../shared/board.ts'
import type { Words } from '../i18n/fr.ts'

/** Whom a cell without a session is kept for, in the words of the board; null where anybody may have it. */
export const reservedFor = (board: Board, use: CellUse, words: Words['board']): string | null => {
  if (use.type !== 'reserved') return null
  if (use.collectiveId === null) return words.reservedForTeam
  return words.reservedFor(board.collectives.get(use.collectiveId)?.name ?? '')
}
