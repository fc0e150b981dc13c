import type { Board } from '../board.ts'
import type { Context } from '../context.ts'
import { type Decision, refuse } from '../decision.ts'
import { evolve } from '../evolve.ts'
import { limits } from '../limits.ts'
import { takenBack } from '../take-back.ts'
import { allToward } from '../toward.ts'
import type { Undo } from './history.schema.ts'
import { unlessOneIsBlocked } from './trials.ts'
import { faultAfter, isReached, trialsOf } from './undo-checks.ts'

/**
 * Undoes one's own last action: whatever it was, an undo too. Only where everything that it changed still is as it left it,
 * and where the way back is allowed now like any command.
 */
export const decideUndo = (board: Board, command: Undo, context: Context): Decision => {
  const action = context.undoable
  const isMine = action?.commandId === command.commandId && action.by === context.actor.personId
  if (!isMine || context.now - action.at >= limits.undoMilliseconds) return refuse('nothing-to-undo')
  const returning = new Set(action.slices.flatMap(({ before }) => (before.type === 'session' ? [before.id] : [])))
  const when = { at: action.at, now: context.now, returning }
  const targets = action.slices.flatMap((change) => takenBack(board, change, when) ?? [])
  if (targets.length < action.slices.length) return refuse('built-upon')
  const events = allToward(board, targets)
  if (events.length === 0) return refuse('nothing-to-undo')
  const after = events.reduce((folded, event) => evolve(folded, event, context.now), board)
  if (!targets.every((target) => isReached(board, after, target))) return refuse('built-upon')
  const undoing = { board, after, action, targets, context }
  const trials = trialsOf(undoing)
  if (trials === null) return refuse('built-upon')
  const decision = unlessOneIsBlocked(trials, events, context)
  if (decision.type === 'refused') return decision
  const fault = faultAfter(undoing)
  return fault === null ? decision : refuse(fault)
}
