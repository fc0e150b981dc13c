import type { Board, Session } from '../board.ts'
import type { Context } from '../context.ts'
import { type Decision, refuse, unlessBlocked } from '../decision.ts'
import type { BoardEvent } from '../events.ts'
import type { StepBack, TakeOver } from './hosting.schema.ts'
import { alsoInside } from './merge.ts'
import { heldPlace } from './places.ts'
import { sessionFault } from './session.ts'

const hostedBy = ({ id }: Session, hosts: Session['hosts']): BoardEvent => ({
  type: 'session-edited',
  sessionId: id,
  changes: { hosts },
})

/** Whoever likes the subject becomes the host of a session that has none (O12), where they are free at its place. */
export const decideTakeOver = (board: Board, { sessionId }: TakeOver, context: Context): Decision => {
  const session = board.sessions.get(sessionId)
  if (session === undefined) return refuse('unknown-session')
  if (session.hosts.length > 0) return refuse('has-host')
  const after: Session = { ...session, hosts: [context.actor.personId] }
  const wrong = sessionFault(board, after, context)
  if (wrong !== null) return wrong
  const attempt = {
    board,
    context,
    action: 'edit',
    session: after,
    before: session,
    place: heldPlace(board, session),
  } as const
  return alsoInside(board, after, context, unlessBlocked(attempt, [hostedBy(session, after.hosts)]))
}

/** A host leaves; without one the session seeks a host (O12). Nobody else can do that in their name, not even the team. */
export const decideStepBack = (board: Board, { sessionId }: StepBack, context: Context): Decision => {
  const session = board.sessions.get(sessionId)
  if (session === undefined) return refuse('unknown-session')
  const you = context.actor.personId
  const hosts = session.hosts.filter((id) => id !== you)
  const after: Session = { ...session, hosts }
  const attempt = { board, context, action: 'edit', session: after, before: session, place: null } as const
  const decision = unlessBlocked(attempt, [hostedBy(session, hosts)])
  return decision.type === 'refused' || session.hosts.includes(you) ? decision : refuse('hosts-decide')
}
