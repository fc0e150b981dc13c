import type { Board } from './board.ts'
import type { Command } from './commands/command.schema.ts'
import { dropOutSteps } from './commands/drop-out.ts'
import type { Restore } from './commands/history.schema.ts'
import { cellOf, stillFrom } from './commands/places.ts'
import { decideRestore } from './commands/restore.ts'
import type { Context } from './context.ts'
import { decide } from './decide.ts'
import type { Decision } from './decision.ts'
import type { BoardEvent } from './events.ts'
import { evolve } from './evolve.ts'
import type { SessionId } from './ids.ts'
import { judge, placing } from './judge.ts'
import type { Other } from './mend/others.ts'
import type { Homeless, MendMove } from './mend.ts'
import type { RefusalJson } from './protocol.ts'
import type { Finding, Refusal } from './refusals.ts'
import type { Left, RestoreSteps } from './restore/arrivals.ts'
import { restoreSteps } from './restore-steps.ts'

/** What is to be known of a session in the place that it would get. */
export interface Foreseen {
  readonly sessionId: SessionId
  /** Worst first. */
  readonly findings: readonly Finding[]
}

/** What a command would come to on a board, without doing it. */
export interface Preview {
  /** `needs-reason`: it would be done if a reason came with it. */
  readonly outcome: 'accepted' | 'needs-reason' | 'refused'
  /** Of each session that it would give a place; of a drop-out that is refused too, to find the line that is to blame. */
  readonly sessions: readonly Foreseen[]
  /** What a restore can't put back. */
  readonly left: readonly Left[]
  /** What would happen, to be shown as it would be; none where it is refused whatever reason comes. */
  readonly events: readonly BoardEvent[]
  /** What sending it as it is would be answered; null where it would be done. */
  readonly refusal: Refusal | null
}

/** The same with findings as the wire carries them, worded for their reader. */
export type InWords<T extends { readonly findings: readonly Finding[] }> = Omit<T, 'findings'> & {
  readonly findings: RefusalJson['findings']
}

/** `POST /api/forums/:slug/checks/preview`, for the team: only the server knows who is away, and who would be torn. */
export interface PreviewJson extends Pick<Preview, 'outcome' | 'events'> {
  /** Of the last entry on the board that was asked. */
  readonly seq: number
  readonly sessions: readonly InWords<Foreseen>[]
  /** Each with why, in one sentence. */
  readonly left: readonly (InWords<Left> & { readonly message: string })[]
  readonly refusal: RefusalJson | null
}

/** One session of a plan, with the other cells that it could be sent to, the best first. */
export type WithOthers<T extends { readonly findings: readonly Finding[] }> = InWords<T> & {
  readonly others: readonly InWords<Other>[]
}

/** `POST /api/forums/:slug/checks/mend`, for the team: the plan as `mendPlan` makes it where all is known. */
export interface MendPlanJson {
  readonly seq: number
  readonly moves: readonly WithOthers<MendMove>[]
  readonly homeless: readonly WithOthers<Homeless>[]
}

const fold = (board: Board, events: readonly BoardEvent[], context: Context): Board =>
  events.reduce((folded, event) => evolve(folded, event, context.now), board)

/** Each session that the events place, as it is judged coming from where it is now to a board that is otherwise done. */
const arriving = (board: Board, events: readonly BoardEvent[], context: Context): readonly Foreseen[] => {
  const after = fold(board, events, context)
  const ids = new Set(events.flatMap((event) => (event.type === 'session-placed' ? [event.sessionId] : [])))
  return [...ids].flatMap((sessionId) => {
    const [session, cell] = [after.sessions.get(sessionId), cellOf(after, sessionId)]
    if (session === undefined || cell === null) return []
    const attempt = placing({ board: stillFrom(board, after, sessionId), context }, session, cell)
    return attempt === null ? [] : [{ sessionId, findings: judge(attempt) }]
  })
}

type StepsFrom = (past: Board) => RestoreSteps

/** The steps of a restore take long and ask for no reason: they are worked out once for all that a preview asks. */
const stepsOnce = (board: Board, { what }: Restore, context: Context): StepsFrom => {
  let known: RestoreSteps | undefined
  return (past) => {
    known ??= restoreSteps(board, past, what, context)
    return known
  }
}

const foreseen = (
  board: Board,
  command: Command,
  context: Context,
  decision: Decision,
  stepsFrom: StepsFrom | null,
): Pick<Preview, 'sessions' | 'left'> => {
  const isOfTeam = context.actor.role === 'facilitator'
  if (command.type === 'drop-out' && isOfTeam) {
    const steps = dropOutSteps(board, command, context)
    const trials = 'trials' in steps ? steps.trials : []
    return {
      sessions: trials.map(({ sessionId, attempt }) => ({ sessionId, findings: judge(attempt) })),
      left: [],
    }
  }
  if (stepsFrom !== null && isOfTeam && context.past !== undefined) {
    const { placed, left } = stepsFrom(context.past)
    return { sessions: placed, left }
  }
  return { sessions: decision.type === 'refused' ? [] : arriving(board, decision.events, context), left: [] }
}

/** Stands for whatever reason may come. */
const someReason = '…'

/** What a command would come to now, session by session: the same judgement that sending it gets. Pure, like `decide`. */
export const preview = (board: Board, command: Command, context: Context): Preview => {
  const stepsFrom = command.type === 'restore' ? stepsOnce(board, command, context) : null
  const decided = (as: Context): Decision =>
    command.type === 'restore' && stepsFrom !== null
      ? decideRestore(board, command, as, stepsFrom)
      : decide(board, command, as)
  const asIs = decided(context)
  const mayLackReason = asIs.type === 'refused' && context.reason === undefined
  const decision = mayLackReason ? decided({ ...context, reason: someReason }) : asIs
  const events = decision.type === 'accepted' ? decision.events : []
  const about = { ...foreseen(board, command, context, decision, stepsFrom), events }
  if (asIs.type === 'accepted') return { outcome: 'accepted', ...about, refusal: null }
  if (decision.type === 'accepted') return { outcome: 'needs-reason', ...about, refusal: asIs.refusal }
  return { outcome: 'refused', ...about, refusal: decision.refusal }
}
