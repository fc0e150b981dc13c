import type { Board, Room, Session, Slot } from './board.ts'
import type { Context, Torn } from './context.ts'
import { expectationOf } from './expectation.ts'
import { type CellRef, cellKey, type SlotId } from './ids.ts'
import { judge, placeAt, placing } from './judge.ts'
import { limits } from './limits.ts'
import { occupancyOf } from './occupancy.ts'
import type { Finding } from './refusals.ts'
import { tornAt } from './rules/audience-torn.ts'
import type { Place } from './rules/rule.ts'
import { overlap } from './time.ts'

/** How many cells that nobody holds are judged before hinted ones will do, and at the very most. */
const enoughJudged = 60
const mostJudged = 300

/** Kept for somebody else. The team may use any reserved cell, and is still shown the open ones first. */
export const isKept = (board: Board, session: Session, { roomId, slotId }: CellRef): boolean => {
  if (board.cells.size === 0) return false
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

/** How torn people would be depends on the slot alone: it is asked once for each. */
const rememberTorn = (context: Context): Context => {
  const { torn } = context
  if (torn === undefined) return context
  const known = new Map<string, Torn>()
  return {
    ...context,
    torn: (sessionId, slots, others) => {
      const key = `${sessionId} ${slots[0]?.id} ${slots.at(-1)?.id}`
      const found = known.get(key) ?? torn(sessionId, slots, others)
      known.set(key, found)
      return found
    },
  }
}

/** Every one of these rooms, slot by slot. */
interface Group {
  readonly slots: readonly Slot[]
  readonly rooms: readonly Room[]
}

function* cellsOf({ slots, rooms }: Group): Generator<CellRef> {
  for (const slot of slots) for (const room of rooms) yield { roomId: room.id, slotId: slot.id }
}

/** The cells of the slots where fewest people would be torn first; a slot's word is asked when it is reached. */
function* fewestTornFirst(groups: readonly Group[], tornIn: (slotId: SlotId) => Torn): Generator<CellRef> {
  for (const torn of ['none', 'few', 'some', 'many'] as const) {
    for (const { slots, rooms } of groups) {
      for (const slot of slots) if (tornIn(slot.id) === torn) yield* cellsOf({ slots: [slot], rooms })
    }
  }
}

/**
 * Cells from the best to the worst, findings aside: the wanted slot in another room, the wanted room in the next slot,
 * then where fewest people are torn, there the wanted room first, then the nearest time. Lazily: the first few are
 * usually enough.
 */
function* bestFirst(board: Board, session: Session, wanted: CellRef | null, context: Context): Generator<CellRef> {
  const expected = expectationOf(board, session, context)?.people ?? 0
  const rooms = byFit(
    [...board.rooms.values()].filter((room) => room.kind !== 'continuous'),
    expected,
  )
  const here = rooms.filter((room) => room.id === wanted?.roomId)
  const elsewhere = rooms.filter((room) => room.id !== wanted?.roomId)
  const from = board.slots.get(wanted?.slotId ?? '')
  const toCome = [...board.slots.values()].filter((slot) => slot.kind === 'open' && slot.start > context.now)
  const next = from === undefined ? undefined : toCome.find((slot) => slot.start >= from.end)
  yield* cellsOf({ slots: toCome.filter((slot) => slot.id === from?.id), rooms: elsewhere })
  if (next !== undefined) yield* cellsOf({ slots: [next], rooms: here })
  const distance = ({ start }: Slot): number => (from === undefined ? start : Math.abs(start - from.start))
  const others = toCome.filter((slot) => slot.id !== from?.id).sort((a, b) => distance(a) - distance(b))
  const last = [
    { slots: others.filter((slot) => slot.id !== next?.id), rooms: here },
    { slots: others, rooms: elsewhere },
  ]
  const anyRoom = rooms[0]
  if (context.torn === undefined || anyRoom === undefined) {
    for (const group of last) yield* cellsOf(group)
    return
  }
  yield* fewestTornFirst(last, (slotId) => {
    const place = placeAt(board, anyRoom, slotId, session.length)
    return place === null ? 'none' : tornAt(board, session, place, context)
  })
}

/** All of them once for open cells, then once for kept ones. */
function* candidates(board: Board, session: Session, wanted: CellRef | null, context: Context): Generator<CellRef> {
  for (const kept of board.cells.size === 0 ? [false] : [false, true]) {
    for (const cell of bestFirst(board, session, wanted, context)) {
      if (isKept(board, session, cell) === kept) yield cell
    }
  }
}

/** Tells quickly whether another session has the place: on a full board nearly all of them, which need no judgement. */
const isHeld = (board: Board, session: Session, place: Place): boolean =>
  occupancyOf(board)
    .inRoom(place.room.id)
    .some((held) => held.sessionId !== session.id && overlap(held, place))

/**
 * Cells where this session may go, best first: those with no finding, then those with hints, then those that need a
 * reason; among them cells that are kept for nobody, then the wanted slot in another room, then the wanted room in the
 * next slot, then where fewest people are torn, then the nearest; tight rooms first. Only slots to come, and never where
 * the session is already. Stops looking as soon as `limit` spotless cells are found, and looks no further than is worth
 * somebody's way: refusals must stay cheap.
 */
export const alternatives = (
  board: Board,
  session: Session,
  wanted: CellRef | null,
  context: Context,
  limit: number = limits.alternatives,
): readonly CellRef[] => {
  const present = board.placements.get(session.id)
  const remembering = rememberTorn(context)
  const found: Record<Finding['level'] | 'none', CellRef[]> = { none: [], hint: [], 'needs-reason': [], block: [] }
  let judged = 0
  for (const cell of candidates(board, session, wanted, remembering)) {
    const possible = judged - found.block.length
    const enough = possible >= limit && judged >= enoughJudged
    if (found.none.length >= limit || enough || judged >= mostJudged) break
    if (cell.roomId === present?.roomId && cell.slotId === present.slotIds[0]) continue
    const attempt = placing({ board, context: remembering }, session, cell)
    if (attempt?.place == null || isHeld(board, session, attempt.place)) continue
    judged += 1
    found[judge(attempt)[0]?.level ?? 'none'].push(cell)
  }
  return [...found.none, ...found.hint, ...found['needs-reason']].slice(0, limit)
}
