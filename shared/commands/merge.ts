import type { Board, Session } from '../board.ts'
import type { Actor, Context } from '../context.ts'
import { accept, type Decision, refuse, unlessBlocked } from '../decision.ts'
import type { BoardEvent } from '../events.ts'
import { evolve } from '../evolve.ts'
import type { SessionId } from '../ids.ts'
import { placing, refusing } from '../judge.ts'
import type { Finding } from '../refusals.ts'
import { carrierOf, hostsOf, insideOf } from '../together.ts'
import { judgedAs, refusalBy, speakersOf, together } from './consent.ts'
import type { Unmerge } from './hosting.schema.ts'
import { cellOf, heldPlace, placed } from './places.ts'

const folded = (board: Board, events: readonly BoardEvent[], context: Context): Board =>
  events.reduce((next, event) => evolve(next, event, context.now), board)

/** What is inside a session comes out; where each of them goes is another matter. */
export const takenOut = (board: Board, sessionId: SessionId): readonly BoardEvent[] =>
  insideOf(board, sessionId).map(({ id }) => ({ type: 'session-unmerged', sessionId: id }))

/** In whose name a session goes back: the team acts for itself, as it may place any. */
const movers = (board: Board, session: Session, context: Context): readonly Actor[] =>
  context.actor.role === 'facilitator' ? [context.actor] : speakersOf(board, session, context)

/** A session goes back to the cell that it had before it was merged; none where anything stands against it now. */
export const goesBack = (board: Board, session: Session, context: Context): readonly BoardEvent[] => {
  const cell = session.merged?.cell ?? null
  const alone = { ...session, merged: null }
  const attempt = cell === null ? null : placing({ board, context }, alone, cell)
  if (cell === null || attempt === null) return []
  const findings = judgedAs(movers(board, alone, context), context, (as) => ({ ...attempt, context: as }))
  return refusing(findings, context) === undefined ? placed(board, alone, cell) : []
}

/** The carrier still has the cell that it was lent. */
const hasLent = (board: Board, { merged }: Session): boolean => {
  if (merged === null || !merged.lent || merged.cell === null) return false
  const cell = cellOf(board, merged.intoId)
  return cell?.roomId === merged.cell.roomId && cell.slotId === merged.cell.slotId
}

const givesBack = (board: Board, carrier: Session, context: Context): readonly BoardEvent[] => {
  const leaving = { board, action: 'release', session: carrier, before: carrier, place: null } as const
  const findings = judgedAs(movers(board, carrier, context), context, (as) => ({ ...leaving, context: as }))
  return refusing(findings, context) === undefined ? [{ type: 'session-released', sessionId: carrier.id }] : []
}

/** Both as they were, as far as the rules allow: nobody loses a place for nothing, and nobody is kept together by force. */
const apart = (board: Board, session: Session, carrier: Session, context: Context): readonly BoardEvent[] => {
  const out: readonly BoardEvent[] = [{ type: 'session-unmerged', sessionId: session.id }]
  const ground = folded(board, out, context)
  if (!hasLent(board, session)) return [...out, ...goesBack(ground, session, context)]
  const given = givesBack(ground, carrier, context)
  if (given.length === 0) return out
  const back = goesBack(folded(ground, given, context), session, context)
  return back.length === 0 ? out : [...out, ...given, ...back]
}

/**
 * Any host of either takes them apart at any time, or the team (O8). The one that was inside goes back to its cell where
 * nothing stands against it, or else to the tray; a cell that it had lent is given back.
 */
export const decideUnmerge = (board: Board, { sessionId }: Unmerge, context: Context): Decision => {
  const session = board.sessions.get(sessionId)
  if (session === undefined) return refuse('unknown-session')
  if (session.merged === null) return refuse('not-merged')
  const carrier = carrierOf(board, session)
  const alone = folded(board, [{ type: 'session-unmerged', sessionId }, ...takenOut(board, carrier.id)], context)
  const own = session.hosts.includes(context.actor.personId) ? session : carrier
  return unlessBlocked(
    { board: alone, context, action: 'edit', session: own, before: own, place: null },
    apart(board, session, carrier, context),
  )
}

/** What stands against a session's new hosts where it is held inside another: they must be free at its place (O9). */
const againstHosts = (board: Board, session: Session, context: Context): readonly Finding[] => {
  const ground = { ...board, sessions: new Map(board.sessions).set(session.id, session) }
  const carrier = carrierOf(ground, session)
  const place = carrier === session ? null : heldPlace(board, carrier)
  if (place === null) return []
  const attempt = { board: ground, action: 'edit', session: carrier, before: carrier, place } as const
  return judgedAs(speakersOf(ground, carrier, context), context, (as) => ({ ...attempt, context: as }))
}

/** A decision about a session's hosts that also holds where it is held inside another. */
export const alsoInside = (board: Board, after: Session, context: Context, decision: Decision): Decision => {
  if (decision.type === 'refused' || after.merged === null) return decision
  const findings = together([decision.findings, againstHosts(board, after, context)])
  const worst = refusing(findings, context)
  return worst === undefined
    ? accept(decision.events, findings)
    : { type: 'refused', refusal: refusalBy(worst, findings) }
}

/** Whether what a session says of itself is its own hosts' to change: those of a session inside it only share its place. */
export const ownHostsOnly = (board: Board, session: Session, context: Context): Decision | null => {
  if (hostsOf(board, session) === session.hosts) return null
  const ground = folded(board, takenOut(board, session.id), context)
  const gate = unlessBlocked({ board: ground, context, action: 'edit', session, before: session, place: null }, [])
  return gate.type === 'refused' ? gate : null
}
