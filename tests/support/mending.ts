import type { Board } from '../../shared/board.ts'
import type { Command } from '../../shared/commands/command.schema.ts'
import type { Loss } from '../../shared/commands/drop-out.schema.ts'
import type { Decision } from '../../shared/decision.ts'
import { evolve } from '../../shared/evolve.ts'
import type { CellRef } from '../../shared/ids.ts'
import type { MendPlan } from '../../shared/mend.ts'
import { before, build, claim, propose, team } from './boards.ts'

/** What the desk sends when the plan is taken as it is: the homeless are parked. */
export const dropOut = (loss: Loss, plan: MendPlan): Command => ({
  type: 'drop-out',
  loss,
  moves: [
    ...plan.moves.map(({ sessionId: id, to }) => ({ sessionId: id, to })),
    ...plan.homeless.map(({ sessionId: id }) => ({ sessionId: id, to: null })),
  ],
})

/** The board with what was decided. */
export const after = (board: Board, decision: Decision): Board => {
  if (decision.type === 'refused') throw new Error(JSON.stringify(decision.refusal))
  return decision.events.reduce((next, event) => evolve(next, event, before), board)
}

export const codeOf = (decision: Decision): string =>
  decision.type === 'accepted' ? 'accepted' : decision.refusal.code

/** A session's number. */
export const short = (id: string): number => Number(id.slice(-4))
const cellText = (cell: CellRef | null): string => (cell === null ? 'tray' : `${cell.roomId} ${cell.slotId}`)

/** A plan as lines to read. */
export const told = ({ moves, homeless }: MendPlan) => ({
  moves: moves.map(({ sessionId: id, from, to, why }) => `${short(id)} ${cellText(from)} → ${cellText(to)} ${why}`),
  homeless: homeless.map(({ sessionId: id, findings }) => [short(id), ...findings.map(({ rule }) => rule)]),
})

/** Sessions 1, 2, … of one host each, in these cells. */
export const withSessions = (board: Board, cells: readonly (readonly [string, string])[], more = {}): Board =>
  cells.reduce(
    (next, [roomId, slotId], n) =>
      build(next, [
        [team, propose(n + 1, { hosts: [`p${n + 1}`], ...more })],
        [team, claim(n + 1, roomId, slotId)],
      ]),
    board,
  )

export const lostRoom = (roomId: string, ...slotIds: string[]): Loss => ({ type: 'room', roomId, slotIds })
