import type { Board, Placement } from '../board.ts'
import type { Loss } from '../commands/drop-out.schema.ts'
import { intervalOf } from '../commands/slots.ts'
import type { Context } from '../context.ts'
import type { BoardEvent } from '../events.ts'
import { evolve } from '../evolve.ts'
import { type CellRef, cellKey, type SessionId } from '../ids.ts'
import type { Fault } from '../refusals.ts'
import { unsettled } from '../standing.ts'
import type { Instant } from '../time.ts'

/** What drops out, as it is on a board. */
export interface Damage {
  /** Close the cells, or change the slot; none where it is so already. */
  readonly events: readonly BoardEvent[]
  /** The board with them, on which the displaced still are where they were. */
  readonly after: Board
  /** Sessions that cannot stay where they are, in time order. */
  readonly displaced: readonly SessionId[]
}

/** Cells that are to be closed: what is over has been held, and stays as it was. */
const cellsOf = (board: Board, loss: Loss & { type: 'room' | 'slot' }, now: Instant): readonly CellRef[] => {
  const rooms = [...board.rooms.values()].filter(({ kind }) => kind !== 'continuous').map(({ id }) => id)
  const cells: readonly CellRef[] =
    loss.type === 'slot'
      ? rooms.map((roomId) => ({ roomId, slotId: loss.slotId }))
      : [...new Set(loss.slotIds)].map((slotId) => ({ roomId: loss.roomId, slotId }))
  return cells.filter(({ roomId, slotId }) => {
    const slot = board.slots.get(slotId)
    const isOpen = slot?.kind === 'open' && slot.end > now
    return isOpen && board.cells.get(cellKey(roomId, slotId))?.use.type !== 'closed'
  })
}

const eventsOf = (board: Board, loss: Loss, now: Instant): readonly BoardEvent[] | Fault => {
  if (loss.type === 'room' && !board.rooms.has(loss.roomId)) return 'unknown-room'
  const slotIds = loss.type === 'room' ? loss.slotIds : [loss.slotId]
  if (slotIds.some((id) => !board.slots.has(id))) return 'unknown-slot'
  if (loss.type !== 'hours') {
    const cells = cellsOf(board, loss, now)
    return cells.length === 0 ? [] : [{ type: 'cells-set', cells, use: { type: 'closed' } }]
  }
  const slot = board.slots.get(loss.slotId)
  const interval = slot === undefined ? null : intervalOf(slot.date, loss.start, loss.end, board.frame.timeZone)
  if (interval === null) return 'bad-time'
  const isSame = slot?.start === interval.start && slot.end === interval.end
  return isSame ? [] : [{ type: 'slot-edited', slotId: loss.slotId, changes: interval }]
}

/** Of two that a changed slot makes clash, the one in that slot goes. */
const isConcerned = (board: Board, loss: Loss, closed: ReadonlySet<string>, placement: Placement): boolean => {
  if (loss.type !== 'hours') return placement.slotIds.some((slotId) => closed.has(cellKey(placement.roomId, slotId)))
  return board.slots.get(loss.slotId)?.kind === 'common' || placement.slotIds.includes(loss.slotId)
}

/** What a loss does to a board; a fault where it names what is not there. */
export const damageOf = (board: Board, loss: Loss, context: Context): Damage | Fault => {
  const events = eventsOf(board, loss, context.now)
  if (typeof events === 'string') return events
  const after = events.reduce((folded, event) => evolve(folded, event, context.now), board)
  const closed = new Set(
    events.flatMap((event) =>
      event.type === 'cells-set' ? event.cells.map((cell) => cellKey(cell.roomId, cell.slotId)) : [],
    ),
  )
  const concerned = [...after.placements.values()].filter((placement) => isConcerned(board, loss, closed, placement))
  const torn = new Set(loss.type === 'hours' ? unsettled(board, after, context, concerned) : [])
  const displaced = concerned
    .filter(({ sessionId, end }) => end > context.now && (loss.type !== 'hours' || torn.has(sessionId)))
    .sort((a, b) => a.start - b.start || (a.sessionId < b.sessionId ? -1 : 1))
  return { events, after, displaced: displaced.map(({ sessionId }) => sessionId) }
}
