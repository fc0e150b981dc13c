import type { Board, Placement, Room, Session, Slot } from '../../shared/board.ts'
import type { PersonId, RoomId } from '../../shared/ids.ts'
import { nowIn } from '../../shared/now.ts'
import type { Person } from '../../shared/protocol.ts'
import type { Instant } from '../../shared/time.ts'

/** A session where it is held, with the names of its hosts. */
export interface Held {
  readonly session: Session
  readonly placement: Placement
  readonly hosts: readonly Pick<Person, 'name'>[]
}

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
    return { session, placement, hosts: session.hosts.flatMap((id) => people.get(id) ?? []) }
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
  }
}
