import type { Board, Placement, Room, Session, Slot } from './board.ts'
import type { Context } from './context.ts'
import { type CellRef, cellKey, type RoomId } from './ids.ts'
import { isBlocked, judge, placing } from './judge.ts'
import { limits } from './limits.ts'
import type { Place } from './rules/rule.ts'
import { overlap } from './time.ts'

/** How many cells that nobody holds are judged before hinted ones will do, and at the very most. */
const enoughJudged = 60
const mostJudged = 300

/** Kept for somebody else. The team may use any reserved cell, and is still shown the open ones first. */
const isKept = (board: Board, session: Session, { roomId, slotId }: CellRef): boolean => {
  const use = board.cells.get(cellKey(roomId, slotId))?.use
  return use?.type === 'reserved' && (use.collectiveId === null || use.collectiveId !== session.collectiveId)
}

/** Rooms that are large enough, the tightest first; then the others, in the board's order. */
const byFit = (rooms: readonly Room[], expected: number): readonly Room[] => {
  const spare = ({ capacity }: Room): number => {
    const left = (capacity ?? expected) - expected
    return left < 0 ? Number.MAX_SAFE_INTEGER : left
  }
  return [...rooms].sort((a, b) => spare(a) - spare(b))
}

/**
 * Cells from the nearest to the farthest: the wanted slot in other rooms, the wanted room at other times, then any, by
 * time; all of them once for open cells, then once for kept ones. Lazily: the first few are usually enough.
 */
function* candidates(board: Board, session: Session, wanted: CellRef | null, context: Context): Generator<CellRef> {
  const expected = session.expected ?? context.interest(session.id)
  const rooms = byFit(
    [...board.rooms.values()].filter((room) => room.kind !== 'continuous'),
    expected,
  )
  const from = board.slots.get(wanted?.slotId ?? '')?.start
  const distance = ({ start }: Slot): number => (from === undefined ? start : Math.abs(start - from))
  const slots = [...board.slots.values()]
    .filter((slot) => slot.kind === 'open' && slot.start > context.now)
    .sort((a, b) => distance(a) - distance(b))
  const isWanted = (slot: Slot): boolean => slot.id === wanted?.slotId
  const isWantedRoom = (room: Room): boolean => room.id === wanted?.roomId
  const groups = [
    [slots.filter(isWanted), rooms.filter((room) => !isWantedRoom(room))],
    [slots.filter((slot) => !isWanted(slot)), rooms.filter(isWantedRoom)],
    [slots.filter((slot) => !isWanted(slot)), rooms.filter((room) => !isWantedRoom(room))],
  ] as const
  for (const kept of board.cells.size === 0 ? [false] : [false, true]) {
    for (const [someSlots, someRooms] of groups) {
      for (const slot of someSlots) {
        for (const room of someRooms) {
          const cell = { roomId: room.id, slotId: slot.id }
          if (isKept(board, session, cell) === kept) yield cell
        }
      }
    }
  }
}

/** Tells quickly whether another session has the place: on a full board nearly all of them, which need no judgement. */
const heldPlaces = (board: Board, session: Session): ((place: Place) => boolean) => {
  const byRoom = new Map<RoomId, Placement[]>()
  for (const placement of board.placements.values()) {
    if (placement.sessionId === session.id) continue
    const held = byRoom.get(placement.roomId)
    if (held === undefined) byRoom.set(placement.roomId, [placement])
    else held.push(placement)
  }
  return (place) => byRoom.get(place.room.id)?.some((placement) => overlap(placement, place)) === true
}

/**
 * Cells where this session may go, best first: those with no finding before those with hints; among them cells that are
 * kept for nobody, then the wanted slot in another room, then the wanted room at the nearest time, then the nearest time
 * anywhere; tight rooms first. Only slots to come, and never where the session is already. Stops looking as soon as
 * `limit` spotless cells are found, and looks no further than is worth somebody's way: refusals must stay cheap.
 */
export const alternatives = (
  board: Board,
  session: Session,
  wanted: CellRef | null,
  context: Context,
  limit: number = limits.alternatives,
): readonly CellRef[] => {
  const present = board.placements.get(session.id)
  const isHeld = heldPlaces(board, session)
  const spotless: CellRef[] = []
  const hinted: CellRef[] = []
  let judged = 0
  for (const cell of candidates(board, session, wanted, context)) {
    const enough = spotless.length + hinted.length >= limit && judged >= enoughJudged
    if (spotless.length >= limit || enough || judged >= mostJudged) break
    if (cell.roomId === present?.roomId && cell.slotId === present.slotIds[0]) continue
    const attempt = placing({ board, context }, session, cell)
    if (attempt?.place == null || isHeld(attempt.place)) continue
    judged += 1
    const findings = judge(attempt)
    if (isBlocked(findings)) continue
    if (findings.length === 0) spotless.push(cell)
    else hinted.push(cell)
  }
  return [...spotless, ...hinted].slice(0, limit)
}
