import type { Board, CellUse, Placement, Session, Slot } from './board.ts'
import { withEntry, withoutEntry } from './changed-map.ts'
import type { BoardEvent, Entry } from './events.ts'
import { type CellRef, cellKey, type RoomId, type SessionId, type SlotId } from './ids.ts'
import type { Instant } from './time.ts'
import { insideOf } from './together.ts'
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

/** Offers stand on where and when their sessions are: when one moves, they are void. */
const withoutOffersOf = (board: Board, sessionId: SessionId): Board => {
  if (board.offers.size === 0) return board
  const offers = [...board.offers].filter(([, { fromId, toId }]) => fromId !== sessionId && toId !== sessionId)
  return offers.length === board.offers.size ? board : { ...board, offers: new Map(offers) }
}

const afterSlotEdit = (board: Board, slotId: SlotId, changes: Partial<Omit<Slot, 'id'>>): Board => {
  const slots = inTimeOrder(change(board.slots, slotId, changes))
  const placements = new Map(board.placements)
  const elsewhen: SessionId[] = []
  for (const placement of board.placements.values()) {
    const moved = placement.slotIds.includes(slotId) ? placementOver(slots, placement) : null
    if (moved === null) continue
    placements.set(placement.sessionId, moved)
    if (moved.start !== placement.start || moved.end !== placement.end) elsewhen.push(placement.sessionId)
  }
  return elsewhen.reduce(withoutOffersOf, { ...board, slots, placements })
}

const without = <T>(set: ReadonlySet<T>, item: T): ReadonlySet<T> => new Set([...set].filter((each) => each !== item))

/** One session inside another is as deep as it goes. */
const mayGoInto = (board: Board, sessionId: SessionId, intoId: SessionId): boolean =>
  sessionId !== intoId && board.sessions.get(intoId)?.merged === null && insideOf(board, sessionId).length === 0

/** What was inside a session that is gone stands for itself, whatever the log says of it. */
const withoutCarrier = (sessions: Board['sessions'], gone: SessionId): Board['sessions'] => {
  const inside = [...sessions.values()].filter(({ merged }) => merged?.intoId === gone)
  return inside.reduce((left, session) => put(left, session.id, { ...session, merged: null }), sessions)
}

/** Those that nobody can accept any more are forgotten when the next one is made. */
const openOffers = (board: Board, at: Instant): Board['offers'] =>
  new Map([...board.offers].filter(([, { expiresAt }]) => expiresAt > at))

const levelsAfter = (
  { ...levels }: Board['rules']['levels'],
  { rule, level, usual }: BoardEvent & { readonly type: 'rule-set' },
): Board['rules']['levels'] => {
  if (usual === true) delete levels[rule]
  else levels[rule] = level
  return levels
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
    case 'session-proposed': {
      const session: Session = { repeatOf: null, ...event.session, proposedAt: at, merged: null }
      return { ...board, sessions: put(board.sessions, session.id, session) }
    }
    case 'session-restored': {
      const { session } = event
      const isIn = session.merged !== null && mayGoInto(board, session.id, session.merged.intoId)
      return {
        ...board,
        sessions: put(board.sessions, session.id, isIn ? session : { ...session, merged: null }),
        withdrawn: without(board.withdrawn, session.id),
      }
    }
    case 'session-merged':
      return mayGoInto(board, event.sessionId, event.merged.intoId)
        ? withoutOffersOf(editSession(board, event.sessionId, { merged: event.merged }), event.sessionId)
        : board
    case 'session-unmerged':
      return editSession(board, event.sessionId, { merged: null })
    case 'session-edited':
      return editSession(board, event.sessionId, event.changes)
    case 'session-withdrawn':
      return withoutOffersOf(
        {
          ...board,
          sessions: withoutCarrier(drop(board.sessions, event.sessionId), event.sessionId),
          withdrawn: new Set(board.withdrawn).add(event.sessionId),
          placements: withoutEntry(board.placements, event.sessionId),
        },
        event.sessionId,
      )
    case 'session-placed': {
      const { sessionId, roomId, slotIds } = event
      // Who is gone has no place, and who is inside another has that one's.
      if (board.sessions.get(sessionId)?.merged !== null) return board
      const before = board.placements.get(sessionId)
      const stays = before?.roomId === roomId && before.slotIds[0] === slotIds[0]
      const since = stays ? before.since : at
      const placement = placementOver(board.slots, { sessionId, roomId, slotIds, since })
      if (placement === null) return board
      const placed = { ...board, placements: withEntry(board.placements, sessionId, placement) }
      return stays ? placed : withoutOffersOf(placed, sessionId)
    }
    case 'session-released':
      return withoutOffersOf({ ...board, placements: withoutEntry(board.placements, event.sessionId) }, event.sessionId)
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
    case 'rule-set':
      return { ...board, rules: { ...board.rules, levels: levelsAfter(board.rules.levels, event) } }
    case 'figures-set':
      return { ...board, rules: { ...board.rules, ...event.changes } }
    case 'offer-made':
      return { ...board, offers: put(openOffers(board, at), event.offer.id, event.offer) }
    case 'offer-agreed': {
      const agreed = board.offers.get(event.offerId)?.agreed ?? []
      const both = [...new Set([...agreed, ...event.sessionIds])]
      return { ...board, offers: change(board.offers, event.offerId, { agreed: both }) }
    }
    case 'offer-talked':
      return { ...board, offers: change(board.offers, event.offerId, { talk: event.word }) }
    case 'offer-ended':
      return { ...board, offers: drop(board.offers, event.offerId) }
    default:
      return unreachable(event)
  }
}

/** Folds one entry: its events in order, all at the entry's own time. */
export const evolveEntry = (board: Board, entry: Entry): Board =>
  entry.events.reduce((folded, event) => evolve(folded, event, entry.at), board)
