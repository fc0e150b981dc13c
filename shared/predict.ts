import type { Board } from './board.ts'
import type { Command } from './commands/command.schema.ts'
import type { Context } from './context.ts'
import { decide } from './decide.ts'
import { evolve } from './evolve.ts'
import type { CommandId } from './ids.ts'

/** A command that was sent, or waits to be, and has no answer yet. */
export interface PendingCommand {
  readonly id: CommandId
  readonly command: Command
}

/**
 * The confirmed board with one's own waiting commands folded over it, by the same rules as the server's. A command that
 * would be refused now changes nothing here: the server's answer will say why.
 */
export const predict = (confirmed: Board, pending: readonly PendingCommand[], context: Context): Board =>
  pending.reduce((board, { command }) => {
    const decision = decide(board, command, context)
    return decision.type === 'accepted'
      ? decision.events.reduce((folded, event) => evolve(folded, event, context.now), board)
      : board
  }, confirmed)
