import type { Board, OfferKind, Session } from '../board.ts'
import type { Context } from '../context.ts'
import type { BoardEvent } from '../events.ts'
import { evolve } from '../evolve.ts'
import type { CellRef, PersonId, SessionId } from '../ids.ts'
import { placing } from '../judge.ts'
import type { Fault, Finding } from '../refusals.ts'
import type { Attempt } from '../rules/rule.ts'
import { insideOf } from '../together.ts'
import { judgedAs, speakersOf, together } from './consent.ts'
import { cellOf, heldPlace, placed } from './places.ts'

/** Two sessions and what is to become of them. */
export interface Wish {
  readonly kind: OfferKind
  readonly fromId: SessionId
  readonly toId: SessionId
  /** Who made the offer. */
  readonly by: PersonId
}

/** What an offer comes to for one of its sessions: a cell, the tray, or where it is already. */
interface Part {
  readonly session: Session
  readonly goal: CellRef | 'tray' | 'stays'
  readonly events: readonly BoardEvent[]
}

const goesTo = (board: Board, session: Session, goal: CellRef): Part => ({
  session,
  goal,
  events: placed(board, session, goal),
})

const toTray = (session: Session): Part => ({
  session,
  goal: 'tray',
  events: [{ type: 'session-released', sessionId: session.id }],
})

/** The first goes into the second, which takes over its cell where it has none itself. */
const merged = (board: Board, from: Session, to: Session, cell: CellRef | null): readonly Part[] => {
  const lent = cell !== null && !board.placements.has(to.id)
  const leaves: Part = cell === null ? { session: from, goal: 'stays', events: [] } : toTray(from)
  const joined: BoardEvent = { type: 'session-merged', sessionId: from.id, merged: { intoId: to.id, cell, lent } }
  return [
    { ...leaves, events: [...leaves.events, joined] },
    lent ? goesTo(board, to, cell) : { session: to, goal: 'stays', events: [] },
  ]
}

const partsOf = (board: Board, { kind, fromId, toId }: Wish): readonly Part[] | Fault => {
  const from = board.sessions.get(fromId)
  const to = board.sessions.get(toId)
  if (from === undefined || to === undefined) return 'unknown-session'
  if (from.merged !== null || to.merged !== null) return 'already-merged'
  if (from === to) return 'no-such-offer'
  const fromCell = cellOf(board, fromId)
  const toCell = cellOf(board, toId)
  switch (kind) {
    case 'swap':
      if (fromCell === null || toCell === null) return 'no-such-offer'
      return [goesTo(board, from, toCell), goesTo(board, to, fromCell)]
    case 'yield':
      return fromCell === null ? 'no-such-offer' : [toTray(from), goesTo(board, to, fromCell)]
    case 'merge':
      return insideOf(board, fromId).length > 0 ? 'already-merged' : merged(board, from, to, fromCell)
    default:
      return kind satisfies never
  }
}

const attemptOf = (board: Board, context: Context, { session, goal }: Part): Attempt | null => {
  if (goal === 'tray') return { board, context, action: 'release', session, before: session, place: null }
  if (goal !== 'stays') return placing({ board, context }, session, goal)
  return { board, context, action: 'edit', session, before: session, place: heldPlace(board, session) }
}

/**
 * What an offer would do if it were accepted now: each session is judged in its own hosts' name, on the board on which
 * the other has gone already (O4).
 */
export const exchange = (
  board: Board,
  wish: Wish,
  context: Context,
): { readonly events: readonly BoardEvent[]; readonly findings: readonly Finding[] } | Fault => {
  const parts = partsOf(board, wish)
  if (typeof parts === 'string') return parts
  const findings: (readonly Finding[])[] = []
  for (const part of parts) {
    const others = parts.filter((other) => other !== part).flatMap(({ events }) => events)
    const ground = others.reduce((folded, event) => evolve(folded, event, context.now), board)
    const attempt = attemptOf(ground, context, part)
    if (attempt === null) return 'no-such-offer'
    const speakers = speakersOf(board, part.session, context, wish.by)
    findings.push(judgedAs(speakers, context, (as) => ({ ...attempt, origin: board, context: as })))
  }
  return { events: parts.flatMap(({ events }) => events), findings: together(findings) }
}
