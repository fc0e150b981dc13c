import type { Board, Placement, Slot } from './board.ts'
import { cellKey, type RoomId } from './ids.ts'
import { datesOf, slotsOf } from './slots.ts'
import { contains, type Instant, type Interval, type LocalDate, overlap } from './time.ts'
import { localDate } from './zone.ts'

/** What a door shows: one room, now. */
export interface RoomNow {
  readonly current: Placement | null
  /** The next one of the same day. */
  readonly next: Placement | null
  /** While free: see `freeUntilOf`. Null while taken, or when nothing is left today. */
  readonly freeUntil: Instant | null
  /** The rest of the day after `next`. */
  readonly rest: readonly Placement[]
  /** The common moment that runs now. */
  readonly common: Slot | null
}

/**
 * Until when a room that is free now is free: the first of what takes it from all (a session, a common moment, a closed or
 * reserved hour), else the day's end; null when the day is over. What begins while another free hour runs ends nothing.
 */
export const freeUntilOf = (
  now: Instant,
  taken: readonly Interval[],
  free: readonly Interval[],
  dayEnd: Instant,
): Instant | null => {
  const starts = taken.map(({ start }) => start)
  const ends = starts.filter((start) => start > now && !free.some((hour) => contains(hour, start)))
  return ends.length > 0 ? Math.min(...ends) : dayEnd > now ? dayEnd : null
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
  const isShut = ({ id, kind }: Slot): boolean =>
    kind === 'common' || (board.cells.get(cellKey(roomId, id))?.use.type ?? 'open') !== 'open'
  const free = today.filter((slot) => !isShut(slot) && !held.some((placement) => overlap(placement, slot)))
  const freeUntil = current === null ? freeUntilOf(now, [...later, ...today.filter(isShut)], free, dayEnd) : null
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
