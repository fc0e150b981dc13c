import type { Board, Session } from '../board.ts'
import type { Context } from '../context.ts'
import { byTeam, type Decision, refuse, unlessBlocked } from '../decision.ts'
import type { BoardEvent } from '../events.ts'
import { placeAt } from '../judge.ts'
import { limits } from '../limits.ts'
import type { Attempt } from '../rules/rule.ts'
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

const faultOf = (board: Board, session: Session): Decision | null => {
  if (session.title === '') return refuse('empty-text')
  if (session.collectiveId !== null && !board.collectives.has(session.collectiveId)) return refuse('unknown-collective')
  return null
}

export const decidePropose = (board: Board, command: Propose, context: Context): Decision => {
  if (board.sessions.has(command.sessionId)) return refuse('already-exists')
  const session = sessionProposed(command, context)
  const wrong = faultOf(board, session)
  if (wrong !== null) return wrong
  if (board.sessions.size >= limits.sessions) return refuse('too-many', { limit: limits.sessions })
  const own = [...board.sessions.values()].filter(({ hosts }) => hosts[0] === context.actor.personId).length
  if (context.actor.role === 'participant' && own >= limits.sessionsPerPerson) {
    return refuse('too-many', { limit: limits.sessionsPerPerson })
  }
  const attempt: Attempt = { board, context, action: 'propose', session, before: null, place: null }
  return unlessBlocked(attempt, [{ type: 'session-proposed', session }])
}

/** An edit of a placed session is judged at its place again: new co-hosts may be busy, a longer one may not fit. */
export const decideEdit = (board: Board, command: Edit, context: Context): Decision => {
  const before = board.sessions.get(command.sessionId)
  if (before === undefined) return refuse('unknown-session')
  const changes = saidIn(command)
  const session: Session = { ...before, ...changes }
  const wrong = faultOf(board, session)
  if (wrong !== null) return wrong
  const edited: BoardEvent = { type: 'session-edited', sessionId: before.id, changes }
  const placement = board.placements.get(before.id)
  const room = placement === undefined ? undefined : board.rooms.get(placement.roomId)
  const slotId = placement?.slotIds[0]
  if (room === undefined || slotId === undefined) {
    return unlessBlocked({ board, context, action: 'edit', session, before, place: null }, [edited])
  }
  const place = placeAt(board, room, slotId, session.length)
  if (session.length === before.length) {
    return unlessBlocked({ board, context, action: 'edit', session, before, place }, [edited])
  }
  const slotIds = place?.slots.map((slot) => slot.id) ?? [slotId]
  const placed: BoardEvent = { type: 'session-placed', sessionId: before.id, roomId: room.id, slotIds }
  return unlessBlocked({ board, context, action: 'place', session, before, place }, [edited, placed])
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
