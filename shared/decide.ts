import type { Board } from './board.ts'
import { decideSetCells } from './commands/cells.ts'
import { decideAddCollective, decideEditCollective, decideRemoveCollective } from './commands/collectives.ts'
import type { Command, CommandType } from './commands/command.schema.ts'
import { decideCloseDoor, decideOpenDoor, decideScheduleDoor } from './commands/doors.ts'
import { decideDropOut } from './commands/drop-out.ts'
import { decideFrameForum, decideSetMode } from './commands/frame.ts'
import { decideStepBack, decideTakeOver } from './commands/hosting.ts'
import { decideUnmerge } from './commands/merge.ts'
import { decideAnswerOffer, decideOffer, decideWithdrawOffer } from './commands/offers.ts'
import { decideClaim, decideRelease } from './commands/placement.ts'
import { decideRestore } from './commands/restore.ts'
import { decideAddRoom, decideEditRoom, decideOrderRooms, decideRemoveRoom } from './commands/rooms.ts'
import { decideSetFigures, decideSetRule } from './commands/rules.ts'
import { decideEdit, decideLock, decidePropose, decideWithdraw } from './commands/session.ts'
import { decideAddSlot, decideEditSlot, decideLabelDay, decideRemoveSlot } from './commands/slots.ts'
import { decideRepeat, decideSplit } from './commands/split-repeat.ts'
import { decideUndo } from './commands/undo.ts'
import type { Context } from './context.ts'
import { byTeam, type Decision } from './decision.ts'
import { unreachable } from './unreachable.ts'

/** Commands that anybody with a name may try; every other one is the team's (B5), whatever it says. */
const everybodys: ReadonlySet<CommandType> = new Set([
  'propose',
  'edit',
  'withdraw',
  'claim',
  'move',
  'release',
  'unmerge',
  'split',
  'repeat',
  'take-over',
  'step-back',
  'offer',
  'answer-offer',
  'withdraw-offer',
  'undo',
])

/**
 * What a command comes to on this board, by this person, now. Pure: the phone predicts with it, the server decides with
 * it. A refusal is a value and holds every finding.
 */
export const decide = (board: Board, command: Command, context: Context): Decision => {
  if (context.actor.role !== 'facilitator' && !everybodys.has(command.type)) return byTeam(board, context, [])
  switch (command.type) {
    case 'propose':
      return decidePropose(board, command, context)
    case 'edit':
      return decideEdit(board, command, context)
    case 'withdraw':
      return decideWithdraw(board, command, context)
    case 'claim':
    case 'move':
      return decideClaim(board, command, context)
    case 'release':
      return decideRelease(board, command, context)
    case 'unmerge':
      return decideUnmerge(board, command, context)
    case 'split':
      return decideSplit(board, command, context)
    case 'repeat':
      return decideRepeat(board, command, context)
    case 'take-over':
      return decideTakeOver(board, command, context)
    case 'step-back':
      return decideStepBack(board, command, context)
    case 'offer':
      return decideOffer(board, command, context)
    case 'answer-offer':
      return decideAnswerOffer(board, command, context)
    case 'withdraw-offer':
      return decideWithdrawOffer(board, command, context)
    case 'undo':
      return decideUndo(board, command, context)
    case 'lock':
    case 'unlock':
      return decideLock(board, command, context)
    case 'frame-forum':
      return decideFrameForum(board, command, context)
    case 'set-mode':
      return decideSetMode(board, command, context)
    case 'add-room':
      return decideAddRoom(board, command, context)
    case 'edit-room':
      return decideEditRoom(board, command, context)
    case 'remove-room':
      return decideRemoveRoom(board, command, context)
    case 'order-rooms':
      return decideOrderRooms(board, command, context)
    case 'add-slot':
      return decideAddSlot(board, command, context)
    case 'edit-slot':
      return decideEditSlot(board, command, context)
    case 'remove-slot':
      return decideRemoveSlot(board, command, context)
    case 'label-day':
      return decideLabelDay(board, command, context)
    case 'set-cells':
      return decideSetCells(board, command, context)
    case 'add-collective':
      return decideAddCollective(board, command, context)
    case 'edit-collective':
      return decideEditCollective(board, command, context)
    case 'remove-collective':
      return decideRemoveCollective(board, command, context)
    case 'open-door':
      return decideOpenDoor(board, command, context)
    case 'close-door':
      return decideCloseDoor(board, command, context)
    case 'schedule-door':
      return decideScheduleDoor(board, command, context)
    case 'set-rule':
      return decideSetRule(board, command, context)
    case 'set-figures':
      return decideSetFigures(board, command, context)
    case 'drop-out':
      return decideDropOut(board, command, context)
    case 'restore':
      return decideRestore(board, command, context)
    default:
      return unreachable(command)
  }
}
