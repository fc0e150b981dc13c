import type { CellKey, CellRef, CollectiveId, OfferId, PersonId, RoomId, SessionId, SlotId } from './ids.ts'
import type { Level, RuleId } from './refusals.ts'
import type { Instant, Interval, LocalDate, LocalTime } from './time.ts'

/** How much the team decides: in `open-space` hosts decide; in `barcamp` and `curated` the team may decide for them. */
export type Mode = 'open-space' | 'barcamp' | 'curated'
export const modes = ['open-space', 'barcamp', 'curated'] as const satisfies readonly Mode[]

export type Role = 'participant' | 'facilitator'

/** Colours that a forum may choose for what can be tapped; each keeps 7:1 in both themes (client/styles/accents.css). */
export type Accent = 'sea' | 'pine' | 'moss' | 'ochre' | 'brick' | 'rose' | 'plum' | 'indigo'
export const accents = [
  'sea',
  'pine',
  'moss',
  'ochre',
  'brick',
  'rose',
  'plum',
  'indigo',
] as const satisfies readonly Accent[]

/** What the forum says of itself. */
export interface Frame {
  readonly name: string
  /** The invitation, a theme put as a question. */
  readonly theme: string
  readonly place: string
  /** IANA name; every slot is meant in it. */
  readonly timeZone: string
  readonly mode: Mode
  readonly expectedPeople: number | null
  /** A sentence shown on the board, for example that rooms and hours are an example. */
  readonly notice: string
  readonly accent: Accent
}

export type RoomKind = 'room' | 'outdoor' | 'online' | 'continuous'
export const roomKinds = ['room', 'outdoor', 'online', 'continuous'] as const satisfies readonly RoomKind[]

/** A column of the grid. A `continuous` one (fablab, third place) is open all day and has no cells. */
export interface Room {
  readonly id: RoomId
  readonly name: string
  readonly kind: RoomKind
  /** Seats; null where nobody counted. */
  readonly capacity: number | null
  readonly building: string
  readonly floor: string
  readonly features: readonly string[]
}

/** A time interval of one day. In an `open` one sessions are held; a `common` one is a moment for all. */
export interface Slot extends Interval {
  readonly id: SlotId
  readonly kind: 'open' | 'common'
  readonly date: LocalDate
  /** Name of a common moment ("Buffet"); empty for most open slots. */
  readonly label: string
}

/** What a cell is for; every cell not in the map is `open`. */
export type CellUse =
  | { readonly type: 'open' }
  | { readonly type: 'closed' }
  | { readonly type: 'reserved'; readonly collectiveId: CollectiveId | null }

/** Reserved for a collective's people, or (`collectiveId: null`) for the team. */
export interface Collective {
  readonly id: CollectiveId
  readonly name: string
  /** Who may speak for it; set by the team. */
  readonly people: readonly PersonId[]
}

export type DoorName = 'propose' | 'claim' | 'star'
export const doorNames = ['propose', 'claim', 'star'] as const satisfies readonly DoorName[]

/** Open from `opensAt` (null: not planned) until `closesAt` (null: no end). */
export interface Door {
  readonly opensAt: Instant | null
  readonly closesAt: Instant | null
}

export type Format = 'discussion' | 'workshop' | 'practice' | 'talk' | 'network-meeting' | 'other'
export const formats = [
  'discussion',
  'workshop',
  'practice',
  'talk',
  'network-meeting',
  'other',
] as const satisfies readonly Format[]

/** What somebody proposes. Parked (in the tray) until it has a placement. */
export interface Session {
  readonly id: SessionId
  readonly title: string
  readonly description: string
  /** The first is the host, the others co-hosts. Ids only: names never enter the log (L4). Empty: a host is sought. */
  readonly hosts: readonly PersonId[]
  readonly collectiveId: CollectiveId | null
  readonly format: Format
  readonly tags: readonly string[]
  readonly needs: readonly string[]
  /** BCP 47 language of the session's own text ("fr"); empty where not said. */
  readonly language: string
  /** How many consecutive open slots it takes, 1 to 4. */
  readonly length: number
  /** How many people the host expects; null where not said. */
  readonly expected: number | null
  readonly links: readonly string[]
  readonly remarks: string
  /** Fixed by the team: only the team moves, edits or releases it. */
  readonly locked: boolean
  /** When it was proposed (server time). Nothing is ordered by it: it corrects interest for late arrival. */
  readonly proposedAt: Instant
  /** The session that this one is the same again as, in another cell. */
  readonly repeatOf: SessionId | null
  /** Where this one is held inside another, with what un-merging gives back; null while it stands for itself. */
  readonly merged: Merged | null
}

/** A session inside another: one place, both titles and hosts kept. */
export interface Merged {
  readonly intoId: SessionId
  /** The cell that it had before. */
  readonly cell: CellRef | null
  /** Whether the other took that cell over, having none of its own. */
  readonly lent: boolean
}

/** Offers of one host to another. `swap`: both places change hands; `merge`: the first joins the second; `yield`: the second gets the first's cell. */
export type OfferKind = 'swap' | 'merge' | 'yield'
export const offerKinds = ['swap', 'merge', 'yield'] as const satisfies readonly OfferKind[]

/** Open until it is answered, withdrawn, expired, or one of its sessions moves. */
export interface Offer {
  readonly id: OfferId
  readonly kind: OfferKind
  readonly fromId: SessionId
  readonly toId: SessionId
  /** Who made it: a host of the first session, or somebody of the team. */
  readonly by: PersonId
  readonly madeAt: Instant
  /** Server time from which it can no longer be accepted. */
  readonly expiresAt: Instant
  /** A short word with it. */
  readonly word: string
  /** Sessions whose hosts agree; it takes effect when both do. */
  readonly agreed: readonly SessionId[]
  /** "Let us talk": the word of who would rather speak about it first; null before. */
  readonly talk: string | null
}

/** Minutes on foot between two buildings, both ways. */
export interface Walk {
  readonly from: string
  readonly to: string
  readonly minutes: number
}

/** What the team decided about the rules. */
export interface RuleSettings {
  /** Levels that differ from the mode's own (shared/rules/defaults.ts). */
  readonly levels: Readonly<Partial<Record<RuleId, Level>>>
  readonly walks: readonly Walk[]
  /** Minutes that it takes to rebuild a room between two formats; 0: none. */
  readonly turnOverMinutes: number
  /** Cells of each slot that are kept for late arrivals; 0: none. */
  readonly lateCells: number
  /** Until this hour of the slot's own day; null: until the slot begins. */
  readonly lateUntil: LocalTime | null
  /** Placed sessions that one person may host; 0: as many as they like. */
  readonly ownLimit: number
  /** Minutes that an offer stays open. */
  readonly offerMinutes: number
}

/** A session in a room from a start to an end. */
export interface Placement extends Interval {
  readonly sessionId: SessionId
  readonly roomId: RoomId
  /** The slots it takes, in time order; the first is the cell that was claimed. */
  readonly slotIds: readonly SlotId[]
  /** When it got there (server time). */
  readonly since: Instant
}

/** The live state of one forum: a fold of its entries, never changed in place. */
export interface Board {
  readonly frame: Frame
  readonly rooms: ReadonlyMap<RoomId, Room>
  /** In time order: by start, then end, then id. */
  readonly slots: ReadonlyMap<SlotId, Slot>
  /** Names of the days ("Forum ouvert et ateliers"). */
  readonly days: ReadonlyMap<LocalDate, string>
  /** Cells that are not simply open. */
  readonly cells: ReadonlyMap<CellKey, { readonly cell: CellRef; readonly use: CellUse }>
  readonly doors: Readonly<Record<DoorName, Door>>
  readonly collectives: ReadonlyMap<CollectiveId, Collective>
  readonly sessions: ReadonlyMap<SessionId, Session>
  /** Ids that were withdrawn: nobody else's session takes over their stars and their address. */
  readonly withdrawn: ReadonlySet<SessionId>
  readonly placements: ReadonlyMap<SessionId, Placement>
  readonly offers: ReadonlyMap<OfferId, Offer>
  readonly rules: RuleSettings
}

const firstRuleSettings: RuleSettings = {
  levels: {},
  walks: [],
  turnOverMinutes: 0,
  lateCells: 0,
  lateUntil: null,
  ownLimit: 0,
  offerMinutes: 10,
}

const closedDoor: Door = { opensAt: null, closesAt: null }

/** The board before its first entry: no room, no slot, every door closed. */
export const emptyBoard: Board = {
  frame: {
    name: '',
    theme: '',
    place: '',
    timeZone: 'Europe/Paris',
    mode: 'open-space',
    expectedPeople: null,
    notice: '',
    accent: 'sea',
  },
  rooms: new Map(),
  slots: new Map(),
  days: new Map(),
  cells: new Map(),
  doors: { propose: closedDoor, claim: closedDoor, star: closedDoor },
  collectives: new Map(),
  sessions: new Map(),
  withdrawn: new Set(),
  placements: new Map(),
  offers: new Map(),
  rules: firstRuleSettings,
}

/** Whether a door is open at an instant. */
export const isDoorOpen = (door: Door, now: Instant): boolean =>
  door.opensAt !== null && door.opensAt <= now && (door.closesAt === null || now < door.closesAt)
