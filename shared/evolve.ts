import type { Board, CellUse, Placement, Session, Slot } from './board.ts'
import type { BoardEvent, Entry } from './events.ts'
import { type CellRef, cellKey, type RoomId, type SessionId, type SlotId } from './ids.ts'
import type { Instant } from './time.ts'
import { unreachable } from './unreachable.ts'

const put = <K, V>(map: ReadonlyMap<K, V>, key: K, value: V): ReadonlyMap<K, V> => new Map(map).set(key, value)

const drop = <K, V>(map: ReadonlyMap<K, V>, key: K): ReadonlyMap<K, V> => {
  const next = new Map(map)
  next.delete(key)
  return next
}

const change = <K, V extends object>(
  map: ReadonlyMap<K, V>,
  key: K,
  changes: Partial<NoInfer<V>>,
): ReadonlyMap<K, V> => {
  const found = map.get(key)
  return found === undefined ? map : put(map, key, { ...found, ...changes })
}

const inTimeOrder = (slots: ReadonlyMap<SlotId, Slot>): ReadonlyMap<SlotId, Slot> =>
  new Map(
    [...slots].sort(([, a], [, b]) => a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)),
  )

/** Those that the order does not name keep their place among themselves, after the others. */
const inOrderOf = (rooms: Board['rooms'], roomIds: readonly RoomId[]): Board['rooms'] => {
  const place = (id: RoomId): number => (roomIds.includes(id) ? roomIds.indexOf(id) : roomIds.length)
  return new Map([...rooms].sort(([a], [b]) => place(a) - place(b)))
}

const withoutCells = (board: Board, gone: (cell: CellRef) => boolean): Board['cells'] =>
  new Map([...board.cells].filter(([, { cell }]) => !gone(cell)))

const withCells = (board: Board, cells: readonly CellRef[], use: CellUse): Board['cells'] => {
  const next = new Map(board.cells)
  for (const cell of cells) {
    const key = cellKey(cell.roomId, cell.slotId)
    if (use.type === 'open') next.delete(key)
    else next.set(key, { cell, use })
  }
  return next
}

/** From the start of the first slot to the end of the last. */
const placementOver = (
  slots: ReadonlyMap<SlotId, Slot>,
  base: { sessionId: SessionId; roomId: RoomId; slotIds: readonly SlotId[]; since: Instant },
): Placement | null => {
  const first = slots.get(base.slotIds[0] ?? '')
  const last = slots.get(base.slotIds.at(-1) ?? '')
  return first === undefined || last === undefined ? null : { ...base, start: first.start, end: last.end }
}

const afterSlotEdit = (board: Board, slotId: SlotId, changes: Partial<Omit<Slot, 'id'>>): Board => {
  const slots = inTimeOrder(change(board.slots, slotId, changes))
  const placements = new Map(board.placements)
  for (const placement of board.placements.values()) {
    const moved = placement.slotIds.includes(slotId) ? placementOver(slots, placement) : null
    if (moved !== null) placements.set(placement.sessionId, moved)
  }
  return { ...board, slots, placements }
}

const editSession = (board: Board, sessionId: SessionId, changes: Partial<Session>): Board => ({
  ...board,
  sessions: change(board.sessions, sessionId, changes),
})

/**
 * Folds one event over a board; pure, total and the only place where a board changes. An event about something that is
 * no longer there leaves the board as it was, so that an old log always replays.
 * @param at when the event's entry was written (server time)
 */
export const evolve = (board: Board, event: BoardEvent, at: Instant): Board => {
  switch (event.type) {
    case 'session-proposed':
      return { ...board, sessions: put(board.sessions, event.session.id, event.session) }
    case 'session-edited':
      return editSession(board, event.sessionId, event.changes)
    case 'session-withdrawn':
      return {
        ...board,
        sessions: drop(board.sessions, event.sessionId),
        withdrawn: new Set(board.withdrawn).add(event.sessionId),
        placements: drop(board.placements, event.sessionId),
      }
    case 'session-placed': {
      const { sessionId, roomId, slotIds } = event
      const before = board.placements.get(sessionId)
      const stays = before?.roomId === roomId && before.slotIds[0] === slotIds[0]
      const since = stays ? before.since : at
      const placement = placementOver(board.slots, { sessionId, roomId, slotIds, since })
      return placement === null ? board : { ...board, placements: put(board.placements, sessionId, placement) }
    }
    case 'session-released':
      return { ...board, placements: drop(board.placements, event.sessionId) }
    case 'session-locked':
      return editSession(board, event.sessionId, { locked: true })
    case 'session-unlocked':
      return editSession(board, event.sessionId, { locked: false })
    case 'forum-framed':
      return { ...board, frame: { ...board.frame, ...event.changes } }
    case 'room-added':
      return { ...board, rooms: put(board.rooms, event.room.id, event.room) }
    case 'room-edited':
      return { ...board, rooms: change(board.rooms, event.roomId, event.changes) }
    case 'room-removed':
      return {
        ...board,
        rooms: drop(board.rooms, event.roomId),
        cells: withoutCells(board, (cell) => cell.roomId === event.roomId),
      }
    case 'rooms-ordered':
      return { ...board, rooms: inOrderOf(board.rooms, event.roomIds) }
    case 'slot-added':
      return { ...board, slots: inTimeOrder(put(board.slots, event.slot.id, event.slot)) }
    case 'slot-edited':
      return afterSlotEdit(board, event.slotId, event.changes)
    case 'slot-removed':
      return {
        ...board,
        slots: drop(board.slots, event.slotId),
        cells: withoutCells(board, (cell) => cell.slotId === event.slotId),
      }
    case 'day-labelled':
      return {
        ...board,
        days: event.label === '' ? drop(board.days, event.date) : put(board.days, event.date, event.label),
      }
    case 'cells-set':
      return { ...board, cells: withCells(board, event.cells, event.use) }
    case 'collective-added':
      return { ...board, collectives: put(board.collectives, event.collective.id, event.collective) }
    case 'collective-edited':
      return { ...board, collectives: change(board.collectives, event.collectiveId, event.changes) }
    case 'collective-removed':
      return { ...board, collectives: drop(board.collectives, event.collectiveId) }
    case 'door-set':
      return { ...board, doors: { ...board.doors, [event.door]: event.state } }
    default:
      return unreachable(event)
  }
}

/** Folds one entry: its events in order, all at the entry's own time. */
export const evolveEntry = (board: Board, entry: Entry): Board =>
  entry.events.reduce((folded, event) => evolve(folded, event, entry.at), board)
