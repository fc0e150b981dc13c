import { expect, test } from 'vitest'
import { emptyBoard } from '../../shared/board.ts'
import type { Command } from '../../shared/commands/command.schema.ts'
import { decide } from '../../shared/decide.ts'
import { mendPlan } from '../../shared/mend.ts'
import { at, build, claim, day, propose, sessionId, smallBoard, team, zone } from '../support/boards.ts'
import { after, dropOut, lostRoom, short, told, withSessions } from '../support/mending.ts'

test('T9 a displaced session goes to the same time in another room that is large enough', () => {
  const board = withSessions(smallBoard, [['b101', 's1']], { expected: 30 })
  // b102 holds 20, the hall has no figure.
  expect(told(mendPlan(board, lostRoom('b101', 's1'), team)).moves).toEqual(['1 b101 s1 → hall s1 lost'])
})

test('T9 with no room free at its time it stays in its room at the nearest time, and moves nobody for that', () => {
  const board = withSessions(smallBoard, [
    ['b101', 's1'],
    ['b102', 's1'],
    ['hall', 's1'],
  ])
  expect(told(mendPlan(board, lostRoom('b101', 's1'), team)).moves).toEqual(['1 b101 s1 → b101 s2 lost'])
})

/** Two rooms and two slots; Ana hosts two sessions, so hers cannot be at one time. */
const tight = build(
  build(
    emptyBoard,
    (
      [
        { type: 'frame-forum', name: 'Petit', timeZone: zone },
        { type: 'add-room', roomId: 'r1', name: 'R1' },
        { type: 'add-room', roomId: 'r2', name: 'R2' },
        { type: 'add-slot', slotId: 'a', date: day, start: '10:00', end: '11:00' },
        { type: 'add-slot', slotId: 'b', date: day, start: '11:00', end: '12:00' },
      ] satisfies readonly Command[]
    ).map((command) => [team, command] as const),
  ),
  [
    [team, propose(1, { hosts: ['ana'] })],
    [team, propose(2, { hosts: ['ana'] })],
    [team, propose(3, { hosts: ['carole'] })],
    [team, claim(1, 'r1', 'a')],
    [team, claim(2, 'r1', 'b')],
    [team, claim(3, 'r2', 'a')],
  ],
)

test('T9 where no free cell fits, another moves to make room, by the shortest chain', () => {
  // Free is r2 b alone, where Ana is busy: Carole goes there.
  const plan = mendPlan(tight, lostRoom('r1', 'a'), team)
  expect(told(plan)).toEqual({ moves: ['1 r1 a → r2 a lost', '3 r2 a → r2 b makes-room'], homeless: [] })
  const ends = after(tight, decide(tight, dropOut(lostRoom('r1', 'a'), plan), team))
  expect(
    [...ends.placements.values()].map(({ sessionId: id, roomId, slotIds }) => [short(id), roomId, ...slotIds]),
  ).toEqual([
    [2, 'r1', 'b'],
    [1, 'r2', 'a'],
    [3, 'r2', 'b'],
  ])
})

test('T10 what is locked or has begun makes no room; what fits nowhere is named with the rules against it', () => {
  const locked = build(tight, [[team, { type: 'lock', sessionId: sessionId(3) }]])
  const none = { moves: [], homeless: [[1, 'place-free', 'host-free', 'cell-open']] }
  expect(told(mendPlan(locked, lostRoom('r1', 'a'), team))).toEqual(none)
  const running = { ...team, now: at('10:30') }
  expect(told(mendPlan(tight, lostRoom('r1', 'a'), running)).moves).toEqual([])
  // A locked session that loses its own place is given another one.
  const own = build(tight, [[team, { type: 'lock', sessionId: sessionId(1) }]])
  expect(told(mendPlan(own, lostRoom('r1', 'a'), team)).moves).toHaveLength(2)
})

test('T10 what is over stays where it was, and its cells are not closed under it', () => {
  const evening = { ...team, now: at('11:30') }
  const loss = lostRoom('r1', 'a', 'b')
  expect(told(mendPlan(tight, loss, evening)).moves).toEqual(['2 r1 b → r2 b lost'])
  const decision = decide(tight, { type: 'drop-out', loss, moves: [{ sessionId: sessionId(2), to: null }] }, evening)
  expect(decision).toMatchObject({
    events: [
      { type: 'cells-set', cells: [{ roomId: 'r1', slotId: 'b' }], use: { type: 'closed' } },
      { type: 'session-released', sessionId: sessionId(2) },
    ],
  })
})

test('T9 what was decided by hand is kept, and the plan goes round it', () => {
  const board = withSessions(smallBoard, [
    ['b101', 's1'],
    ['hall', 's1'],
  ])
  const fixed = [{ sessionId: sessionId(1), to: { roomId: 'hall', slotId: 's1' } }]
  expect(told(mendPlan(board, lostRoom('b101', 's1'), team, fixed)).moves).toEqual([
    '1 b101 s1 → hall s1 lost',
    '2 hall s1 → b102 s1 makes-room',
  ])
  const parked = mendPlan(board, lostRoom('b101', 's1'), team, [{ sessionId: sessionId(1), to: null }])
  expect(told(parked)).toEqual({ moves: ['1 b101 s1 → tray lost'], homeless: [] })
})

/** Two rooms, two slots before lunch and two after it. */
const twoHalves = build(
  emptyBoard,
  (
    [
      { type: 'frame-forum', name: 'Petit', timeZone: zone },
      { type: 'add-room', roomId: 'r1', name: 'R1' },
      { type: 'add-room', roomId: 'r2', name: 'R2' },
      { type: 'add-slot', slotId: 'a', date: day, start: '10:00', end: '11:00' },
      { type: 'add-slot', slotId: 'b', date: day, start: '11:00', end: '12:00' },
      { type: 'add-slot', slotId: 'lunch', date: day, start: '12:00', end: '13:00', kind: 'common' },
      { type: 'add-slot', slotId: 'c', date: day, start: '13:00', end: '14:00' },
      { type: 'add-slot', slotId: 'd', date: day, start: '14:00', end: '15:00' },
    ] satisfies readonly Command[]
  ).map((command) => [team, command] as const),
)

/** A session of somebody, placed there. */
const holds = (n: number, host: string, roomId: string, slotId: string, length = 1) =>
  [
    [team, propose(n, { hosts: [host], length })],
    [team, claim(n, roomId, slotId)],
  ] as const
const fixedThere = (n: number, roomId: string, slotId: string) =>
  [...holds(n, `p${n}`, roomId, slotId), [team, { type: 'lock', sessionId: sessionId(n) }] as const] as const

test('T9 two make room for one that is longer, where nothing else will do', () => {
  const board = build(twoHalves, [
    ...holds(1, 'ana', 'r1', 'a', 2),
    ...holds(2, 'brieuc', 'r2', 'a'),
    ...holds(3, 'carole', 'r2', 'b'),
    ...fixedThere(4, 'r1', 'd'),
    ...fixedThere(5, 'r2', 'd'),
  ])
  expect(told(mendPlan(board, lostRoom('r1', 'a', 'b'), team))).toEqual({
    moves: ['1 r1 a → r2 a lost', '2 r2 a → r2 c makes-room', '3 r2 b → r1 c makes-room'],
    homeless: [],
  })
})

test('T9 whoever hosts two sessions has one of them moved, where that frees them for the other', () => {
  const board = build(twoHalves, [
    ...holds(1, 'ana', 'r1', 'a', 2),
    ...holds(2, 'ana', 'r1', 'd'),
    ...fixedThere(3, 'r2', 'a'),
    ...fixedThere(4, 'r1', 'c'),
  ])
  expect(told(mendPlan(board, lostRoom('r1', 'a'), team))).toEqual({
    moves: ['1 r1 a → r2 c lost', '2 r1 d → r1 b makes-room'],
    homeless: [],
  })
})
