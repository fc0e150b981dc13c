import type { Board, Placement, Room, Session, Slot } from '../../shared/board.ts'
import { gridOf } from '../../shared/grid.ts'
import type { PersonId, RoomId, SlotId } from '../../shared/ids.ts'
import { nowIn } from '../../shared/now.ts'
import type { Person } from '../../shared/protocol.ts'
import { contains, type Instant, type Interval } from '../../shared/time.ts'
import { hostsOf, insideOf } from '../../shared/together.ts'
import { localDate } from '../../shared/zone.ts'

/** A session where it is held, with the names of all who host what is held there. */
export interface Held {
  readonly session: Session
  /** Left out in a copy that this device kept of an older answer. */
  readonly inside?: readonly Session[]
  readonly placement: Placement
  readonly hosts: readonly Pick<Person, 'name'>[]
}

/** One line of a room's day. */
export type DayLine = Interval &
  (
    | { readonly type: 'held'; readonly held: Held }
    | { readonly type: 'common'; readonly label: string }
    | { readonly type: 'free'; readonly slotId: SlotId }
    | { readonly type: 'shut'; readonly why: 'reserved' | 'closed' }
  )

/** What a door shows; the server's answer has the same form, so that a phone can show it before it has the board. */
export interface RoomView {
  /** Server time of this view. */
  readonly serverTime: Instant
  readonly timeZone: string
  readonly room: Room
  readonly current: Held | null
  readonly next: Held | null
  readonly freeUntil: Instant | null
  readonly rest: readonly Held[]
  readonly common: Slot | null
  /** The whole day in time order; only a board knows it, the server's short answer does not. */
  readonly day?: readonly DayLine[]
}

/** The closed or reserved hour that runs in a room; null where there is none, or where another hour of it is free meanwhile. */
export const shutNow = ({ day = [], serverTime }: RoomView): Extract<DayLine, { type: 'shut' }> | null => {
  const running = day.filter((line) => contains(line, serverTime))
  const shut = running.find((line) => line.type === 'shut')
  return shut === undefined || running.some(({ type }) => type === 'free') ? null : shut
}

const isLine = (line: DayLine | null): line is DayLine => line !== null

const dayOf = (
  board: Board,
  roomId: RoomId,
  now: Instant,
  held: (placement: Placement | null) => Held | null,
): readonly DayLine[] => {
  const lines = gridOf(board, localDate(now, board.frame.timeZone)).rows.map(({ slot, cells }): DayLine | null => {
    const { start, end } = slot
    if (slot.kind === 'common') return { type: 'common', start, end, label: slot.label }
    const cell = cells.get(roomId)
    switch (cell?.type) {
      case undefined:
      case 'covered':
      case 'busy':
        return null
      case 'session': {
        const placement = board.placements.get(cell.sessionId)
        const shown = held(placement ?? null)
        return placement === undefined || shown === null
          ? null
          : { type: 'held', start: placement.start, end: placement.end, held: shown }
      }
      case 'free':
        return cell.use.type === 'open'
          ? { type: 'free', start, end, slotId: slot.id }
          : { type: 'shut', start, end, why: 'reserved' }
      case 'closed':
        return { type: 'shut', start, end, why: 'closed' }
      default:
        return cell satisfies never
    }
  })
  return lines.filter(isLine)
}

/** The view of a room from the board itself; null where there is no such room. */
export const roomView = (
  board: Board,
  people: ReadonlyMap<PersonId, Person>,
  roomId: RoomId,
  now: Instant,
): RoomView | null => {
  const room = board.rooms.get(roomId)
  if (room === undefined) return null
  const held = (placement: Placement | null): Held | null => {
    const session = placement === null ? undefined : board.sessions.get(placement.sessionId)
    if (placement === null || session === undefined) return null
    const hosts = hostsOf(board, session).flatMap((id) => people.get(id) ?? [])
    return { session, inside: insideOf(board, session.id), placement, hosts }
  }
  const { current, next, freeUntil, rest, common } = nowIn(board, roomId, now)
  return {
    serverTime: now,
    timeZone: board.frame.timeZone,
    room,
    current: held(current),
    next: held(next),
    freeUntil,
    rest: rest.flatMap((placement) => held(placement) ?? []),
    common,
    day: dayOf(board, roomId, now, held),
  }
}
