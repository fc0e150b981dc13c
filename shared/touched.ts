import type { Board, Placement } from './board.ts'
import type { BoardEvent } from './events.ts'
import type { CellRef, RoomId, SessionId, SlotId } from './ids.ts'
import { type Slice, sliceAt, sliceKey } from './slices.ts'
import { unreachable } from './unreachable.ts'

const session = (id: SessionId): Slice => ({ type: 'session', id, value: null })
const placement = (id: SessionId): Slice => ({ type: 'placement', id, value: null })
const room = (id: RoomId): Slice => ({ type: 'room', id, value: null })
const roomOrder: Slice = { type: 'room-order', value: [] }
const slot = (id: SlotId): Slice => ({ type: 'slot', id, value: null })
const cellAt = (cell: CellRef): Slice => ({ type: 'cell', cell, value: { type: 'open' } })

/** Offers end when one of their sessions moves. */
const offersOf = (board: Board, id: SessionId): readonly Slice[] =>
  [...board.offers.values()].flatMap((offer): readonly Slice[] =>
    offer.fromId === id || offer.toId === id ? [{ type: 'offer', id: offer.id, value: null }] : [],
  )

const offersIn = (board: Board, { sessionId, slotIds }: Placement, slotId: SlotId): readonly Slice[] =>
  slotIds.includes(slotId) ? offersOf(board, sessionId) : []

const cellsOf = (board: Board, isGone: (cell: CellRef) => boolean): readonly Slice[] =>
  [...board.cells.values()].flatMap(({ cell }) => (isGone(cell) ? [cellAt(cell)] : []))

const touchedBy = (board: Board, event: BoardEvent): readonly Slice[] => {
  switch (event.type) {
    case 'session-proposed':
    case 'session-restored':
      // Where it is belongs to it: who places it has built on its being there.
      return [session(event.session.id), placement(event.session.id)]
    case 'session-edited':
    case 'session-unmerged':
    case 'session-locked':
    case 'session-unlocked':
      return [session(event.sessionId)]
    case 'session-merged':
      return [session(event.sessionId), ...offersOf(board, event.sessionId)]
    case 'session-withdrawn':
      return [session(event.sessionId), placement(event.sessionId), ...offersOf(board, event.sessionId)]
    case 'session-placed':
    case 'session-released':
      return [placement(event.sessionId), ...offersOf(board, event.sessionId)]
    case 'forum-framed':
      return [{ type: 'frame', value: board.frame }]
    case 'room-added':
      return [room(event.room.id)]
    case 'room-edited':
      return [room(event.roomId)]
    case 'room-removed':
      return [room(event.roomId), roomOrder, ...cellsOf(board, ({ roomId }) => roomId === event.roomId)]
    case 'rooms-ordered':
      return [roomOrder]
    case 'slot-added':
      return [slot(event.slot.id)]
    case 'slot-edited':
      // The sessions in it follow by themselves, there and back; offers about them end.
      return [
        slot(event.slotId),
        ...[...board.placements.values()].flatMap((held) => offersIn(board, held, event.slotId)),
      ]
    case 'slot-removed':
      return [slot(event.slotId), ...cellsOf(board, ({ slotId }) => slotId === event.slotId)]
    case 'day-labelled':
      return [{ type: 'day', date: event.date, value: '' }]
    case 'cells-set':
      return event.cells.map(cellAt)
    case 'collective-added':
      return [{ type: 'collective', id: event.collective.id, value: null }]
    case 'collective-edited':
    case 'collective-removed':
      return [{ type: 'collective', id: event.collectiveId, value: null }]
    case 'door-set':
      return [{ type: 'door', door: event.door, value: board.doors[event.door] }]
    case 'rule-set':
    case 'figures-set':
      return [{ type: 'rules', value: board.rules }]
    case 'offer-made':
      return [{ type: 'offer', id: event.offer.id, value: null }]
    case 'offer-agreed':
    case 'offer-talked':
    case 'offer-ended':
      return [{ type: 'offer', id: event.offerId, value: null }]
    default:
      return unreachable(event)
  }
}

/** Everything that these events may change on this board, once each, with its value before them. */
export const touched = (board: Board, events: readonly BoardEvent[]): readonly Slice[] => {
  const found = new Map<string, Slice>()
  for (const slice of events.flatMap((event) => touchedBy(board, event))) {
    const key = sliceKey(slice)
    if (!found.has(key)) found.set(key, sliceAt(board, slice))
  }
  return [...found.values()]
}

const all = <K, V>(before: ReadonlyMap<K, V>, after: ReadonlyMap<K, V>, slice: (key: K) => Slice): readonly Slice[] =>
  before === after ? [] : [...new Set([...before.keys(), ...after.keys()])].map(slice)

/** Everything that two boards may differ in, once each, with its value on the first. What they share is left out. */
export const comparable = (before: Board, after: Board): readonly Slice[] => {
  const cells = new Map([...before.cells, ...after.cells])
  const slices: readonly Slice[] = [
    { type: 'frame', value: before.frame },
    { type: 'rules', value: before.rules },
    roomOrder,
    ...(['propose', 'claim', 'star'] as const).map(
      (door): Slice => ({ type: 'door', door, value: before.doors[door] }),
    ),
    ...all(before.rooms, after.rooms, room),
    ...all(before.slots, after.slots, slot),
    ...all(before.days, after.days, (date) => ({ type: 'day', date, value: '' })),
    ...(before.cells === after.cells ? [] : [...cells.values()].map(({ cell }) => cellAt(cell))),
    ...all(before.collectives, after.collectives, (id) => ({ type: 'collective', id, value: null })),
    ...all(before.sessions, after.sessions, session),
    ...all(before.placements, after.placements, placement),
    ...all(before.offers, after.offers, (id) => ({ type: 'offer', id, value: null })),
  ]
  return slices.map((slice) => sliceAt(before, slice))
}
