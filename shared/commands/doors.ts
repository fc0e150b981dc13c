import type { Board } from '../board.ts'
import type { Context } from '../context.ts'
import { byTeam, type Decision, refuse } from '../decision.ts'
import type { CloseDoor, OpenDoor, ScheduleDoor } from './doors.schema.ts'

/** By hand: open from now on, no planned end. A door may be opened again after it closed. */
export const decideOpenDoor = (board: Board, { door }: OpenDoor, context: Context): Decision =>
  byTeam(board, context, [{ type: 'door-set', door, state: { opensAt: context.now, closesAt: null } }])

/** By hand: closed from now on; what was planned is forgotten. */
export const decideCloseDoor = (board: Board, { door }: CloseDoor, context: Context): Decision =>
  byTeam(board, context, [{ type: 'door-set', door, state: { opensAt: null, closesAt: null } }])

export const decideScheduleDoor = (board: Board, command: ScheduleDoor, context: Context): Decision => {
  const { door, opensAt, closesAt } = command
  if (closesAt !== undefined && closesAt <= opensAt) return refuse('bad-time')
  return byTeam(board, context, [{ type: 'door-set', door, state: { opensAt, closesAt: closesAt ?? null } }])
}
