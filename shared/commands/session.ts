import type { Board, Session } from '../board.ts'
import { type Context, isStranger } from '../context.ts'
import { byTeam, type Decision, refuse, unlessBlocked } from '../decision.ts'
import type { BoardEvent, SessionChanges } from '../events.ts'
import { evolve } from '../evolve.ts'
import type { PersonId, SessionId } from '../ids.ts'
import { placeAt } from '../judge.ts'
import { limits } from '../limits.ts'
import type { Attempt } from '../rules/rule.ts'
import { insideOf } from '../together.ts'
import { cleanLine, cleanText, cleanWords } from '../words.ts'
import { alsoInside, goesBack, ownHostsOnly, takenOut } from './merge.ts'
import { heldPlace } from './places.ts'
import type { Edit, Lock, Propose, Unlock, Withdraw } from './session.schema.ts'

/** What a command says of a session, as it is kept: texts cleaned, only the fields that were given. */
const saidIn = (command: Propose | Edit): SessionChanges => ({
  ...(command.title === undefined ? {} : { title: cleanLine(command.title) }),
  ...(command.description === undefined ? {} : { description: cleanText(command.description) }),
  ...(command.hosts === undefined ? {} : { hosts: command.hosts }),
  ...(command.collectiveId === undefined ? {} : { collectiveId: command.collectiveId }),
  ...(command.format === undefined ? {} : { format: command.format }),
  ...(command.tags === undefined ? {} : { tags: cleanWords(command.tags) }),
  ...(command.needs === undefined ? {} : { needs: cleanWords(command.needs) }),
  ...(command.language === undefined ? {} : { language: command.language }),
  ...(command.length === undefined ? {} : { length: command.length }),
  ...(command.expected === undefined ? {} : { expected: command.expected }),
  ...(command.links === undefined ? {} : { links: command.links.map(cleanLine) }),
  ...(command.remarks === undefined ? {} : { remarks: cleanText(command.remarks) }),
})

const blankSession = {
  description: '',
  collectiveId: null,
  format: 'discussion',
  tags: [],
  needs: [],
  language: '',
  length: 1,
  expected: null,
  links: [],
  remarks: '',
  locked: false,
  repeatOf: null,
  merged: null,
} as const satisfies Partial<Session>

/** The session that a proposal would become; also drawn while it is only a draft. */
export const sessionProposed = (command: Propose, context: Context): Session => ({
  ...blankSession,
  id: command.sessionId,
  proposedAt: context.now,
  hosts: command.seeking === true ? [] : [context.actor.personId],
  title: '',
  ...saidIn(command),
})

const sessionsOf = (board: Board, personId: PersonId, but: SessionId): number =>
  [...board.sessions.values()].filter(({ id, hosts }) => id !== but && hosts.includes(personId)).length

/** What cannot be kept of a session as it would be, whoever asks. */
export const sessionFault = (board: Board, session: Session, context: Context): Decision | null => {
  if (session.title === '') return refuse('empty-text')
  if (session.hosts.some((id) => isStranger(context, id))) return refuse('unknown-person')
  if (context.actor.role === 'participant') {
    const limit = limits.sessionsPerPerson
    if (session.hosts.some((id) => sessionsOf(board, id, session.id) >= limit)) return refuse('too-many', { limit })
  }
  if (session.collectiveId !== null && !board.collectives.has(session.collectiveId)) return refuse('unknown-collective')
  const limit = limits.sessions
  return board.sessions.size >= limit && !board.sessions.has(session.id) ? refuse('too-many', { limit }) : null
}

/** No session has this id, nor ever had. */
export const isNewId = (board: Board, id: SessionId): boolean => !board.sessions.has(id) && !board.withdrawn.has(id)

/** The event of a new session: when that is, is its entry's own time, and it stands for itself. */
export const proposed = ({ proposedAt: _, merged: __, ...session }: Session): BoardEvent => ({
  type: 'session-proposed',
  session,
})

/** Subjects that seek a host count for nobody, and still may not fill the board. */
const hasRoomForSeeking = (board: Board, { actor }: Context): boolean =>
  actor.role === 'facilitator' ||
  [...board.sessions.values()].filter(({ hosts }) => hosts.length === 0).length < limits.seekingSessions

/** Anybody may propose what they do not host where it names no host at all: somebody is sought who does (O12). */
export const decidePropose = (board: Board, command: Propose, context: Context): Decision => {
  if (!isNewId(board, command.sessionId)) return refuse('already-exists')
  const session = sessionProposed(command, context)
  const wrong = sessionFault(board, session, context)
  if (wrong !== null) return wrong
  const isSeeking = session.hosts.length === 0
  if (isSeeking && !hasRoomForSeeking(board, context)) return refuse('too-many', { limit: limits.seekingSessions })
  const attempt: Attempt = { board, context, action: 'propose', session, before: null, place: null }
  return unlessBlocked(attempt, [proposed(session)])
}

/**
 * An edit leaves a placed session where it is, and asks of its place only what changed: new co-hosts may be busy, another
 * collective too, and a longer one claims the slots behind it.
 */
export const decideEdit = (board: Board, command: Edit, context: Context): Decision => {
  const before = board.sessions.get(command.sessionId)
  if (before === undefined) return refuse('unknown-session')
  const changes = saidIn(command)
  const session: Session = { ...before, ...changes }
  const wrong = sessionFault(board, session, context) ?? ownHostsOnly(board, before, context)
  if (wrong !== null) return wrong
  const edited: BoardEvent = { type: 'session-edited', sessionId: before.id, changes }
  const place = heldPlace(board, before)
  const first = place?.slots[0]
  if (place === null || first === undefined || session.length === before.length) {
    const asked = changes.hosts === undefined && changes.collectiveId === undefined ? null : place
    const decision = unlessBlocked({ board, context, action: 'edit', session, before, place: asked }, [edited])
    return changes.hosts === undefined ? decision : alsoInside(board, session, context, decision)
  }
  const longer = placeAt(board, place.room, first.id, session.length)
  const slotIds = longer?.slots.map((slot) => slot.id) ?? []
  const placed: BoardEvent = { type: 'session-placed', sessionId: before.id, roomId: place.room.id, slotIds }
  return unlessBlocked({ board, context, action: 'place', session, before, place: longer }, [edited, placed])
}

/** What was held inside a session comes out first, each back to its own cell where it can (O8). */
export const decideWithdraw = (board: Board, command: Withdraw, context: Context): Decision => {
  const session = board.sessions.get(command.sessionId)
  if (session === undefined) return refuse('unknown-session')
  const fold = (events: readonly BoardEvent[], on: Board): Board =>
    events.reduce((folded, event) => evolve(folded, event, context.now), on)
  const inside = insideOf(board, session.id)
  const out = takenOut(board, session.id)
  const ground = fold(out, board)
  const events: BoardEvent[] = [...out, { type: 'session-withdrawn', sessionId: session.id }]
  for (const each of inside) events.push(...goesBack(fold(events, board), each, context))
  return unlessBlocked({ board: ground, context, action: 'withdraw', session, before: session, place: null }, events)
}

export const decideLock = (board: Board, command: Lock | Unlock, context: Context): Decision => {
  const session = board.sessions.get(command.sessionId)
  if (session === undefined) return refuse('unknown-session')
  const type = command.type === 'lock' ? 'session-locked' : 'session-unlocked'
  return byTeam(board, context, [{ type, sessionId: session.id }])
}
