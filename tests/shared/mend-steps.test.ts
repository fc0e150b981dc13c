import { expect, test } from 'vitest'
import type { Board } from '../../shared/board.ts'
import type { Loss } from '../../shared/commands/drop-out.schema.ts'
import type { Context } from '../../shared/context.ts'
import { othersSteps } from '../../shared/mend/others.ts'
import { mendPlan, mendSteps } from '../../shared/mend.ts'
import { finished, type Steps } from '../../shared/steps.ts'
import { build, claim, propose, sessionId, smallBoard, team } from '../support/boards.ts'
import { lostRoom, withSessions } from '../support/mending.ts'

/** What that comes to, and how many cells were judged in the busiest of its steps. */
const stepped = <T>(work: (context: Context) => Steps<T>) => {
  let looks = 0
  let most = 0
  let count = 0
  const isAway: Context['isAway'] = () => {
    looks += 1
    return false
  }
  const steps = work({ ...team, isAway })
  for (;;) {
    looks = 0
    count += 1
    const step = steps.next()
    most = Math.max(most, looks)
    if (step.done === true) return { value: step.value, most, count }
  }
}

/** Many rooms and slots; a session in the first cells of each slot. */
const rooms = Array.from({ length: 12 }, (_, n) => `r${n}`)
const wide = (): Board => {
  const framed = build(
    smallBoard,
    rooms.map((roomId) => [team, { type: 'add-room', roomId, name: roomId }] as const),
  )
  return withSessions(
    framed,
    rooms.slice(0, 6).map((roomId) => [roomId, 's1'] as const),
  )
}

test('L19 between two steps of a mending no more is judged than the rooms of one slot', () => {
  const board = wide()
  const loss: Loss = { type: 'slot', slotId: 's1' }
  const { value, most, count } = stepped((context) => mendSteps(board, loss, context))
  expect(value).toEqual(mendPlan(board, loss, team))
  expect(value.moves.length).toBe(6)
  expect(most).toBeGreaterThan(0)
  expect(most).toBeLessThanOrEqual(rooms.length + 3)
  expect(count).toBeGreaterThan(6 * 4)
})

test('L19 what stands against those that fit nowhere is looked for slot by slot too', () => {
  const board = build(wide(), [
    [team, propose(20, { hosts: ['p20'], expected: 500 })],
    [team, claim(20, 'hall', 's4')],
    [team, { type: 'set-rule', rule: 'room-holds', level: 'block' }],
    ...[...rooms, 'hall'].map((roomId) => [team, { type: 'edit-room', roomId, capacity: 30 } as const] as const),
  ])
  const { value, most } = stepped((context) => mendSteps(board, lostRoom('hall', 's4'), context))
  expect(value.homeless.map(({ sessionId: id, findings }) => [id, findings.map(({ rule }) => rule)])).toEqual([
    [sessionId(20), ['room-holds', 'place-free', 'cell-open']],
  ])
  expect(most).toBeLessThanOrEqual(rooms.length + 3)
})

test('B25 T9 where else a session could go is free once all have moved, and comes with what is to be known there', () => {
  const board = withSessions(smallBoard, [
    ['b101', 's1'],
    ['b102', 's1'],
  ])
  const loss = lostRoom('b101', 's1')
  const knowing: Context = {
    ...team,
    isAway: (person, slots) => person === 'p1' && slots.some(({ id }) => id === 's2'),
  }
  const plan = mendPlan(board, loss, knowing)
  const others = finished(othersSteps(board, loss, plan.moves, knowing))
  const told = others.get(sessionId(1))?.map(({ roomId, slotId, findings }) => {
    return [roomId, slotId, ...findings.map(({ rule }) => rule)].join(' ')
  })
  // Its own room is closed in s1 and b102 is held: beside the hall, which the plan has, other hours are left.
  expect(plan.moves.map(({ to }) => to)).toEqual([{ roomId: 'hall', slotId: 's1' }])
  expect(told).toEqual([
    'b101 s3',
    'b101 long',
    'b101 s4',
    'hall s3',
    'b102 s3',
    'hall long',
    'b102 long',
    'hall s4',
    'b102 s4',
    'b101 s2 host-available',
    'hall s2 host-available',
    'b102 s2 host-available',
  ])
  const gone: Loss = { type: 'room', roomId: 'nowhere', slotIds: ['s1'] }
  expect(finished(othersSteps(board, gone, [], team))).toEqual(new Map())
})
