import type { Board } from './board.ts'
import type { Loss } from './commands/drop-out.schema.ts'
import { cellOf } from './commands/places.ts'
import type { Context } from './context.ts'
import { type CellRef, cellKey, type SessionId } from './ids.ts'
import { isBlocked } from './judge.ts'
import { judgedAt, withSpots } from './mend/ground.ts'
import { damageOf } from './mend/loss.ts'
import { optionsOn, type Spot, spotOf } from './mend/options.ts'
import { reasonsOf } from './mend/reasons.ts'
import { findPlan, type Outcome } from './mend/search.ts'
import { type Fixed, type Start, startOf } from './mend/start.ts'
import type { Finding } from './refusals.ts'
import { finished, type Steps } from './steps.ts'

/** One session goes to another cell. */
export interface MendMove {
  readonly sessionId: SessionId
  readonly from: CellRef
  /** Null where the person parked it: the plan itself parks nobody. */
  readonly to: CellRef | null
  /** What is to be known of its new place. */
  readonly findings: readonly Finding[]
  /** It lost its place, or it makes room for another. */
  readonly why: 'lost' | 'makes-room'
}

/** A session that fits nowhere, and the rules that stand against it, the most frequent first. */
export interface Homeless {
  readonly sessionId: SessionId
  readonly from: CellRef
  readonly findings: readonly Finding[]
}

/** How a loss can be mended; what `drop-out` is sent with. */
export interface MendPlan {
  /** Those that lost their place first, in time order, then those that make room. */
  readonly moves: readonly MendMove[]
  readonly homeless: readonly Homeless[]
}

const nothing: MendPlan = { moves: [], homeless: [] }
/** How often a plan is made anew without a cell that the rules turn out to refuse. */
const attempts = 12

const cellName = (id: SessionId, { roomId, slotId }: CellRef): string => `${id} ${cellKey(roomId, slotId)}`

/** The plan that the search finds, without what the rules refuse on the board that it ends with. */
function* soundPlan(
  start: Start,
  after: Board,
  origins: ReadonlyMap<SessionId, Spot>,
  context: Context,
): Steps<Outcome> {
  const refused = new Set<string>()
  const every = optionsOn(start.ground, origins, context)
  function* optionsOf(id: SessionId): Steps<readonly Spot[]> {
    const options = yield* every(id)
    return refused.size === 0 ? options : options.filter((spot) => !refused.has(cellName(id, spot)))
  }
  const wrongIn = ({ spots, movers }: Outcome): readonly (readonly [SessionId, Spot])[] => {
    const board = withSpots(after, spots, context)
    return movers.flatMap((id) => {
      const spot = spots.get(id)
      return spot !== undefined && isBlocked(judgedAt(board, context, id, spot)) ? [[id, spot] as const] : []
    })
  }
  for (let n = 0; ; n += 1) {
    // Chains are given up where the rules speak of more than who is where.
    const isLate = n >= attempts
    const outcome = yield* findPlan({ ...start, optionsOf, ...(isLate ? { mayMove: () => false } : {}) })
    const wrong = wrongIn(outcome)
    if (wrong.length === 0) return outcome
    for (const [id, spot] of wrong) refused.add(cellName(id, spot))
  }
}

/** `mendPlan` in small steps: where many others wait, as on the server, they go first between two of them. */
export function* mendSteps(board: Board, loss: Loss, context: Context, fixed: Fixed = []): Steps<MendPlan> {
  const damage = damageOf(board, loss, context)
  if (typeof damage === 'string') return nothing
  const { after, displaced } = damage
  yield
  const origins = new Map([...board.placements].map(([id, placement]) => [id, spotOf(placement)]))
  const start = startOf(after, displaced, fixed, context)
  yield
  const { spots, movers, homeless } = yield* soundPlan(start, after, origins, context)
  const final = withSpots(after, spots, context)
  const lost = new Set(displaced)
  const moveOf = (sessionId: SessionId, to: CellRef | null): readonly MendMove[] => {
    const from = cellOf(board, sessionId)
    if (from === null) return []
    const findings = to === null ? [] : judgedAt(final, context, sessionId, to)
    return [{ sessionId, from, to, findings, why: lost.has(sessionId) ? 'lost' : 'makes-room' }]
  }
  const moves = [
    ...fixed.flatMap(({ sessionId, to }) => moveOf(sessionId, to)),
    ...movers.flatMap((id) => {
      const spot = spots.get(id)
      return spot === undefined ? [] : moveOf(id, { roomId: spot.roomId, slotId: spot.slotId })
    }),
  ]
  const begins = ({ sessionId }: MendMove): number => origins.get(sessionId)?.start ?? 0
  const turn = ({ why }: MendMove): number => (why === 'lost' ? 0 : 1)
  const nowhere: Homeless[] = []
  for (const sessionId of homeless) {
    yield
    const from = cellOf(board, sessionId)
    if (from === null) continue
    nowhere.push({ sessionId, from, findings: yield* reasonsOf(final, context, sessionId, origins.get(sessionId)) })
  }
  return { moves: moves.sort((a, b) => turn(a) - turn(b) || begins(a) - begins(b)), homeless: nowhere }
}

/**
 * Mends a loss: every session that loses its place gets another one where that can be, with the fewest moves in all and
 * no new block. Others move only where a chain of moves is the only way; what is locked or has begun never does, unless it
 * lost its own place. Pure and the same everywhere: the desk shows it, and sends it, or another one, with `drop-out`.
 * @param context of the team, without a reason
 * @param fixed what was decided by hand: other cells, or (null) the tray; whoever is in the way there moves on
 */
export const mendPlan = (board: Board, loss: Loss, context: Context, fixed: Fixed = []): MendPlan =>
  finished(mendSteps(board, loss, context, fixed))
