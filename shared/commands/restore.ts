import type { Board } from '../board.ts'
import type { Context } from '../context.ts'
import { accept, byTeam, type Decision, refuse, unlessBlocked } from '../decision.ts'
import { placing, refusing } from '../judge.ts'
import { limits } from '../limits.ts'
import type { Fault } from '../refusals.ts'
import type { Left, RestoreSteps } from '../restore/arrivals.ts'
import { restoreSteps } from '../restore-steps.ts'
import { refusalBy, together } from './consent.ts'
import type { Restore } from './history.schema.ts'

const faultOf = (board: Board, past: Board, { what }: Restore): Fault | null => {
  switch (what.type) {
    case 'wall':
      return null
    case 'session':
      return past.sessions.has(what.sessionId) ? null : 'unknown-session'
    case 'cell':
      if (!board.rooms.has(what.cell.roomId)) return 'unknown-room'
      return board.slots.has(what.cell.slotId) ? null : 'unknown-slot'
    default:
      return what satisfies never
  }
}

/** Nothing can go back: why, for the first of them, with who holds its place. */
const refusedBy = (
  board: Board,
  past: Board,
  { sessionId, cell, findings, fault }: Left,
  context: Context,
): Decision => {
  if (fault !== null) return refuse(fault)
  const session = board.sessions.get(sessionId) ?? past.sessions.get(sessionId)
  // Inside another it had no place of its own that somebody else could hold.
  const wasAlone = past.sessions.get(sessionId)?.merged === null
  const attempt =
    session === undefined || cell === null || !wasAlone ? null : placing({ board, context }, session, cell)
  const decision = attempt === null ? null : unlessBlocked(attempt, [])
  if (decision?.type === 'refused') return decision
  const worst = findings[0]
  return worst === undefined ? refuse('already-so') : { type: 'refused', refusal: refusalBy(worst, findings) }
}

/**
 * Puts the wall, a session or a cell back to what it was after an earlier entry, as a new one: every place is judged as of
 * today, and what cannot go back is left in the tray.
 * @param stepsFrom what it would do, coming from that board: given where it is known already
 */
export const decideRestore = (
  board: Board,
  command: Restore,
  context: Context,
  stepsFrom: (past: Board) => RestoreSteps = (past) => restoreSteps(board, past, command.what, context),
): Decision => {
  const { past } = context
  const gate = byTeam(board, context, [])
  if (gate.type === 'refused') return gate
  if (past === undefined) return refuse('unknown-moment')
  const fault = faultOf(board, past, command)
  if (fault !== null) return refuse(fault)
  const { events, placed, left } = stepsFrom(past)
  const first = left[0]
  if (events.length === 0) return first === undefined ? refuse('already-so') : refusedBy(board, past, first, context)
  const back = events.filter(({ type }) => type === 'session-restored').length
  if (back > 0 && board.sessions.size + back > limits.sessions) return refuse('too-many', { limit: limits.sessions })
  const findings = together(placed.map((each) => each.findings))
  const worst = refusing(findings, context)
  return worst === undefined ? accept(events, findings) : { type: 'refused', refusal: refusalBy(worst, findings) }
}
