import type { Board } from '../../shared/board.ts'
import type { DropOut, Loss } from '../../shared/commands/drop-out.schema.ts'
import type { Context } from '../../shared/context.ts'
import type { CellRef, SessionId } from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import { damageOf } from '../../shared/mend/loss.ts'
import { type Other, othersSteps } from '../../shared/mend/others.ts'
import { mendPlan } from '../../shared/mend.ts'
import type { InWords, MendPlanJson } from '../../shared/preview.ts'
import type { RefusalJson } from '../../shared/protocol.ts'
import type { Finding } from '../../shared/refusals.ts'
import { findingsJson } from '../../shared/sentences.ts'
import { slotRun } from '../../shared/slots.ts'
import { finished } from '../../shared/steps.ts'
import type { Moving } from './still-stands.ts'

/** One session of a plan, and where it goes; null is the tray. */
export interface Line {
  readonly sessionId: SessionId
  readonly from: CellRef
  readonly to: CellRef | null
  readonly findings: RefusalJson['findings']
  readonly why: 'lost' | 'makes-room' | 'homeless'
  /** Where else it may go, the best first. */
  readonly others: readonly InWords<Other>[]
}

/** A plan as the server gives it, or as it is made here. */
export type WordedPlan = Pick<MendPlanJson, 'moves' | 'homeless'>

/** The plan as far as this device can make it, with where else each could go, in words. */
export const localPlan = (
  board: Board,
  loss: Loss,
  fixed: DropOut['moves'],
  context: Context,
  language: Language,
): WordedPlan => {
  const { moves, homeless } = mendPlan(board, loss, context, fixed)
  const lines = [...moves, ...homeless.map((each) => ({ ...each, to: null }))]
  const others = finished(othersSteps(board, loss, lines, context))
  const inWords = <T extends { readonly findings: readonly Finding[] }>(each: T): InWords<T> => ({
    ...each,
    findings: findingsJson(each.findings, language),
  })
  const othersOf = (sessionId: SessionId) => (others.get(sessionId) ?? []).map(inWords)
  return {
    moves: moves.map((move) => ({ ...inWords(move), others: othersOf(move.sessionId) })),
    homeless: homeless.map((each) => ({ ...inWords(each), others: othersOf(each.sessionId) })),
  }
}

/** Who moves where, those that fit nowhere first. */
export const linesOf = (plan: WordedPlan): readonly Line[] => [
  ...plan.homeless.map((each) => ({ ...each, to: null, why: 'homeless' as const })),
  ...plan.moves,
]

/** How other cells are listed: those that nothing stands against, those with something to know, those that ask for a reason. */
export const otherLevels = ['none', 'hint', 'needs-reason'] as const
type OtherLevel = (typeof otherLevels)[number]

const levelOf = ({ findings }: Line['others'][number]): OtherLevel =>
  findings.length === 0 ? 'none' : findings[0]?.level === 'needs-reason' ? 'needs-reason' : 'hint'

/** Other cells by what stands against them, in the order in which they came. */
export const othersByLevel = (others: Line['others']): Readonly<Record<OtherLevel, Line['others']>> => {
  const at = (level: OtherLevel) => others.filter((other) => levelOf(other) === level)
  return { none: at('none'), hint: at('hint'), 'needs-reason': at('needs-reason') }
}

/** Whether two plans do the same. */
export const samePlan = (one: WordedPlan, other: WordedPlan): boolean => said(one) === said(other)

const said = (plan: WordedPlan): string =>
  JSON.stringify(linesOf(plan).map(({ sessionId, from, to }) => [sessionId, from, to]))

/** What a plan moves on a board; null where the loss takes the place of somebody else there. */
export const movingOf = (board: Board, loss: Loss, plan: WordedPlan, context: Context): Moving | null => {
  const lines = linesOf(plan)
  const sessions = new Set(lines.map(({ sessionId }) => sessionId))
  const damage = damageOf(board, loss, context)
  if (typeof damage === 'string' || damage.displaced.some((id) => !sessions.has(id))) return null
  const cells = lines.flatMap(({ sessionId, to }): readonly CellRef[] => {
    if (to === null) return []
    const run = slotRun(board, to.slotId, board.sessions.get(sessionId)?.length ?? 1)
    return run === null ? [to] : run.map(({ id }) => ({ roomId: to.roomId, slotId: id }))
  })
  return { sessions, cells }
}
