import type { Board, Room, Session, Slot } from '../../shared/board.ts'
import type { Context } from '../../shared/context.ts'
import { type CellRef, cellKey } from '../../shared/ids.ts'
import { levels } from '../../shared/refusals.ts'
import { oracleLevel, oracleOf, tornOf } from './oracle.ts'
import { type Case, heldTogether, intervalOf, meet } from './oracle-case.ts'
import { expectedOf } from './oracle-rooms.ts'

/** The slots that a session takes from one on: each next one is the first open slot of the day that begins after it. */
const runFrom = (board: Board, first: Slot, length: number): readonly Slot[] | null => {
  const run = [first]
  while (run.length < length) {
    const { end } = intervalOf(run)
    const next = [...board.slots.values()].find(
      ({ kind, date, start }) => kind === 'open' && date === first.date && start >= end,
    )
    if (next === undefined) return null
    run.push(next)
  }
  const isCut = [...board.slots.values()].some(
    (slot) => slot.kind === 'common' && slot.date === first.date && meet(slot, intervalOf(run)),
  )
  return length > 1 && isCut ? null : run
}

/** The case of a session that is put in a cell. */
export const casePlacing = (board: Board, context: Context, session: Session, room: Room, slot: Slot): Case => {
  const run = runFrom(board, slot, session.length)
  return { board, context, session, room, slots: run ?? [slot], fits: run !== null, stands: false }
}

/** The case of a placed session where it is; null where it has no place. */
export const caseStanding = (board: Board, context: Context, session: Session): Case | null => {
  const placement = board.placements.get(session.id)
  const room = board.rooms.get(placement?.roomId ?? '')
  if (placement === undefined || room === undefined) return null
  const slots = placement.slotIds.flatMap((id) => board.slots.get(id) ?? [])
  const inRow = slots.every(({ kind, start }, n) => kind === 'open' && start >= (slots[n - 1]?.end ?? 0))
  const isCut = [...board.slots.values()].some((slot) => slot.kind === 'common' && meet(slot, placement))
  const fits = slots.length === session.length && (slots.length === 1 || (inRow && !isCut))
  return { board, context, session, room, slots, fits, stands: true }
}

/** How a cell ranks among the others, the first figure first; null where it is not offered at all. */
const rankOf = (one: Case, wanted: CellRef, rooms: readonly Room[]): readonly number[] | null => {
  const { board, context, session, room, slots } = one
  const [slot, from] = [slots[0], board.slots.get(wanted.slotId)]
  if (slot === undefined || from === undefined || slot.start <= context.now || slot.kind !== 'open') return null
  const present = board.placements.get(session.id)
  if (present?.roomId === room.id && present.slotIds[0] === slot.id) return null
  const worst = Math.min(
    ...oracleOf(one).map((said) => levels.indexOf(oracleLevel(board, said))),
    levels.indexOf('off'),
  )
  if (worst === 0) return null
  const use = board.cells.get(cellKey(room.id, slot.id))?.use
  const isKept = use?.type === 'reserved' && (use.collectiveId === null || use.collectiveId !== session.collectiveId)
  const next = [...board.slots.values()].find(
    ({ kind, start }) => kind === 'open' && start > context.now && start >= from.end,
  )
  const isHere = room.id === wanted.roomId
  const group = slot === from ? 0 : isHere && slot === next ? 1 : 2
  const torn = group === 2 ? ['none', 'few', 'some', 'many'].indexOf(tornOf(one)) : 0
  const expected = Math.max(...heldTogether(board, session).map((each) => expectedOf(board, each, context)))
  const spare = (room.capacity ?? expected) - expected
  const slotOrder = [...board.slots.values()].indexOf(slot)
  return [
    -worst,
    Number(isKept),
    group,
    torn,
    Number(!isHere),
    Math.abs(slot.start - from.start),
    slotOrder,
    spare < 0 ? Number.MAX_SAFE_INTEGER : spare,
    rooms.indexOf(room),
  ]
}

const compare = (a: readonly number[], b: readonly number[]): number => {
  const n = a.findIndex((figure, index) => figure !== b[index])
  return n < 0 ? 0 : (a[n] ?? 0) - (b[n] ?? 0)
}

/** Every cell that may be offered instead of the wanted one, best first, by looking at all of them. */
export const rankedCells = (board: Board, context: Context, session: Session, wanted: CellRef): readonly CellRef[] => {
  const rooms = [...board.rooms.values()]
  const isWanted = (room: Room, slot: Slot): boolean => room.id === wanted.roomId && slot.id === wanted.slotId
  const ranked = rooms.flatMap((room) =>
    [...board.slots.values()].flatMap((slot) => {
      const rank = isWanted(room, slot) ? null : rankOf(casePlacing(board, context, session, room, slot), wanted, rooms)
      return rank === null ? [] : [{ cell: { roomId: room.id, slotId: slot.id }, rank }]
    }),
  )
  return ranked.sort((a, b) => compare(a.rank, b.rank)).map(({ cell }) => cell)
}
