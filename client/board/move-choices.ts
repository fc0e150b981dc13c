import type { Board, Room, Slot } from '../../shared/board.ts'
import type { CellRef } from '../../shared/ids.ts'
import type { Verdict } from '../sync/rules-code.ts'

/** One line of a list: where to, and what that place says. */
export interface Choice<T> {
  readonly item: T
  readonly word: string
}

type Ask = (cell: CellRef) => Verdict

/** Rooms that have cells. */
export const roomsOf = (board: Board): readonly Room[] =>
  [...board.rooms.values()].filter((r) => r.kind !== 'continuous')

/** Slots that sessions may be in, of all days, in time order. */
export const openSlotsOf = (board: Board): readonly Slot[] =>
  [...board.slots.values()].filter(({ kind }) => kind === 'open')

/** What each room says at a time. */
export const roomChoices = (board: Board, slotId: string, ask: Ask): readonly Choice<Room>[] =>
  roomsOf(board).map((item) => ({ item, word: ask({ roomId: item.id, slotId }).word }))

/** What each time says in a room, day by day. */
export const timeChoices = (board: Board, roomId: string, ask: Ask): ReadonlyMap<string, readonly Choice<Slot>[]> => {
  const days = new Map<string, Choice<Slot>[]>()
  for (const item of openSlotsOf(board)) {
    const day = days.get(item.date) ?? []
    day.push({ item, word: ask({ roomId, slotId: item.id }).word })
    days.set(item.date, day)
  }
  return days
}
