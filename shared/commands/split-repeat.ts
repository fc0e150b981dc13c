import type { Board, Session } from '../board.ts'
import type { Context } from '../context.ts'
import { type Decision, refuse, unlessBlocked } from '../decision.ts'
import type { BoardEvent } from '../events.ts'
import { evolve } from '../evolve.ts'
import type { PersonId, SessionId } from '../ids.ts'
import { placing } from '../judge.ts'
import { cleanLine } from '../words.ts'
import type { Repeat, Split } from './hosting.schema.ts'
import { ownHostsOnly } from './merge.ts'
import { placed } from './places.ts'
import { isNewId, proposed, sessionFault } from './session.ts'

/** A session beside another: what it says is the same, and it is parked. */
const beside = (session: Session, id: SessionId, context: Context, changes: Partial<Session>): Session => ({
  ...session,
  id,
  locked: false,
  proposedAt: context.now,
  repeatOf: null,
  merged: null,
  ...changes,
})

/** Proposed by those who may change the one that it comes of. */
const asProposal = (
  board: Board,
  made: Session,
  before: Session,
  context: Context,
  events: readonly BoardEvent[],
): Decision =>
  ownHostsOnly(board, before, context) ??
  sessionFault(board, made, context) ??
  unlessBlocked({ board, context, action: 'propose', session: made, before, place: null }, events)

/** Who hosts the two halves; null where that is no way to share them out. */
const shared = (
  { hosts }: Session,
  wanted: readonly PersonId[],
  you: PersonId,
): { readonly stay: readonly PersonId[]; readonly go: readonly PersonId[] } | null => {
  if (wanted.length === 0) return { stay: hosts, go: hosts.includes(you) ? [you] : hosts }
  const stay = hosts.filter((id) => !wanted.includes(id))
  return stay.length === 0 || wanted.some((id) => !hosts.includes(id)) ? null : { stay, go: wanted }
}

/**
 * Two sessions of one (O10): the new one is parked and says the same under a title of its own. Named hosts go with it and
 * at least one stays; where none is named, who splits it hosts both, or, if that is the team, the hosts do.
 */
export const decideSplit = (board: Board, command: Split, context: Context): Decision => {
  const { sessionId, newId } = command
  const session = board.sessions.get(sessionId)
  if (session === undefined) return refuse('unknown-session')
  if (!isNewId(board, newId)) return refuse('already-exists')
  const hosts = shared(session, command.hosts, context.actor.personId)
  if (hosts === null) return refuse('hosts-to-share')
  const made = beside(session, newId, context, { title: cleanLine(command.title), hosts: hosts.go })
  const stays: readonly BoardEvent[] =
    hosts.stay.length === session.hosts.length
      ? []
      : [{ type: 'session-edited', sessionId, changes: { hosts: hosts.stay } }]
  return asProposal(board, made, session, context, [proposed(made), ...stays])
}

/** The same again (O11), linked to the first of its kind; where a cell is named it is claimed in the same entry. */
export const decideRepeat = (board: Board, command: Repeat, context: Context): Decision => {
  const { sessionId, newId, roomId, slotId } = command
  const session = board.sessions.get(sessionId)
  if (session === undefined) return refuse('unknown-session')
  if (!isNewId(board, newId)) return refuse('already-exists')
  const made = beside(session, newId, context, { repeatOf: session.repeatOf ?? session.id })
  const parked = asProposal(board, made, session, context, [proposed(made)])
  if (parked.type === 'refused' || (roomId === undefined && slotId === undefined)) return parked
  const ground = parked.events.reduce((folded, event) => evolve(folded, event, context.now), board)
  if (!ground.rooms.has(roomId ?? '')) return refuse('unknown-room')
  const cell = { roomId: roomId ?? '', slotId: slotId ?? '' }
  const attempt = placing({ board: ground, context }, made, cell)
  if (attempt === null) return refuse('unknown-slot')
  return unlessBlocked(attempt, [...parked.events, ...placed(ground, made, cell)])
}
