import { alternatives } from '../../shared/alternatives.ts'
import type { Board } from '../../shared/board.ts'
import type { Loss } from '../../shared/commands/drop-out.schema.ts'
import type { Context } from '../../shared/context.ts'
import { evolve } from '../../shared/evolve.ts'
import type { CellRef, SessionId } from '../../shared/ids.ts'
import { placing } from '../../shared/judge.ts'
import type { Language } from '../../shared/language.ts'
import { damageOf } from '../../shared/mend/loss.ts'
import type { MendPlan } from '../../shared/mend.ts'
import type { MendPlanJson } from '../../shared/preview.ts'
import type { RefusalJson } from '../../shared/protocol.ts'
import { findingsJson } from '../../shared/sentences.ts'

/** One session of a plan, and where it goes; null is the tray. */
export interface Line {
  readonly sessionId: SessionId
  readonly from: CellRef
  readonly to: CellRef | null
  readonly findings: RefusalJson['findings']
  readonly why: 'lost' | 'makes-room' | 'homeless'
}

/** A plan as the server gives it, or as it is made here. */
export type WordedPlan = Pick<MendPlanJson, 'moves' | 'homeless'>

/** A plan with its findings in words. */
export const worded = ({ moves, homeless }: MendPlan, language: Language): WordedPlan => ({
  moves: moves.map((move) => ({ ...move, findings: findingsJson(move.findings, language) })),
  homeless: homeless.map((each) => ({ ...each, findings: findingsJson(each.findings, language) })),
})

/** Who moves where, those that fit nowhere first. */
export const linesOf = (plan: WordedPlan): readonly Line[] => [
  ...plan.homeless.map((each) => ({ ...each, to: null, why: 'homeless' as const })),
  ...plan.moves,
]

/** Whether two plans do the same. */
export const samePlan = (one: WordedPlan, other: WordedPlan): boolean => said(one) === said(other)

const said = (plan: WordedPlan): string =>
  JSON.stringify(linesOf(plan).map(({ sessionId, from, to }) => [sessionId, from, to]))

/** The board as it would be with a plan: the other cells that a line offers are free then. */
export const boardAfter = (board: Board, loss: Loss, lines: readonly Line[], context: Context): Board => {
  const damage = damageOf(board, loss, context)
  if (typeof damage === 'string') return board
  const cleared = lines.reduce(
    (folded, { sessionId }) => evolve(folded, { type: 'session-released', sessionId }, context.now),
    damage.after,
  )
  return lines.reduce((folded, { sessionId, to }) => {
    const session = folded.sessions.get(sessionId)
    const place = session === undefined || to === null ? null : placing({ board: folded, context }, session, to)?.place
    if (place == null || to === null) return folded
    const slotIds = place.slots.map(({ id }) => id)
    return evolve(folded, { type: 'session-placed', sessionId, roomId: to.roomId, slotIds }, context.now)
  }, cleared)
}

/** Other cells that are offered for one line. */
const offered = 12

/** Where one line may go, its own cell first where the best ones do not have it. */
export const cellsFor = (after: Board, line: Line, context: Context): readonly CellRef[] => {
  const session = after.sessions.get(line.sessionId)
  if (session === undefined) return []
  const found = alternatives(after, session, line.from, context, offered)
  const isThere = (cell: CellRef) => cell.roomId === line.to?.roomId && cell.slotId === line.to.slotId
  return line.to === null || found.some(isThere) ? found : [line.to, ...found]
}
