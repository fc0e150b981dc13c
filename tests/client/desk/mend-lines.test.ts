import { expect, test } from 'vitest'
import { linesOf, localPlan, movingOf, othersByLevel, samePlan } from '../../../client/desk/mend-lines.ts'
import type { DropOut, Loss } from '../../../shared/commands/drop-out.schema.ts'
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
const made = (fixed: DropOut['moves'] = []) => localPlan(board, loss, fixed, context, 'fr')

test('U39 a line offers its own cell and others that are free once all have moved, never those that are lost', () => {
  const lines = linesOf(made())
  expect(lines.map(({ sessionId: id, why, to }) => [id, why, to])).toEqual([
    [sessionId(1), 'lost', { roomId: 'hall', slotId: 's1' }],
  ])
  const cells = lines[0]?.others.map(({ roomId, slotId }) => ({ roomId, slotId })) ?? []
  expect(cells).toContainEqual({ roomId: 'b102', slotId: 's2' })
  expect(cells.filter(({ roomId, slotId }) => roomId === 'b101' && slotId === 's1')).toEqual([])
  expect(cells).not.toContainEqual({ roomId: 'b102', slotId: 's1' })
  // Where it goes is its own line, and no other cell.
  expect(cells).not.toContainEqual({ roomId: 'hall', slotId: 's1' })
})

test('U39 other cells stand in the order in which they came, by what is to be known of them', () => {
  const hint = { rule: 'room-holds', level: 'hint', message: 'Petite.', facts: {} } as const
  const reason = { rule: 'host-available', level: 'needs-reason', message: 'Absente.', facts: {} } as const
  const others = [
    { roomId: 'hall', slotId: 's2', findings: [] },
    { roomId: 'b101', slotId: 's3', findings: [hint] },
    { roomId: 'b102', slotId: 's3', findings: [reason, hint] },
    { roomId: 'hall', slotId: 's3', findings: [] },
  ] as const
  const [first, second, third, last] = others
  expect(othersByLevel(others)).toEqual({ none: [first, last], hint: [second], 'needs-reason': [third] })
})

test('U39 plans are the same where the same sessions go to the same cells', () => {
  const plan = made()
  const parked = made([{ sessionId: sessionId(1), to: null }])
  expect([samePlan(plan, made()), samePlan(plan, parked)]).toEqual([true, false])
})

test('U39 a plan moves its sessions into all the slots that they take, and is none where somebody else loses a place', () => {
  const long = build(board, [[team, { type: 'edit', sessionId: sessionId(1), length: 2 }]])
  const plan = localPlan(long, loss, [], context, 'fr')
  const moving = movingOf(long, loss, plan, context)
  expect(moving && [[...moving.sessions], [...moving.cells]]).toEqual([
    [sessionId(1)],
    [
      { roomId: 'hall', slotId: 's1' },
      { roomId: 'hall', slotId: 's2' },
    ],
  ])
  const joined = build(board, [
    [by('cleo'), propose(3)],
    [team, claim(3, 'b101', 's2')],
  ])
  expect(movingOf(joined, loss, made(), context)).toBe(null)
})
