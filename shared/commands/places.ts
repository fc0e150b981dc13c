import type { Board, Session } from '../board.ts'
import type { BoardEvent } from '../events.ts'
import type { CellRef, SessionId } from '../ids.ts'
import { placeAt, placeOf } from '../judge.ts'
import type { Place } from '../rules/rule.ts'

/** The cell that a session was claimed; null where it is parked. */
export const cellOf = (board: Board, sessionId: SessionId): CellRef | null => {
  const placement = board.placements.get(sessionId)
  const slotId = placement?.slotIds[0]
  return placement === undefined || slotId === undefined ? null : { roomId: placement.roomId, slotId }
}

/** The place that a session has, taken as it is: it stays, even where its slots changed around it. Null where it is parked. */
export const heldPlace = (board: Board, session: Session): Place | null => {
  const placement = board.placements.get(session.id)
  const place = placement === undefined ? null : placeOf(board, session, placement)
  return place === null ? null : { ...place, fits: true }
}

/**
 * A board after a change, on which one session still is where it was before: so it is judged coming from there, among all
 * others as they end.
 */
export const stillFrom = (before: Board, after: Board, sessionId: SessionId): Board => {
  const placements = new Map(after.placements)
  const present = before.placements.get(sessionId)
  if (present === undefined) placements.delete(sessionId)
  else placements.set(sessionId, present)
  return { ...after, placements }
}

/** A session goes to a cell, in its own length; none where room or slot is not there. */
export const placed = (board: Board, session: Session, { roomId, slotId }: CellRef): readonly BoardEvent[] => {
  const room = board.rooms.get(roomId)
  const place = room === undefined ? null : placeAt(board, room, slotId, session.length)
  if (place === null) return []
  return [{ type: 'session-placed', sessionId: session.id, roomId, slotIds: place.slots.map(({ id }) => id) }]
}
