import type { Board, Placement, Slot } from './board.ts'
import type { SlotId } from './ids.ts'
import { type LocalDate, overlap } from './time.ts'

/** The slots of one day, in time order. */
export const slotsOf = (board: Board, date: LocalDate): readonly Slot[] =>
  [...board.slots.values()].filter((slot) => slot.date === date)

/** Days that have slots, in order. */
export const datesOf = (board: Board): readonly LocalDate[] =>
  [...new Set([...board.slots.values()].map((slot) => slot.date))].sort()

/**
 * The `length` consecutive open slots of one day that begin with `slotId`: each next one is the first open slot that
 * starts when the one before has ended. Null where the day has no such run, or where a common moment lies inside it.
 */
export const slotRun = (board: Board, slotId: SlotId, length: number): readonly Slot[] | null => {
  const first = board.slots.get(slotId)
  if (first === undefined) return null
  if (length <= 1) return [first]
  const day = slotsOf(board, first.date)
  const run = [first]
  let end = first.end
  while (run.length < length) {
    const next = day.find((slot) => slot.kind === 'open' && slot.start >= end)
    if (next === undefined) return null
    run.push(next)
    end = next.end
  }
  const interrupted = day.some((slot) => slot.kind === 'common' && overlap(slot, { start: first.start, end }))
  return interrupted ? null : run
}

/**
 * Whether the slots of a placement still are what a claim would take: open, in order, apart, and, where there are
 * several, with no common moment between them (B8).
 */
export const isRun = (board: Board, { slotIds, start, end }: Placement): boolean => {
  const slots = slotIds.flatMap((id) => board.slots.get(id) ?? [])
  const apart = slots.every((slot, n) => slot.kind === 'open' && slot.start >= (slots[n - 1]?.end ?? start))
  if (!apart || slots.length !== slotIds.length) return false
  if (slots.length === 1) return true
  return ![...board.slots.values()].some((slot) => slot.kind === 'common' && overlap(slot, { start, end }))
}
