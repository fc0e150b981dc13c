import type { CellUse, Collective, Door, DoorName, Frame, Room, Session, Slot } from './board.ts'
import type { CellRef, CollectiveId, CommandId, PersonId, RoomId, SessionId, SlotId } from './ids.ts'
import type { Instant, LocalDate } from './time.ts'

/** What happened, in the past tense. Folded by `evolve`; kept for ever in the log, so a name here is never reused. */
export type BoardEvent =
  | { readonly type: 'session-proposed'; readonly session: Session }
  | {
      readonly type: 'session-edited'
      readonly sessionId: SessionId
      readonly changes: Partial<Omit<Session, 'id' | 'locked'>>
    }
  | { readonly type: 'session-withdrawn'; readonly sessionId: SessionId }
  | {
      readonly type: 'session-placed'
      readonly sessionId: SessionId
      readonly roomId: RoomId
      readonly slotIds: readonly SlotId[]
    }
  | { readonly type: 'session-released'; readonly sessionId: SessionId }
  | { readonly type: 'session-locked'; readonly sessionId: SessionId }
  | { readonly type: 'session-unlocked'; readonly sessionId: SessionId }
  | { readonly type: 'forum-framed'; readonly changes: Partial<Frame> }
  | { readonly type: 'room-added'; readonly room: Room }
  | { readonly type: 'room-edited'; readonly roomId: RoomId; readonly changes: Partial<Omit<Room, 'id'>> }
  | { readonly type: 'room-removed'; readonly roomId: RoomId }
  | { readonly type: 'rooms-ordered'; readonly roomIds: readonly RoomId[] }
  | { readonly type: 'slot-added'; readonly slot: Slot }
  | { readonly type: 'slot-edited'; readonly slotId: SlotId; readonly changes: Partial<Omit<Slot, 'id'>> }
  | { readonly type: 'slot-removed'; readonly slotId: SlotId }
  | { readonly type: 'day-labelled'; readonly date: LocalDate; readonly label: string }
  | { readonly type: 'cells-set'; readonly cells: readonly CellRef[]; readonly use: CellUse }
  | { readonly type: 'collective-added'; readonly collective: Collective }
  | {
      readonly type: 'collective-edited'
      readonly collectiveId: CollectiveId
      readonly changes: Partial<Omit<Collective, 'id'>>
    }
  | { readonly type: 'collective-removed'; readonly collectiveId: CollectiveId }
  | { readonly type: 'door-set'; readonly door: DoorName; readonly state: Door }

/** A numbered, permanent row of a forum's log: what one command did. */
export interface Entry {
  /** Grows by one per entry of a forum, from 1 (L1). */
  readonly seq: number
  /** The command that it answers; takes effect at most once (L3). */
  readonly commandId: CommandId
  readonly by: PersonId
  /** Server time. */
  readonly at: Instant
  readonly events: readonly BoardEvent[]
}
