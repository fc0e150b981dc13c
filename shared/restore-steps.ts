import type { Board, Placement, Session } from './board.ts'
import type { Restore } from './commands/history.schema.ts'
import { cellOf, stillFrom } from './commands/places.ts'
import { type Context, isStranger } from './context.ts'
import type { BoardEvent } from './events.ts'
import type { CellRef, SessionId } from './ids.ts'
import { isBlocked, judge, placing } from './judge.ts'
import {
  arrive,
  arriveAll,
  begun,
  further,
  type Left,
  type Progress,
  type RestoreSteps,
  release,
} from './restore/arrivals.ts'
import { insideAgain, withItsPeople } from './restore/inside-again.ts'
import { sameValue } from './same-value.ts'
import type { Slice } from './slices.ts'
import { insideOf } from './together.ts'
import { allToward, eventsToward } from './toward.ts'

/** Who and what is no longer of this forum does not come back with a session. */
const withoutTheGone = (board: Board, session: Session, context: Context): Session => ({
  ...session,
  hosts: session.hosts.filter((id) => !isStranger(context, id)),
  collectiveId: board.collectives.has(session.collectiveId ?? '') ? session.collectiveId : null,
})

/** Sessions that would be inside one that is inside another come out. */
const unstacked = (board: Board): readonly BoardEvent[] =>
  [...board.sessions.values()].flatMap((session) =>
    session.merged === null
      ? []
      : insideOf(board, session.id).map(({ id }) => ({ type: 'session-unmerged', sessionId: id })),
  )

const isThere = (now: Placement | undefined, before: Placement | undefined): boolean =>
  now?.roomId === before?.roomId && sameValue(now?.slotIds, before?.slotIds)

const inTimeOrder = (a: Placement, b: Placement): number =>
  a.start - b.start || (a.sessionId < b.sessionId ? -1 : a.sessionId > b.sessionId ? 1 : 0)

const cellThen = ({ roomId, slotIds }: Placement): CellRef => ({ roomId, slotId: slotIds[0] ?? '' })

/** Those that are inside another again, with what is said of their people there. */
const cameInside = (before: Board, after: Board, context: Context): RestoreSteps['placed'] =>
  [...after.sessions.values()].flatMap((session) => {
    const { id: sessionId, merged } = session
    if (merged === null || merged.intoId === before.sessions.get(sessionId)?.merged?.intoId) return []
    return [{ sessionId, findings: withItsPeople(after, session, context) }]
  })

/** @param apart what must not go inside another again */
const wall = (board: Board, past: Board, context: Context, apart: readonly Left[] = []): Progress => {
  const sessions = [...past.sessions.values()].map((session): Slice => {
    const now = board.sessions.get(session.id)
    const value = now === undefined ? withoutTheGone(board, session, context) : { ...now, merged: session.merged }
    const isApart = apart.some(({ sessionId }) => sessionId === session.id)
    return { type: 'session', id: session.id, value: isApart ? { ...value, merged: null } : value }
  })
  const back = allToward(board, sessions)
  let progress = further(begun(board), back, context)
  progress = further(progress, unstacked(progress.board), context)
  const leaving = [...board.placements.values()].filter(
    ({ sessionId }) =>
      past.sessions.has(sessionId) && !isThere(board.placements.get(sessionId), past.placements.get(sessionId)),
  )
  progress = further(
    progress,
    leaving.map(({ sessionId }) => release(sessionId)),
    context,
  )
  const arrivals = [...past.placements.values()]
    .filter((placement) => !isThere(board.placements.get(placement.sessionId), placement))
    .sort(inTimeOrder)
    .map((placement) => ({ sessionId: placement.sessionId, cell: cellThen(placement) }))
  const done = arriveAll(progress, arrivals, (id) => !past.sessions.has(id), context)
  const inside = cameInside(board, done.board, context)
  const blocked = inside.filter(({ findings }) => isBlocked(findings))
  if (blocked.length === 0) {
    return { ...done, placed: [...done.placed, ...inside], left: [...apart, ...done.left] }
  }
  const left = blocked.map(({ sessionId, findings }): Left => {
    const into = done.board.sessions.get(sessionId)?.merged?.intoId ?? ''
    return { sessionId, cell: cellOf(done.board, into), findings, fault: null }
  })
  return wall(board, past, context, [...apart, ...left])
}

/** Its text, its hosts and its place; where that is taken it stays where it is, and where it cannot stay it is parked. */
const oneSession = (board: Board, past: Board, sessionId: SessionId, context: Context): Progress => {
  const session = past.sessions.get(sessionId)
  if (session === undefined) return begun(board)
  const now = board.sessions.get(sessionId)
  const own = { ...withoutTheGone(board, session, context), merged: null, locked: now?.locked ?? session.locked }
  const inside = session.merged === null ? null : insideAgain(board, past, own, session.merged, context)
  const isLeft = inside !== null && 'fault' in inside
  // Where it stays inside another, nobody comes back with it unasked.
  const value: Session = isLeft
    ? { ...own, merged: now?.merged ?? null, hosts: now?.merged == null ? own.hosts : now.hosts }
    : { ...own, merged: inside?.merged ?? null }
  const text = further(begun(board), eventsToward(board, { type: 'session', id: sessionId, value }), context)
  const parked = board.placements.has(sessionId) ? further(text, [release(sessionId)], context) : text
  const isKept = now?.length === value.length && sameValue(now.hosts, value.hosts)
  const stays = (left: Left): Progress => {
    const cell = cellOf(board, sessionId)
    const here = isKept || cell === null ? text : arrive(text, { sessionId, cell }, () => false, context)
    return { ...('board' in here ? here : parked), left: [left] }
  }
  if (isLeft) return stays(inside)
  if (inside !== null) return { ...parked, placed: [{ sessionId, findings: inside.findings }] }
  const placement = past.placements.get(sessionId)
  if (isKept && isThere(board.placements.get(sessionId), placement)) return text
  if (placement === undefined) return parked
  const there = arrive(text, { sessionId, cell: cellThen(placement) }, () => false, context)
  return 'board' in there ? there : stays(there)
}

/** Whoever was in that cell, and nobody else; where they cannot, all stays as it is. */
const oneCell = (board: Board, past: Board, { roomId, slotId }: CellRef, context: Context): Progress => {
  const isIn = (placement: Placement): boolean => placement.roomId === roomId && placement.slotIds.includes(slotId)
  const before = [...past.placements.values()].find(isIn)
  const now = [...board.placements.values()].find(isIn)
  if (before === undefined) return further(begun(board), now === undefined ? [] : [release(now.sessionId)], context)
  const { sessionId } = before
  if (isThere(board.placements.get(sessionId), before)) return begun(board)
  const session = past.sessions.get(sessionId)
  const there = board.sessions.get(sessionId)
  const value = there === undefined && session !== undefined ? withoutTheGone(board, session, context) : (there ?? null)
  if (value === null) return begun(board)
  const alone = { type: 'session', id: sessionId, value: { ...value, merged: null } } as const
  const back = further(begun(board), eventsToward(board, alone), context)
  const arrived = arrive(back, { sessionId, cell: cellThen(before) }, () => true, context)
  return 'board' in arrived ? arrived : { ...begun(board), left: [arrived] }
}

const stepsBack = (board: Board, past: Board, what: Restore['what'], context: Context): Progress => {
  switch (what.type) {
    case 'wall':
      return wall(board, past, context)
    case 'session':
      return oneSession(board, past, what.sessionId, context)
    case 'cell':
      return oneCell(board, past, what.cell, context)
    default:
      return what satisfies never
  }
}

/** Who came back first finds beside them who came back after: what is told is told of the board in the end. */
const asItEnds = (before: Board, { board, placed, ...steps }: Progress, context: Context): RestoreSteps => ({
  ...steps,
  placed: placed.map((each) => {
    const { sessionId } = each
    const [session, cell] = [board.sessions.get(sessionId), cellOf(board, sessionId)]
    if (session === undefined || cell === null) return each
    const attempt = placing({ board: stillFrom(before, board, sessionId), context }, session, cell)
    return attempt === null ? each : { sessionId, findings: judge(attempt) }
  }),
})

/**
 * What putting the wall, a session or a cell back to what it was would do today. Sessions that were proposed since stay,
 * and go to the tray only where their cell is needed; what a block forbids today is left in the tray, with its findings.
 * @param context of the team: needs for a reason do not hold anything back here, only the decision asks for it
 */
export const restoreSteps = (board: Board, past: Board, what: Restore['what'], context: Context): RestoreSteps =>
  asItEnds(board, stepsBack(board, past, what, context), context)
