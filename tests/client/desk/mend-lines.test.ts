import { expect, test } from 'vitest'
import { boardAfter, cellsFor, linesOf, samePlan, worded } from '../../../client/desk/mend-lines.ts'
import type { Loss } from '../../../shared/commands/drop-out.schema.ts'
import { mendPlan } from '../../../shared/mend.ts'
import { before, build, by, claim, propose, sessionId, smallBoard, team } from '../../support/boards.ts'

const board = build(smallBoard, [
  [by('ana'), propose(1)],
  [by('ben'), propose(2)],
  [team, claim(1, 'b101', 's1')],
  [team, claim(2, 'b102', 's1')],
])
const loss: Loss = { type: 'room', roomId: 'b101', slotIds: ['s1', 's2'] }
const context = {
  actor: { personId: 'camille', role: 'facilitator' as const },
  now: before,
  interest: () => 0,
}

test('U39 a line offers its own cell and others that are free once all have moved, never those that are lost', () => {
  const plan = worded(mendPlan(board, loss, context), 'fr')
  const lines = linesOf(plan)
  expect(lines.map(({ sessionId: id, why }) => [id, why])).toEqual([[sessionId(1), 'lost']])
  const [line] = lines
  if (line === undefined) throw new Error('nobody moves')
  const cells = cellsFor(boardAfter(board, loss, lines, context), line, context)
  expect(cells).toContainEqual(line.to)
  expect(cells.filter(({ roomId, slotId }) => roomId === 'b101' && slotId === 's1')).toEqual([])
  expect(cells).not.toContainEqual({ roomId: 'b102', slotId: 's1' })
})

test('U39 plans are the same where the same sessions go to the same cells', () => {
  const made = (fixed?: Parameters<typeof mendPlan>[3]) => worded(mendPlan(board, loss, context, fixed), 'fr')
  const plan = made()
  const parked = made([{ sessionId: sessionId(1), to: null }])
  expect([samePlan(plan, made()), samePlan(plan, parked)]).toEqual([true, false])
})
