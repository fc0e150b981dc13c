import type { Board } from '../../shared/board.ts'
import type { Entry } from '../../shared/events.ts'
import type { CollectiveId, RoomId, SessionId, SlotId } from '../../shared/ids.ts'
import type { Interval } from '../../shared/time.ts'

/** What things are called, also those that are no longer on the board. */
export interface EntryNames {
  readonly sessions: ReadonlyMap<SessionId, string>
  readonly rooms: ReadonlyMap<RoomId, string>
  readonly slots: ReadonlyMap<SlotId, Interval & { readonly label: string }>
  readonly collectives: ReadonlyMap<CollectiveId, string>
}

/**
 * Names for a log: those of the board, and for what was withdrawn or removed since, the last one that the log tells.
 * Where only a part of the log is here, a board of that time names what neither tells.
 * (Sessions, rooms, slots and collectives are named in the log; people are not, see L4.)
 * @param past a board of the time of the entries
 */
export const entryNames = (board: Board, entries: readonly Entry[], past: Board | null = null): EntryNames => {
  const sessions = new Map<SessionId, string>()
  const rooms = new Map<RoomId, string>()
  const slots = new Map<SlotId, Interval & { readonly label: string }>()
  const collectives = new Map<CollectiveId, string>()
  const nameAll = (from: Board) => {
    for (const session of from.sessions.values()) sessions.set(session.id, session.title)
    for (const room of from.rooms.values()) rooms.set(room.id, room.name)
    for (const slot of from.slots.values()) slots.set(slot.id, slot)
    for (const collective of from.collectives.values()) collectives.set(collective.id, collective.name)
  }
  if (past !== null) nameAll(past)
  for (const event of entries.flatMap((entry) => entry.events)) {
    if (event.type === 'session-proposed' || event.type === 'session-restored')
      sessions.set(event.session.id, event.session.title)
    if (event.type === 'session-edited' && event.changes.title !== undefined)
      sessions.set(event.sessionId, event.changes.title)
    if (event.type === 'room-added') rooms.set(event.room.id, event.room.name)
    if (event.type === 'room-edited' && event.changes.name !== undefined) rooms.set(event.roomId, event.changes.name)
    if (event.type === 'slot-added') slots.set(event.slot.id, event.slot)
    if (event.type === 'slot-edited') {
      const before = slots.get(event.slotId)
      if (before !== undefined) slots.set(event.slotId, { ...before, ...event.changes })
    }
    if (event.type === 'collective-added') collectives.set(event.collective.id, event.collective.name)
    if (event.type === 'collective-edited' && event.changes.name !== undefined)
      collectives.set(event.collectiveId, event.changes.name)
  }
  nameAll(board)
  return { sessions, rooms, slots, collectives }
}
