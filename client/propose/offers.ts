import { alternatives } from '../../shared/alternatives.ts'
import type { Board, Session } from '../../shared/board.ts'
import { consider } from '../../shared/consider.ts'
import type { Context } from '../../shared/context.ts'
import { type CellRef, cellKey } from '../../shared/ids.ts'
import { isBlocked } from '../../shared/judge.ts'

/** How many cells are offered at a glance; the board has the others. */
const offered = 6

/** Of one slot at most so many, so that a choice of rooms does not hide the choice of hours. */
const perSlot = 2

/** Free cells are looked for until so many are found; enough for `offered` of them to be in different slots. */
const looked = 80

/** When fewer than this of the offered cells are still free, others are added. */
const fewest = 3

/** The cells that fit a session best: those without a problem first, then the soonest, then the room that fits tightest. */
export const bestOffers = (board: Board, session: Session, context: Context): readonly CellRef[] => {
  const bySlot = new Map<string, number>()
  const found = alternatives(board, session, null, context, looked).filter(({ slotId }) => {
    const already = bySlot.get(slotId) ?? 0
    bySlot.set(slotId, already + 1)
    return already < perSlot
  })
  return found.slice(0, offered)
}

/**
 * The offers after the board has changed. Those that stand keep their place, taken or not: nothing moves under a thumb that
 * is on its way. New ones come below, once few are left.
 */
export const offersAfter = (
  before: readonly CellRef[],
  board: Board,
  session: Session,
  context: Context,
): readonly CellRef[] => {
  // Somebody may have taken one since.
  const free = before.filter((cell) => !isBlocked(consider(board, session, cell, context)))
  if (before.length > 0 && free.length >= fewest) return before
  const shown = new Set(before.map(({ roomId, slotId }) => cellKey(roomId, slotId)))
  const fresh = bestOffers(board, session, context).filter(({ roomId, slotId }) => !shown.has(cellKey(roomId, slotId)))
  return fresh.length === 0 ? before : [...before, ...fresh.slice(0, offered - free.length)]
}
