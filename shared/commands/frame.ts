import type { Board, Frame } from '../board.ts'
import type { Context } from '../context.ts'
import { byTeam, type Decision, refuse } from '../decision.ts'
import { cleanLine } from '../words.ts'
import { isTimeZone } from '../zone.ts'
import type { FrameForum, SetMode } from './frame.schema.ts'

/** Slots are kept as instants: the zone they were meant in can't change under them. */
export const decideFrameForum = (board: Board, command: FrameForum, context: Context): Decision => {
  const changes: Partial<Frame> = {
    ...(command.name === undefined ? {} : { name: cleanLine(command.name) }),
    ...(command.theme === undefined ? {} : { theme: cleanLine(command.theme) }),
    ...(command.place === undefined ? {} : { place: cleanLine(command.place) }),
    ...(command.timeZone === undefined ? {} : { timeZone: command.timeZone }),
    ...(command.expectedPeople === undefined ? {} : { expectedPeople: command.expectedPeople }),
    ...(command.notice === undefined ? {} : { notice: cleanLine(command.notice) }),
    ...(command.accent === undefined ? {} : { accent: command.accent }),
  }
  if (changes.name === '') return refuse('empty-text')
  if (changes.timeZone !== undefined) {
    if (!isTimeZone(changes.timeZone)) return refuse('bad-time-zone')
    if (changes.timeZone !== board.frame.timeZone && board.slots.size > 0) return refuse('still-used')
  }
  return byTeam(board, context, [{ type: 'forum-framed', changes }])
}

export const decideSetMode = (board: Board, command: SetMode, context: Context): Decision =>
  byTeam(board, context, [{ type: 'forum-framed', changes: { mode: command.mode } }])
