import type { Board, Session } from '../board.ts'
import { type Context, isStranger } from '../context.ts'
import { byTeam, type Decision, refuse, unlessBlocked } from '../decision.ts'
import type { BoardEvent } from '../events.ts'
import type { PersonId, SessionId } from '../ids.ts'
import { placeAt } from '../judge.ts'
import { limits } from '../limits.ts'
import type { Attempt, Place } from '../rules/rule.ts'
import { cleanLine, cleanText, cleanWords } from '../words.ts'
import type { Edit, Lock, Propose, Unlock, Withdraw } from './session.schema.ts'

type Said = Partial<Omit<Session, 'id' | 'locked'>>

/** What a command says of a session, as it is kept: texts cleaned, only the fields that were given. */
const saidIn = (command: Propose | Edit): Said => ({
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
  ...(command.links === undefined ? {} : { links: command.links }),
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
} as const satisfies Partial<Session>

/** The session that a proposal would become; also drawn while it is only a draft. */
export const sessionProposed = (command: Propose, context: Context): Session => ({
  ...blankSession,
  id: command.sessionId,
  hosts: [context.actor.personId],
  title: '',
  ...saidIn(command),
})

const sessionsOf = (board: Board, personId: PersonId, but: SessionId): number =>
  [...board.sessions.values()].filter(({ id, hosts }) => id !== but && hosts.includes(personId)).length

const faultOf = (board: Board, session: Session, context: Context): Decision | null => {
  if (session.title === '') return refuse('empty-text')
  if (session.hosts.some((id) => isStranger(context, id))) return refuse('unknown-person')
  if (context.actor.role === 'participant') {
    const limit = limits.sessionsPerPerson
    if (session.hosts.some((id) => sessionsOf(board, id, session.id) >= limit)) return refuse('too-many', { limit })
  }
  if (session.collectiveId !== null && !board.collectives.has(session.collectiveId)) return refuse('unknown-collective')
  return null
}

export const decidePropose = (board: Board, command: Propose, context: Context): Decision => {
  if (board.sessions.has(command.sessionId) || board.withdrawn.has(command.sessionId)) return refuse('already-exists')
  const session = sessionProposed(command, context)
  const wrong = faultOf(board, session, context)
  if (wrong !== null) return wrong
  if (board.sessions.size >= limits.sessions) return refuse('too-many', { limit: limits.sessions })
  const attempt: Attempt = { board, context, action: 'propose', session, before: null, place: null }
  return unlessBlocked(attempt, [{ type: 'session-proposed', session }])
}

/** The place that a session has, as it is: its slots may have changed around it since. */
const placeOf = (board: Board, sessionId: SessionId): Place | null => {
  const placement = board.placements.get(sessionId)
  const room = board.rooms.get(placement?.roomId ?? '')
  if (placement === undefined || room === undefined) return null
  const slots = placement.slotIds.flatMap((id) => board.slots.get(id) ?? [])
  return { room, slots, start: placement.start, end: placement.end, fits: true }
}

/**
 * An edit leaves a placed session where it is, and asks of its place only what changed: new co-hosts may be busy, and a
 * longer one claims the slots behind it.
 */
export const decideEdit = (board: Board, command: Edit, context: Context): Decision => {
  const before = board.sessions.get(command.sessionId)
  if (before === undefined) return refuse('unknown-session')
  const changes = saidIn(command)
  const session: Session = { ...before, ...changes }
  const wrong = faultOf(board, session, context)
  if (wrong !== null) return wrong
  const edited: BoardEvent = { type: 'session-edited', sessionId: before.id, changes }
  const place = placeOf(board, before.id)
  const first = place?.slots[0]
  if (place === null || first === undefined || session.length === before.length) {
    const asked = changes.hosts === undefined ? null : place
    return unlessBlocked({ board, context, action: 'edit', session, before, place: asked }, [edited])
  }
  const longer = placeAt(board, place.room, first.id, session.length)
  const slotIds = longer?.slots.map((slot) => slot.id) ?? []
  const placed: BoardEvent = { type: 'session-placed', sessionId: before.id, roomId: place.room.id, slotIds }
  return unlessBlocked({ board, context, action: 'place', session, before, place: longer }, [edited, placed])
}

export const decideWithdraw = (board: Board, command: Withdraw, context: Context): Decision => {
  const session = board.sessions.get(command.sessionId)
  if (session === undefined) return refuse('unknown-session')
  return unlessBlocked({ board, context, action: 'withdraw', session, before: session, place: null }, [
    { type: 'session-withdrawn', sessionId: session.id },
  ])
}

export const decideLock = (board: Board, command: Lock | Unlock, context: Context): Decision => {
  const session = board.sessions.get(command.sessionId)
  if (session === undefined) return refuse('unknown-session')
  const type = command.type === 'lock' ? 'session-locked' : 'session-unlocked'
  return byTeam(board, context, [{ type, sessionId: session.id }])
}
