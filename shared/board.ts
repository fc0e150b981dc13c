import type { CellKey, CellRef, CollectiveId, PersonId, RoomId, SessionId, SlotId } from './ids.ts'
import type { Instant, Interval, LocalDate } from './time.ts'

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
  /** The first is the host, the others co-hosts. Ids only: names never enter the log (L4). */
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
}

/** Whether a door is open at an instant. */
export const isDoorOpen = (door: Door, now: Instant): boolean =>
  door.opensAt !== null && door.opensAt <= now && (door.closesAt === null || now < door.closesAt)
