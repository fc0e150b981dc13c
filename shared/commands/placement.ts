import type { Board } from '../board.ts'
import type { Context } from '../context.ts'
import { type Decision, refuse, unlessBlocked } from '../decision.ts'
import { placing } from '../judge.ts'
import type { Claim, Move, Release } from './placement.schema.ts'

/** Every way into a cell, by anyone, is this one. */
export const decideClaim = (board: Board, command: Claim | Move, context: Context): Decision => {
  const session = board.sessions.get(command.sessionId)
  if (session === undefined) return refuse('unknown-session')
  // It is held inside another one, which has the place of both.
  if (session.merged !== null) return refuse('already-merged')
  if (command.type === 'move' && !board.placements.has(session.id)) return refuse('not-placed')
  if (!board.rooms.has(command.roomId)) return refuse('unknown-room')
  const attempt = placing({ board, context }, session, command)
  if (attempt?.place == null) return refuse('unknown-slot')
  const slotIds = attempt.place.slots.map((slot) => slot.id)
  return unlessBlocked(attempt, [{ type: 'session-placed', sessionId: session.id, roomId: command.roomId, slotIds }])
}

export const decideRelease = (board: Board, command: Release, context: Context): Decision => {
  const session = board.sessions.get(command.sessionId)
  if (session === undefined) return refuse('unknown-session')
  if (!board.placements.has(session.id)) return refuse('not-placed')
  return unlessBlocked({ board, context, action: 'release', session, before: session, place: null }, [
    { type: 'session-released', sessionId: session.id },
  ])
}
