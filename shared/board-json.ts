import type {
  Board,
  CellUse,
  Collective,
  Door,
  DoorName,
  Frame,
  Offer,
  Placement,
  Room,
  RuleSettings,
  Session,
  Slot,
} from './board.ts'
import { type CellRef, cellKey, type SessionId } from './ids.ts'
import type { LocalDate } from './time.ts'

/** The board as JSON: maps become lists in their own order. */
export interface BoardJson {
  readonly frame: Frame
  readonly rooms: readonly Room[]
  readonly slots: readonly Slot[]
  readonly days: readonly { readonly date: LocalDate; readonly label: string }[]
  readonly cells: readonly { readonly cell: CellRef; readonly use: CellUse }[]
  readonly doors: Readonly<Record<DoorName, Door>>
  readonly collectives: readonly Collective[]
  readonly sessions: readonly Session[]
  readonly withdrawn: readonly SessionId[]
  readonly placements: readonly Placement[]
  readonly offers: readonly Offer[]
  readonly rules: RuleSettings
}

export const boardToJson = (board: Board): BoardJson => ({
  frame: board.frame,
  rooms: [...board.rooms.values()],
  slots: [...board.slots.values()],
  days: [...board.days].map(([date, label]) => ({ date, label })),
  cells: [...board.cells.values()],
  doors: board.doors,
  collectives: [...board.collectives.values()],
  sessions: [...board.sessions.values()],
  withdrawn: [...board.withdrawn],
  placements: [...board.placements.values()],
  offers: [...board.offers.values()],
  rules: board.rules,
})

const byId = <T extends { readonly id: string }>(list: readonly T[]): ReadonlyMap<string, T> =>
  new Map(list.map((item) => [item.id, item]))

export const boardFromJson = (json: BoardJson): Board => ({
  frame: json.frame,
  rooms: byId(json.rooms),
  slots: byId(json.slots),
  days: new Map(json.days.map(({ date, label }) => [date, label])),
  cells: new Map(json.cells.map((entry) => [cellKey(entry.cell.roomId, entry.cell.slotId), entry])),
  doors: json.doors,
  collectives: byId(json.collectives),
  sessions: byId(json.sessions),
  withdrawn: new Set(json.withdrawn),
  placements: new Map(json.placements.map((placement) => [placement.sessionId, placement])),
  offers: byId(json.offers),
  rules: json.rules,
})
