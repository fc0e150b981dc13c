import type { Board, Session } from '../../shared/board.ts'
import type { Context, Torn } from '../../shared/context.ts'
import { expectationOf } from '../../shared/expectation.ts'
import type { CellRef } from '../../shared/ids.ts'
import { placeAt } from '../../shared/judge.ts'
import { tornAt } from '../../shared/rules/audience-torn.ts'

/** What puts a cell before the others. */
export type WhyBest = 'sameTime' | 'sameRoom' | 'leastTorn' | 'tightest' | 'nearest' | 'soonest'

const order: readonly Torn[] = ['none', 'few', 'some', 'many']

/** Whether people would be more torn in another of the hours to come. */
const isLeastTorn = (board: Board, session: Session, { roomId, slotId }: CellRef, context: Context): boolean => {
  const room = board.rooms.get(roomId)
  if (context.torn === undefined || room === undefined) return false
  const rank = (id: string): number => {
    const place = placeAt(board, room, id, session.length)
    return place === null ? 0 : order.indexOf(tornAt(board, session, place, context))
  }
  const here = rank(slotId)
  return [...board.slots.values()].some(
    ({ id, kind, start }) => kind === 'open' && start > context.now && rank(id) > here,
  )
}

/** Whether it holds those who are expected, and no smaller room does. */
const isTightest = (board: Board, session: Session, { roomId }: CellRef, context: Context): boolean => {
  const people = expectationOf(board, session, context)?.people
  const places = board.rooms.get(roomId)?.capacity ?? null
  if (people === undefined || places === null || places < people) return false
  return ![...board.rooms.values()].some(
    ({ kind, capacity }) => kind !== 'continuous' && capacity !== null && capacity >= people && capacity < places,
  )
}

/** Whether none of the others begins before it. */
const isSoonest = (board: Board, { slotId }: CellRef, advised: readonly CellRef[]): boolean => {
  const startOf = (id: string): number => board.slots.get(id)?.start ?? 0
  return advised.every((other) => startOf(other.slotId) >= startOf(slotId))
}

/**
 * The first thing that speaks for a cell, in the order in which `alternatives` ranks; null where nothing does alone.
 * @param wanted where the session is now; null while it waits for a place
 * @param advised all the cells that are advised with it
 */
export const whyBest = (
  board: Board,
  session: Session,
  wanted: CellRef | null,
  cell: CellRef,
  advised: readonly CellRef[],
  context: Context,
): WhyBest | null => {
  if (cell.slotId === wanted?.slotId) return 'sameTime'
  if (cell.roomId === wanted?.roomId) return 'sameRoom'
  if (isLeastTorn(board, session, cell, context)) return 'leastTorn'
  if (isTightest(board, session, cell, context)) return 'tightest'
  if (wanted !== null) return 'nearest'
  return isSoonest(board, cell, advised) ? 'soonest' : null
}
