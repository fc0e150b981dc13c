import type { Board } from '../board.ts'
import type { Context } from '../context.ts'
import { byTeam, type Decision, refuse } from '../decision.ts'
import type { BoardEvent } from '../events.ts'
import { evolve } from '../evolve.ts'
import type { CellRef, SessionId } from '../ids.ts'
import { placing } from '../judge.ts'
import { damageOf } from '../mend/loss.ts'
import type { DropOut } from './drop-out.schema.ts'
import { placed } from './places.ts'
import { type Trial, unlessOneIsBlocked } from './trials.ts'

const fold = (board: Board, events: readonly BoardEvent[], { now }: Context): Board =>
  events.reduce((folded, event) => evolve(folded, event, now), board)

/** A session's own move, on the board on which all others have made theirs. */
const trialOf = (
  after: Board,
  ends: Board,
  sessionId: SessionId,
  to: CellRef | null,
  context: Context,
): Trial | null => {
  const session = after.sessions.get(sessionId)
  const present = after.placements.get(sessionId)
  if (session === undefined || present === undefined) return null
  if (to === null) {
    return { attempt: { board: after, context, action: 'release', session, before: session, place: null } }
  }
  const board = { ...ends, placements: new Map(ends.placements).set(sessionId, present) }
  const attempt = placing({ board, context }, session, to)
  return attempt === null ? null : { attempt }
}

/**
 * Closes what is lost and moves or parks whoever was there, and whoever makes room for them, in one entry: first all leave,
 * then all arrive. Each place is judged on the board that it ends with.
 */
export const decideDropOut = (board: Board, command: DropOut, context: Context): Decision => {
  const gate = byTeam(board, context, [])
  if (gate.type === 'refused') return gate
  const damage = damageOf(board, command.loss, context)
  if (typeof damage === 'string') return refuse(damage)
  const { events: lost, after, displaced } = damage
  if (lost.length === 0) return refuse('already-so')
  const moves = new Map(command.moves.map(({ sessionId, to }) => [sessionId, to]))
  const homeless = displaced.filter((id) => !moves.has(id))
  if (homeless.length > 0) return refuse('still-homeless', { count: homeless.length })
  for (const [sessionId, to] of moves) {
    if (!board.sessions.has(sessionId)) return refuse('unknown-session')
    if (!board.placements.has(sessionId)) return refuse('not-placed')
    if (to !== null && !board.rooms.has(to.roomId)) return refuse('unknown-room')
    if (to !== null && !board.slots.has(to.slotId)) return refuse('unknown-slot')
  }
  const leave: readonly BoardEvent[] = [...moves.keys()].map((sessionId) => ({ type: 'session-released', sessionId }))
  const cleared = fold(after, leave, context)
  const arrive = [...moves].flatMap(([sessionId, to]) => {
    const session = cleared.sessions.get(sessionId)
    return session === undefined || to === null ? [] : placed(cleared, session, to)
  })
  const ends = fold(cleared, arrive, context)
  const trials = [...moves].flatMap(([sessionId, to]) => trialOf(after, ends, sessionId, to, context) ?? [])
  return unlessOneIsBlocked(trials, [...lost, ...leave, ...arrive], context)
}
