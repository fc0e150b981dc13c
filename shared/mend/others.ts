import { alternatives } from '../alternatives.ts'
import type { Board } from '../board.ts'
import type { Loss } from '../commands/drop-out.schema.ts'
import type { Context } from '../context.ts'
import type { CellRef, SessionId } from '../ids.ts'
import type { Finding } from '../refusals.ts'
import type { Steps } from '../steps.ts'
import { judgedAt, withSpots } from './ground.ts'
import { damageOf } from './loss.ts'
import { type Spot, spotOf } from './options.ts'
import { spotAt } from './start.ts'

/** Another cell that a session of a plan could be sent to, and what is to be known of it there. */
export interface Other extends CellRef {
  /** Worst first; none of them blocks. */
  readonly findings: readonly Finding[]
}

/** One session of a plan: where it is, and where the plan sends it; null is the tray. */
export interface Going {
  readonly sessionId: SessionId
  readonly from: CellRef
  readonly to: CellRef | null
}

/** Other cells that are offered for one session. */
const offered = 12

/** The board as it would be with a plan: what is offered is free then, and judged beside those who have moved. */
const boardWith = (board: Board, loss: Loss, plan: readonly Going[], context: Context): Board => {
  const damage = damageOf(board, loss, context)
  if (typeof damage === 'string') return board
  const { after } = damage
  const spots = new Map<SessionId, Spot>([...after.placements].map(([id, placement]) => [id, spotOf(placement)]))
  for (const { sessionId, to } of plan) {
    const spot = spotAt(after, context, sessionId, to)
    if (spot === null) spots.delete(sessionId)
    else spots.set(sessionId, spot)
  }
  return withSpots(after, spots, context)
}

/** `othersOf` in small steps, one for each session. */
export function* othersSteps(
  board: Board,
  loss: Loss,
  plan: readonly Going[],
  context: Context,
): Steps<ReadonlyMap<SessionId, readonly Other[]>> {
  const final = boardWith(board, loss, plan, context)
  const others = new Map<SessionId, readonly Other[]>()
  for (const { sessionId, from } of plan) {
    yield
    const session = final.sessions.get(sessionId)
    const cells = session === undefined ? [] : alternatives(final, session, from, context, offered)
    others.set(
      sessionId,
      cells.map((cell) => ({ ...cell, findings: judgedAt(final, context, sessionId, cell) })),
    )
  }
  return others
}
