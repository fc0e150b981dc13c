import type {
  CellUse,
  Collective,
  Door,
  DoorName,
  Frame,
  Merged,
  Offer,
  Room,
  RuleSettings,
  Session,
  Slot,
} from './board.ts'
import type { CellRef, CollectiveId, CommandId, OfferId, PersonId, RoomId, SessionId, SlotId } from './ids.ts'
import type { Level, RuleId } from './refusals.ts'
import type { Instant, LocalDate } from './time.ts'

/** A session as it is proposed: when that was is its entry's own time, and it stands for itself. */
export type ProposedSession = Omit<Session, 'proposedAt' | 'repeatOf' | 'merged'> & {
  readonly repeatOf?: SessionId | null
}

/** What an edit may change. */
export type SessionChanges = Partial<Omit<Session, 'id' | 'locked' | 'proposedAt' | 'repeatOf' | 'merged'>>

/** What happened, in the past tense. Folded by `evolve`; kept for ever in the log, so a name here is never reused. */
export type BoardEvent =
  | { readonly type: 'session-proposed'; readonly session: ProposedSession }
  | {
      readonly type: 'session-edited'
      readonly sessionId: SessionId
      readonly changes: SessionChanges
    }
  | { readonly type: 'session-withdrawn'; readonly sessionId: SessionId }
  | {
      readonly type: 'session-placed'
      readonly sessionId: SessionId
      readonly roomId: RoomId
      readonly slotIds: readonly SlotId[]
    }
  | { readonly type: 'session-released'; readonly sessionId: SessionId }
  /** A withdrawn one is back, as it was, with its own id. */
  | { readonly type: 'session-restored'; readonly session: Session }
  | { readonly type: 'session-merged'; readonly sessionId: SessionId; readonly merged: Merged }
  | { readonly type: 'session-unmerged'; readonly sessionId: SessionId }
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
  | {
      readonly type: 'rule-set'
      readonly rule: RuleId
      readonly level: Level
      /** The level is the mode's own again: nothing is chosen any more. */
      readonly usual?: true
    }
  | { readonly type: 'figures-set'; readonly changes: Partial<Omit<RuleSettings, 'levels'>> }
  | { readonly type: 'offer-made'; readonly offer: Offer }
  | {
      readonly type: 'offer-agreed'
      readonly offerId: OfferId
      readonly sessionIds: readonly SessionId[]
      /** A short word with the answer. */
      readonly word?: string
    }
  | { readonly type: 'offer-talked'; readonly offerId: OfferId; readonly word: string }
  | {
      readonly type: 'offer-ended'
      readonly offerId: OfferId
      readonly how: 'accepted' | 'declined' | 'withdrawn'
      /** A short word with the answer. */
      readonly word?: string
    }

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
  /** Why it was done although a rule asks for a reason. On disk and for the team only: no phone is sent it. */
  readonly reason?: string
}
