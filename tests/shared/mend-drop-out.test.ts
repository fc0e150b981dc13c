import { expect, test } from 'vitest'
import type { Command } from '../../shared/commands/command.schema.ts'
import type { Loss } from '../../shared/commands/drop-out.schema.ts'
import { decide } from '../../shared/decide.ts'
import { mendPlan } from '../../shared/mend.ts'
import { at, build, by, claim, propose, sessionId, smallBoard, team } from '../support/boards.ts'
import { after, codeOf, dropOut, lostRoom, short, withSessions } from '../support/mending.ts'

test('T8 a slot drops out in every room, and hours that are cut displace who would clash or be torn', () => {
  const board = withSessions(smallBoard, [
    ['b101', 's1'],
    ['hall', 's1'],
    ['b101', 's2'],
  ])
  const slot: Loss = { type: 'slot', slotId: 's1' }
  const ends = after(board, decide(board, dropOut(slot, mendPlan(board, slot, team)), team))
  expect([...ends.placements.values()].some(({ slotIds }) => slotIds.includes('s1'))).toBe(false)
  expect([...ends.cells.keys()].sort()).toEqual(['b101 s1', 'b102 s1', 'hall s1'])
  // The first slot now ends after the second began: in b101 they clash, in the hall nobody does.
  const hours: Loss = { type: 'hours', slotId: 's1', start: '10:00', end: '11:00' }
  const plan = mendPlan(board, hours, team)
  expect(plan.moves.map(({ sessionId: id }) => short(id))).toEqual([1])
  const shifted = after(board, decide(board, dropOut(hours, plan), team))
  expect(shifted.slots.get('s1')).toMatchObject({ start: at('10:00'), end: at('11:00') })
  expect(shifted.placements.get(sessionId(2))).toMatchObject({ roomId: 'hall', start: at('10:00') })
  const torn = build(smallBoard, [
    [team, propose(1, { length: 2, hosts: ['ana'] })],
    [team, claim(1, 'b101', 's1')],
  ])
  expect(mendPlan(torn, hours, team).moves.map(({ sessionId: id }) => short(id))).toEqual([1])
})

test('T8 all or nothing: who is forgotten, clashes or goes where nobody may refuses the whole', () => {
  const board = withSessions(smallBoard, [
    ['b101', 's1'],
    ['b101', 's2'],
  ])
  const loss = lostRoom('b101', 's1', 's2')
  const send = (moves: Extract<Command, { type: 'drop-out' }>['moves'], what = loss) =>
    decide(board, { type: 'drop-out', loss: what, moves }, team)
  const to = (n: number, roomId: string, slotId: string) => ({ sessionId: sessionId(n), to: { roomId, slotId } })
  expect(send([])).toMatchObject({ refusal: { code: 'still-homeless', facts: { count: 2 } } })
  expect(codeOf(send([to(1, 'hall', 's1')]))).toBe('still-homeless')
  expect(codeOf(send([to(1, 'hall', 's1'), to(2, 'hall', 's1')]))).toBe('place-free')
  expect(codeOf(send([to(1, 'hall', 's1'), to(2, 'b101', 's1')]))).toBe('cell-open')
  expect(codeOf(send([to(1, 'hall', 's1'), to(2, 'hall', 'nowhere')]))).toBe('unknown-slot')
  expect(codeOf(send([to(1, 'hall', 's1'), to(2, 'hall', 's2'), to(3, 'hall', 's3')]))).toBe('unknown-session')
  expect(codeOf(send([], lostRoom('nowhere', 's1')))).toBe('unknown-room')
  expect(codeOf(send([], { type: 'hours', slotId: 's1', start: '09:00', end: '09:00' }))).toBe('bad-time')
  expect(codeOf(send([], { type: 'hours', slotId: 's1', start: '09:30', end: '10:30' }))).toBe('already-so')
  const command: Command = { type: 'drop-out', loss, moves: [to(1, 'hall', 's1'), to(2, 'hall', 's2')] }
  expect(codeOf(decide(board, command, by('p1')))).toBe('actor-may')
  expect(codeOf(decide(board, command, team))).toBe('accepted')
})
