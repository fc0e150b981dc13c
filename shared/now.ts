import type { Board, Placement, Slot } from './board.ts'
import type { RoomId } from './ids.ts'
import { datesOf, slotsOf } from './slots.ts'
import { contains, type Instant, type LocalDate } from './time.ts'
import { localDate } from './zone.ts'

/** What a door shows: one room, now. */
export interface RoomNow {
  readonly current: Placement | null
  /** The next one of the same day. */
  readonly next: Placement | null
  /** While free: when the next session starts here, or the day's last slot ends. Null while taken, or when nothing is left today. */
  readonly freeUntil: Instant | null
  /** The rest of the day after `next`. */
  readonly rest: readonly Placement[]
  /** The common moment that runs now. */
  readonly common: Slot | null
}

/** The room at an instant, on the forum's own calendar day. A room never says "late": it says what is pinned. */
export const nowIn = (board: Board, roomId: RoomId, now: Instant): RoomNow => {
  const today = slotsOf(board, localDate(now, board.frame.timeZone))
  const days = new Set(today.map((slot) => slot.id))
  const held = [...board.placements.values()]
    .filter((placement) => placement.roomId === roomId)
    .sort((a, b) => a.start - b.start)
  const current = held.find((placement) => contains(placement, now)) ?? null
  const later = held.filter((placement) => placement.start > now && days.has(placement.slotIds[0] ?? ''))
  const next = later[0] ?? null
  const dayEnd = today.reduce((end, slot) => Math.max(end, slot.end), 0)
  const freeUntil = current !== null ? null : next !== null ? next.start : dayEnd > now ? dayEnd : null
  const common = today.find((slot) => slot.kind === 'common' && contains(slot, now)) ?? null
  return { current, next, freeUntil, rest: later.slice(1), common }
}

/** What a wall shows. */
export interface BoardNow {
  /** Slots that run now. */
  readonly current: readonly Slot[]
  /** The next ones to start, all at one time. */
  readonly next: readonly Slot[]
  /** The day to show: today's, else the next that has slots, else the last; null on an empty board. */
  readonly date: LocalDate | null
}

export const nowOf = (board: Board, now: Instant): BoardNow => {
  const slots = [...board.slots.values()]
  const starts = slots.find((slot) => slot.start > now)?.start
  const today = localDate(now, board.frame.timeZone)
  const dates = datesOf(board)
  return {
    current: slots.filter((slot) => contains(slot, now)),
    next: slots.filter((slot) => slot.start === starts),
    date: dates.find((date) => date >= today) ?? dates.at(-1) ?? null,
  }
}
