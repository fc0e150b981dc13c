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
import {
  type CellRef,
  type CollectiveId,
  cellKey,
  type OfferId,
  type RoomId,
  type SessionId,
  type SlotId,
} from './ids.ts'
import type { LocalDate } from './time.ts'
import { unreachable } from './unreachable.ts'

/** One thing of a board with its value, null where it is not there: what undo, history and restore compare. */
export type Slice =
  | { readonly type: 'session'; readonly id: SessionId; readonly value: Session | null }
  | { readonly type: 'placement'; readonly id: SessionId; readonly value: Placement | null }
  | { readonly type: 'offer'; readonly id: OfferId; readonly value: Offer | null }
  | { readonly type: 'room'; readonly id: RoomId; readonly value: Room | null }
  | { readonly type: 'room-order'; readonly value: readonly RoomId[] }
  | { readonly type: 'slot'; readonly id: SlotId; readonly value: Slot | null }
  | { readonly type: 'day'; readonly date: LocalDate; readonly value: string }
  | { readonly type: 'cell'; readonly cell: CellRef; readonly value: CellUse }
  | { readonly type: 'collective'; readonly id: CollectiveId; readonly value: Collective | null }
  | { readonly type: 'door'; readonly door: DoorName; readonly value: Door }
  | { readonly type: 'frame'; readonly value: Frame }
  | { readonly type: 'rules'; readonly value: RuleSettings }

/** Names the thing, whatever its value. */
export const sliceKey = (slice: Slice): string => {
  switch (slice.type) {
    case 'day':
      return `day ${slice.date}`
    case 'cell':
      return `cell ${cellKey(slice.cell.roomId, slice.cell.slotId)}`
    case 'door':
      return `door ${slice.door}`
    case 'room-order':
    case 'frame':
    case 'rules':
      return slice.type
    default:
      return `${slice.type} ${slice.id}`
  }
}

const openCell: CellUse = { type: 'open' }

/** The same thing with the value that it has on this board. */
export const sliceAt = (board: Board, slice: Slice): Slice => {
  switch (slice.type) {
    case 'session':
      return { ...slice, value: board.sessions.get(slice.id) ?? null }
    case 'placement':
      return { ...slice, value: board.placements.get(slice.id) ?? null }
    case 'offer':
      return { ...slice, value: board.offers.get(slice.id) ?? null }
    case 'room':
      return { ...slice, value: board.rooms.get(slice.id) ?? null }
    case 'room-order':
      return { ...slice, value: [...board.rooms.keys()] }
    case 'slot':
      return { ...slice, value: board.slots.get(slice.id) ?? null }
    case 'day':
      return { ...slice, value: board.days.get(slice.date) ?? '' }
    case 'cell':
      return { ...slice, value: board.cells.get(cellKey(slice.cell.roomId, slice.cell.slotId))?.use ?? openCell }
    case 'collective':
      return { ...slice, value: board.collectives.get(slice.id) ?? null }
    case 'door':
      return { ...slice, value: board.doors[slice.door] }
    case 'frame':
      return { ...slice, value: board.frame }
    case 'rules':
      return { ...slice, value: board.rules }
    default:
      return unreachable(slice)
  }
}
