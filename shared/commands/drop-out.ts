import type { Board } from '../board.ts'
import type { Context } from '../context.ts'
import { byTeam, type Decision, refuse } from '../decision.ts'
import type { BoardEvent } from '../events.ts'
import { evolve } from '../evolve.ts'
import type { CellRef, SessionId } from '../ids.ts'
import { placing } from '../judge.ts'
import { damageOf } from '../mend/loss.ts'
import type { DropOut } from './drop-out.schema.ts'
import { placed, stillFrom } from './places.ts'
import { type Trial, unlessOneIsBlocked } from './trials.ts'

const fold = (board: Board, events: readonly BoardEvent[], { now }: Context): Board =>
  events.reduce((folded, event) => evolve(folded, event, now), board)

/** What a drop-out does, and what is tried for each session that it moves or parks. */
export interface DropOutSteps {
  readonly events: readonly BoardEvent[]
  readonly trials: readonly (Trial & { readonly sessionId: SessionId })[]
}

/** A session's own move, on the board on which all others have made theirs. */
const trialOf = (
  after: Board,
  ends: Board,
  sessionId: SessionId,
  to: CellRef | null,
  context: Context,
): readonly (Trial & { readonly sessionId: SessionId })[] => {
  const session = after.sessions.get(sessionId)
  if (session === undefined || !after.placements.has(sessionId)) return []
  if (to === null) {
    return [{ sessionId, attempt: { board: after, context, action: 'release', session, before: session, place: null } }]
  }
  const attempt = placing({ board: stillFrom(after, ends, sessionId), context }, session, to)
  return attempt === null ? [] : [{ sessionId, attempt }]
}

/** First all leave, then all arrive: each place is judged on the board that it ends with. A fault where that can't be. */
export const dropOutSteps = (board: Board, command: DropOut, context: Context): DropOutSteps | Decision => {
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
  return {
    events: [...lost, ...leave, ...arrive],
    trials: [...moves].flatMap(([sessionId, to]) => trialOf(after, ends, sessionId, to, context)),
  }
}

/** Closes what is lost and moves or parks whoever was there, and whoever makes room for them, in one entry. */
export const decideDropOut = (board: Board, command: DropOut, context: Context): Decision => {
  const gate = byTeam(board, context, [])
  if (gate.type === 'refused') return gate
  const steps = dropOutSteps(board, command, context)
  return 'trials' in steps ? unlessOneIsBlocked(steps.trials, steps.events, context) : steps
}
