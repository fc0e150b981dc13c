import { alternatives } from '../../shared/alternatives.ts'
import type { Board, Session } from '../../shared/board.ts'
import { consider } from '../../shared/consider.ts'
import type { Context } from '../../shared/context.ts'
import { type CellKey, type CellRef, cellKey } from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import { predict } from '../../shared/predict.ts'
import type { Level } from '../../shared/refusals.ts'
import { findingSentence } from '../../shared/sentences.ts'
import type { Pending } from './forum-store.ts'

/** The confirmed board with one's own waiting commands folded over it (P9). */
export const foldPending = (confirmed: Board, pending: readonly Pending[], context: Context): Board =>
  predict(confirmed, pending, context)

/** The worst level of what stands against a session going to a cell, and all of it in words; null where it is free. */
export const objections = (
  board: Board,
  session: Session,
  cell: CellRef,
  context: Context,
  language: Language,
): { readonly level: Level; readonly why: string } | null => {
  const findings = consider(board, session, cell, context)
  const worst = findings[0]
  if (worst === undefined) return null
  return { level: worst.level, why: findings.map((finding) => findingSentence(finding, language)).join(' ') }
}

/** The cells that fit a session best, near to where it is now. */
export const bestCells = (board: Board, session: Session, context: Context): ReadonlySet<CellKey> => {
  const placement = board.placements.get(session.id)
  const wanted = placement === undefined ? null : { roomId: placement.roomId, slotId: placement.slotIds[0] ?? '' }
  return new Set(alternatives(board, session, wanted, context).map((cell) => cellKey(cell.roomId, cell.slotId)))
}
