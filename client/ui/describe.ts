import type { Board } from '../../shared/board.ts'
import type { BoardEvent, Entry } from '../../shared/events.ts'
import type { RoomId, SessionId, SlotId } from '../../shared/ids.ts'
import type { Instant } from '../../shared/time.ts'
import type { Done, DoneTo } from './done.ts'

/** What the board knows, or knew, of the things that an entry names. */
export interface Known {
  readonly titleOf: (sessionId: SessionId) => string
  readonly roomOf: (roomId: RoomId) => string
  readonly startOf: (slotId: SlotId) => Instant | undefined
}

/** The names of things on any of these boards, the first that has them: one of before still knows what is gone since. */
export const knownOn = (...boards: readonly Board[]): Known => {
  const find = <T>(read: (board: Board) => T | undefined): T | undefined => {
    const found = boards.find((board) => read(board) !== undefined)
    return found && read(found)
  }
  return {
    titleOf: (id) => find(({ sessions }) => sessions.get(id)?.title) ?? '',
    roomOf: (id) => find(({ rooms }) => rooms.get(id)?.name) ?? '',
    startOf: (id) => find(({ slots }) => slots.get(id)?.start),
  }
}

const doneBy = (event: BoardEvent, { titleOf, roomOf, startOf }: Known): Done => {
  const slot = (slotId: SlotId): readonly DoneTo[] => {
    const start = startOf(slotId)
    return start === undefined ? [] : [{ start }]
  }
  switch (event.type) {
    case 'session-proposed':
      return { kind: 'proposed', to: [event.session.title] }
    case 'session-restored':
      return { kind: 'restored', to: [event.session.title] }
    case 'session-placed': {
      const cell = { roomId: event.roomId, slotId: event.slotIds[0] ?? '' }
      return { kind: 'placed', to: [titleOf(event.sessionId), cell] }
    }
    case 'session-merged':
      return { kind: 'merged', to: [titleOf(event.sessionId), titleOf(event.merged.intoId)] }
    case 'session-released':
      return { kind: 'released', to: [titleOf(event.sessionId)] }
    case 'session-withdrawn':
      return { kind: 'withdrawn', to: [titleOf(event.sessionId)] }
    case 'session-edited':
      return { kind: 'edited', to: [titleOf(event.sessionId)] }
    case 'session-unmerged':
      return { kind: 'unmerged', to: [titleOf(event.sessionId)] }
    case 'session-locked':
      return { kind: 'locked', to: [titleOf(event.sessionId)] }
    case 'session-unlocked':
      return { kind: 'unlocked', to: [titleOf(event.sessionId)] }
    case 'offer-made':
      return { kind: 'offered', to: [titleOf(event.offer.fromId), titleOf(event.offer.toId)] }
    case 'offer-agreed':
    case 'offer-talked':
    case 'offer-ended':
      return { kind: 'answered', to: [] }
    case 'rule-set':
      return { kind: 'ruleSet', to: [{ rule: event.rule }] }
    case 'figures-set':
      return { kind: 'figuresSet', to: [] }
    case 'room-added':
      return { kind: 'roomAdded', to: [event.room.name] }
    case 'room-edited':
      return { kind: 'roomEdited', to: [roomOf(event.roomId)] }
    case 'room-removed':
      return { kind: 'roomRemoved', to: [roomOf(event.roomId)] }
    case 'rooms-ordered':
      return { kind: 'roomsOrdered', to: [] }
    case 'slot-added':
      return { kind: 'slotAdded', to: [{ start: event.slot.start }] }
    case 'slot-edited':
      return { kind: 'slotEdited', to: slot(event.slotId) }
    case 'slot-removed':
      return { kind: 'slotRemoved', to: slot(event.slotId) }
    default:
      return { kind: 'other', to: [] }
  }
}

/** What an entry did: its first event says it. */
export const describeEntry = ({ events: [first] }: Entry, known: Known): Done =>
  first === undefined ? { kind: 'other', to: [] } : doneBy(first, known)
