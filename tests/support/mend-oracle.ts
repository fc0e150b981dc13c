import type { Board, Session, Slot } from '../../shared/board.ts'
import { type CellRef, cellKey, type SessionId } from '../../shared/ids.ts'
import { placeAt } from '../../shared/judge.ts'
import { MINUTE } from '../../shared/time.ts'

/** How few are left without a place, and then how few move. */
export interface Fewest {
  readonly homeless: number
  readonly moves: number
}

interface Seat {
  readonly id: SessionId
  readonly hosts: readonly string[]
  readonly roomId: string
  readonly start: number
  readonly end: number
}

const minutesOf = ({ start, end }: Seat): readonly number[] =>
  Array.from({ length: (end - start) / MINUTE }, (_, n) => start / MINUTE + n)

/** The slow way: minute by minute, room by room, person by person. */
const clash = (a: Seat, b: Seat): boolean => {
  if (a.roomId !== b.roomId && !a.hosts.some((host) => b.hosts.includes(host))) return false
  const during = new Set(minutesOf(b))
  return minutesOf(a).some((minute) => during.has(minute))
}

const seatsOf = (board: Board, closed: ReadonlySet<string>, session: Session): readonly Seat[] =>
  [...board.rooms.values()].flatMap((room) =>
    [...board.slots.values()].flatMap((slot: Slot) => {
      const place = placeAt(board, room, slot.id, session.length)
      const isOpen = place?.slots.every(({ id, kind }) => kind === 'open' && !closed.has(cellKey(room.id, id)))
      if (room.kind === 'continuous' || place?.fits !== true || isOpen !== true) return []
      return [{ id: session.id, hosts: session.hosts, roomId: room.id, start: place.start, end: place.end }]
    }),
  )

/**
 * The best that can be done when cells drop out, found by trying everything: every displaced session anywhere or nowhere,
 * every other one where it is or, unless it is locked, anywhere. Written apart from the search that it tests.
 */
export const fewestMoves = (board: Board, lost: readonly CellRef[]): Fewest => {
  const closed = new Set([
    ...lost.map(({ roomId, slotId }) => cellKey(roomId, slotId)),
    ...[...board.cells].flatMap(([key, { use }]) => (use.type === 'closed' ? [key] : [])),
  ])
  const placed = [...board.placements.values()].flatMap((placement) => {
    const session = board.sessions.get(placement.sessionId)
    if (session === undefined) return []
    const isLost = placement.slotIds.some((slotId) => closed.has(cellKey(placement.roomId, slotId)))
    const seat: Seat = { ...placement, id: session.id, hosts: session.hosts }
    return [{ session, seat, isLost, seats: seatsOf(board, closed, session) }]
  })
  // Those that stay first: what they hold cuts most of the rest off.
  placed.sort((a, b) => Number(a.isLost) - Number(b.isLost))
  let best: Fewest = { homeless: Number.POSITIVE_INFINITY, moves: Number.POSITIVE_INFINITY }
  const isBetter = (homeless: number, moves: number): boolean =>
    homeless < best.homeless || (homeless === best.homeless && moves < best.moves)
  const seated: Seat[] = []
  const next = (n: number, homeless: number, moves: number): void => {
    if (!isBetter(homeless, moves)) return
    const each = placed[n]
    if (each === undefined) {
      best = { homeless, moves }
      return
    }
    const sit = (seat: Seat, cost: number): void => {
      if (seated.some((other) => clash(other, seat))) return
      seated.push(seat)
      next(n + 1, homeless, moves + cost)
      seated.pop()
    }
    const { session, seat, isLost, seats } = each
    if (!isLost) sit(seat, 0)
    if (isLost || !session.locked) {
      for (const other of seats) if (other.roomId !== seat.roomId || other.start !== seat.start) sit(other, 1)
    }
    if (isLost) next(n + 1, homeless + 1, moves)
  }
  next(0, 0, 0)
  return best
}
