import type { Board } from '../../shared/board.ts'
import { boardToJson } from '../../shared/board-json.ts'
import type { Command } from '../../shared/commands/command.schema.ts'
import type { Context } from '../../shared/context.ts'
import { decide } from '../../shared/decide.ts'
import type { Decision } from '../../shared/decision.ts'
import { entryChanges } from '../../shared/difference.ts'
import type { BoardEvent } from '../../shared/events.ts'
import { evolve } from '../../shared/evolve.ts'
import { MINUTE } from '../../shared/time.ts'
import type { Undoable } from '../../shared/undoable.ts'
import { before, build, by, claim, proposed, sessionId } from './boards.ts'

export const [ana, brieuc] = [by('ana'), by('brieuc')]

/** An action, with the board after it. */
export interface Done {
  readonly board: Board
  readonly undoable: Undoable
}

export const fold = (board: Board, events: readonly BoardEvent[], now: number): Board =>
  events.reduce((next, event) => evolve(next, event, now), board)

export const accepted = (decision: Decision): readonly BoardEvent[] => {
  if (decision.type === 'refused') throw new Error(JSON.stringify(decision.refusal))
  return decision.events
}

/** One command, and what its author may undo of it. */
export const act = (board: Board, context: Context, command: Command, number = 900): Done => {
  const events = accepted(decide(board, command, context))
  const after = fold(board, events, context.now)
  const slices = entryChanges(board, after, events)
  return {
    board: after,
    undoable: { commandId: sessionId(number), by: context.actor.personId, at: context.now, slices },
  }
}

/** What undoing it comes to on this board. */
export const undoOf = (board: Board, { undoable }: Done, context: Context): Decision =>
  decide(board, { type: 'undo', commandId: undoable.commandId }, { ...context, undoable })

export const codeOf = (decision: Decision): string =>
  decision.type === 'accepted' ? 'accepted' : decision.refusal.code

/** The board when it is undone at once. */
export const undone = (done: Done, context: Context): Board =>
  fold(done.board, accepted(undoOf(done.board, done, context)), context.now)

/** A board without when somebody got where they are, since an undo is a new entry of its own time; rooms in their order. */
export const shown = (board: Board) => ({
  ...boardToJson(board),
  sessions: [...board.sessions.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
  placements: [...board.placements.values()].map(({ since: _, ...rest }) => rest).sort((a, b) => a.start - b.start),
})

export const later = (context: Context, minutes: number): Context => ({ ...context, now: before + minutes * MINUTE })

/** Ana's session 1 and Brieuc's 2, each in its cell. */
export const placed = build(proposed, [
  [ana, claim(1, 'b101', 's1')],
  [brieuc, claim(2, 'b102', 's2')],
])
