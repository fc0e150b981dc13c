import { expect, test } from 'vitest'
import { decide } from '../../shared/decide.ts'
import { affected, mendings, problems } from '../../shared/problems.ts'
import { ruleIds } from '../../shared/refusals.ts'
import { at, build, by, claim, propose, sessionId, sessionOn, smallBoard, team } from '../support/boards.ts'

/** Ana's 1 is in a room too small, Brieuc's 2 beside her own 3 at one time, and 4 in a cell reserved for others since. */
const board = build(smallBoard, [
  [team, { type: 'set-rule', rule: 'host-free', level: 'hint' }],
  [by('ana'), propose(1, { expected: 30 })],
  [by('brieuc'), propose(2)],
  [by('ana'), propose(3, { hosts: ['ana'] })],
  [by('carole'), propose(4)],
  [by('ana'), claim(1, 'b102', 's3')],
  [by('brieuc'), claim(2, 'hall', 's1')],
  [by('ana'), claim(3, 'b101', 's3')],
  [by('carole'), claim(4, 'hall', 's3')],
  [team, { type: 'add-collective', collectiveId: 'reseaux', name: 'Réseaux' }],
  [
    team,
    {
      type: 'set-cells',
      cells: [{ roomId: 'hall', slotId: 's3' }],
      use: { type: 'reserved', collectiveId: 'reseaux' },
    },
  ],
  [team, { type: 'set-rule', rule: 'host-free', level: 'block' }],
  [team, { type: 'set-rule', rule: 'room-holds', level: 'off' }],
])

const inShort = (found: ReturnType<typeof problems>) =>
  [...found].map(([id, findings]) => [id, findings.map(({ rule, level }) => `${level} ${rule}`)])

test('B24 problems are what stands against a rule now, whoever put it there and by the levels of now', () => {
  expect(inShort(problems(board, team))).toEqual([
    [sessionId(1), ['block host-free']],
    [sessionId(3), ['block host-free']],
    [sessionId(4), ['block cell-open']],
  ])
  const held = build(board, [[team, { type: 'set-rule', rule: 'room-holds', level: 'needs-reason' }]])
  expect(inShort(problems(held, team))[0]).toEqual([sessionId(1), ['block host-free', 'needs-reason room-holds']])
})

test('B24 the most serious come first, then the earlier ones', () => {
  const lowered = build(board, [
    [team, { type: 'set-rule', rule: 'host-free', level: 'hint' }],
    [team, { type: 'edit', sessionId: sessionId(2), expected: 200 }],
    [team, claim(2, 'b101', 's1')],
    [team, { type: 'set-rule', rule: 'room-holds', level: 'hint' }],
  ])
  expect([...problems(lowered, team).keys()]).toEqual([sessionId(4), sessionId(2), sessionId(1), sessionId(3)])
})

test('B24 nobody’s act is judged: doors, locks and what has begun are no problem', () => {
  const late = by('team', 'facilitator', at('14:00'))
  const shut = build(board, [
    [team, { type: 'lock', sessionId: sessionId(2) }],
    [team, { type: 'close-door', door: 'claim' }],
    [team, { type: 'set-figures', lateCells: 3 }],
  ])
  expect(inShort(problems(shut, late))).toEqual(inShort(problems(board, team)))
  expect(inShort(problems(shut, by('carole', 'participant', at('14:00'))))).toEqual(inShort(problems(board, team)))
})

test('B24 whom each rule would speak of is known whatever its level', () => {
  const concerned = affected(board, team)
  expect([...concerned.keys()]).toEqual([...ruleIds])
  expect([...concerned].filter(([, ids]) => ids.length > 0)).toEqual([
    ['cell-open', [sessionId(4)]],
    ['host-free', [sessionId(1), sessionId(3)]],
    ['room-holds', [sessionId(1)]],
  ])
})

test('B24 each mending is a cell where nothing stands against the session any more', () => {
  const cells = mendings(board, sessionOn(board, 1), team)
  expect(cells.length).toBe(3)
  for (const { roomId, slotId } of cells) {
    const decision = decide(board, claim(1, roomId, slotId), team)
    const moved = build(board, [[team, claim(1, roomId, slotId)]])
    expect([decision.type, problems(moved, team).get(sessionId(1))]).toEqual(['accepted', undefined])
  }
})

test('B24 where no move helps none is offered', () => {
  const limited = build(board, [
    [team, { type: 'set-rule', rule: 'host-free', level: 'off' }],
    [team, { type: 'set-figures', ownLimit: 1 }],
  ])
  expect(inShort(problems(limited, team))[0]).toEqual([sessionId(1), ['block own-limit']])
  expect(mendings(limited, sessionOn(limited, 1), team)).toEqual([])
  const parked = build(board, [[by('carole'), { type: 'release', sessionId: sessionId(4) }]])
  expect(mendings(parked, sessionOn(parked, 4), team)).toEqual([])
})

test('B24 a cell that is no better than where the session is mends nothing', () => {
  const needy = build(board, [[team, { type: 'edit', sessionId: sessionId(2), needs: ['piano'] }]])
  expect(inShort(problems(needy, team)).at(-1)).toEqual([sessionId(2), ['hint room-equipped']])
  expect(mendings(needy, sessionOn(needy, 2), team)).toEqual([])
  const equipped = build(needy, [[team, { type: 'edit-room', roomId: 'b102', features: ['Piano'] }]])
  expect(mendings(equipped, sessionOn(equipped, 2), team)).toEqual([
    { roomId: 'b102', slotId: 's1' },
    { roomId: 'b102', slotId: 's2' },
    { roomId: 'b102', slotId: 's4' },
  ])
})
