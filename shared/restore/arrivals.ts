import type { Board } from '../board.ts'
import type { Context } from '../context.ts'
import type { BoardEvent } from '../events.ts'
import { evolve } from '../evolve.ts'
import type { CellRef, SessionId } from '../ids.ts'
import { isBlocked, judge, placing } from '../judge.ts'
import type { Fault, Finding } from '../refusals.ts'
import { overlap } from '../time.ts'

/** A session that cannot go back to its place today, and why. */
export interface Left {
  readonly sessionId: SessionId
  /** Where it was; null where it was inside another that has no place. */
  readonly cell: CellRef | null
  readonly findings: readonly Finding[]
  /** Where no rule speaks: its room or its slot is gone, or the session that it was inside; or it carries others now. */
  readonly fault: Fault | null
}

/** What a restore comes to, before it is decided: shown to the team as it will be done. */
export interface RestoreSteps {
  readonly events: readonly BoardEvent[]
  /** Sessions that go back to a place, with what is to be known of it. */
  readonly placed: readonly { readonly sessionId: SessionId; readonly findings: readonly Finding[] }[]
  readonly left: readonly Left[]
}

/** A session on its way back to a cell. */
export interface Arrival {
  readonly sessionId: SessionId
  readonly cell: CellRef
}

/** Steps so far, and the board with them. */
export interface Progress extends RestoreSteps {
  readonly board: Board
}

/** Nothing is done yet. */
export const begun = (board: Board): Progress => ({ board, events: [], placed: [], left: [] })

/** A few events further. */
export const further = (progress: Progress, events: readonly BoardEvent[], { now }: Context): Progress => ({
  ...progress,
  board: events.reduce((folded, event) => evolve(folded, event, now), progress.board),
  events: [...progress.events, ...events],
})

export const release = (sessionId: SessionId): BoardEvent => ({ type: 'session-released', sessionId })

/** Puts a session in its cell, where nothing forbids it; whoever is there and may be moved goes to the tray. */
export const arrive = (
  progress: Progress,
  { sessionId, cell }: Arrival,
  mayLeave: (other: SessionId) => boolean,
  context: Context,
): Progress | (Left & Arrival) => {
  const session = progress.board.sessions.get(sessionId)
  const attempt = session === undefined ? null : placing({ board: progress.board, context }, session, cell)
  if (attempt?.place == null) {
    const fault = progress.board.rooms.has(cell.roomId) ? 'unknown-slot' : 'unknown-room'
    return { sessionId, cell, findings: [], fault }
  }
  const { place } = attempt
  const leaving = [...progress.board.placements.values()].filter(
    (other) =>
      other.sessionId !== sessionId &&
      other.roomId === cell.roomId &&
      overlap(other, place) &&
      mayLeave(other.sessionId),
  )
  const cleared = further(
    progress,
    leaving.map((other) => release(other.sessionId)),
    context,
  )
  const findings = judge({ ...attempt, board: cleared.board })
  if (isBlocked(findings)) return { sessionId, cell, findings, fault: null }
  const slotIds = place.slots.map(({ id }) => id)
  const arrived = further(cleared, [{ type: 'session-placed', sessionId, roomId: cell.roomId, slotIds }], context)
  return { ...arrived, placed: [...arrived.placed, { sessionId, findings }] }
}

/** All of them, again and again while one that finds its way makes room for another. */
export const arriveAll = (
  start: Progress,
  arrivals: readonly Arrival[],
  mayLeave: (other: SessionId) => boolean,
  context: Context,
): Progress => {
  let progress = start
  let waiting = arrivals
  for (;;) {
    const left: (Left & Arrival)[] = []
    for (const arrival of waiting) {
      const next = arrive(progress, arrival, mayLeave, context)
      if ('board' in next) progress = next
      else left.push(next)
    }
    if (left.length === 0 || left.length === waiting.length) return { ...progress, left: [...progress.left, ...left] }
    waiting = left
  }
}
