import { expect, test } from 'vitest'
import type { Board } from '../../shared/board.ts'
import type { Command } from '../../shared/commands/command.schema.ts'
import type { Context } from '../../shared/context.ts'
import { decide } from '../../shared/decide.ts'
import { at, before, build, by, claim, day, found, propose, sessionId, team } from '../support/boards.ts'
import { accepted, act, ana, brieuc, codeOf, fold, later, placed, undone, undoOf } from '../support/undoing.ts'

const setCell = (type: 'open' | 'closed'): Command => ({
  type: 'set-cells',
  cells: [{ roomId: 'hall', slotId: 's4' }],
  use: { type },
})

test('T2 an offer that a move ended is open again when the move is undone, unless the other has moved since', () => {
  const offer: Command = {
    type: 'offer',
    offerId: sessionId(50),
    kind: 'swap',
    fromId: sessionId(2),
    toId: sessionId(1),
  }
  const offered = build(placed, [[brieuc, offer]])
  const done = act(offered, ana, claim(1, 'hall', 's3'))
  expect(done.board.offers).toEqual(new Map())
  expect(undone(done, ana).offers).toEqual(offered.offers)
  const open = (board: Board, minutes: number): number => {
    const context = later(ana, minutes)
    return fold(board, accepted(undoOf(board, done, context)), context.now).offers.size
  }
  expect(open(done.board, 9)).toBe(1)
  expect(open(build(done.board, [[later(brieuc, 1), claim(2, 'b102', 's4')]]), 2)).toBe(0)
})

const builtOn: readonly (readonly [string, Command, readonly (readonly [Context, Command])[]])[] = [
  ['moved', claim(1, 'hall', 's3'), [[team, claim(1, 'hall', 's4')]]],
  [
    'moved and put back',
    claim(1, 'hall', 's3'),
    [
      [later(team, 1), claim(1, 'hall', 's4')],
      [later(team, 2), claim(1, 'hall', 's3')],
    ],
  ],
  ['released', claim(1, 'hall', 's3'), [[team, { type: 'release', sessionId: sessionId(1) }]]],
  ['withdrawn', claim(1, 'hall', 's3'), [[team, { type: 'withdraw', sessionId: sessionId(1) }]]],
  [
    'edited in the same field',
    { type: 'edit', sessionId: sessionId(1), title: 'A' },
    [[team, { type: 'edit', sessionId: sessionId(1), title: 'B' }]],
  ],
  ['edited since it was proposed', propose(7), [[team, { type: 'edit', sessionId: sessionId(7), title: 'B' }]]],
  ['placed since it was proposed', propose(7), [[team, claim(7, 'hall', 's4')]]],
]

for (const [what, mine, theirs] of builtOn) {
  test(`T2 what others have ${what} is built upon`, () => {
    const done = act(placed, ana, mine)
    expect(codeOf(undoOf(build(done.board, theirs), done, ana))).toBe('built-upon')
  })
}

test('T2 two fields of one session that two people changed are undone apart', () => {
  const done = act(placed, ana, { type: 'edit', sessionId: sessionId(1), title: 'A', tags: ['un'] })
  const both = build(done.board, [[team, { type: 'edit', sessionId: sessionId(1), remarks: 'Près de l’entrée' }]])
  const back = fold(both, accepted(undoOf(both, done, ana)), before)
  const was = placed.sessions.get(sessionId(1))
  expect(back.sessions.get(sessionId(1))).toEqual({ ...was, remarks: 'Près de l’entrée' })
})

test('T2 what happens beside it is not built on it: another’s move, a slot’s hours, a new room', () => {
  const done = act(placed, ana, claim(1, 'hall', 's3'))
  const board = build(done.board, [
    [brieuc, claim(2, 'b102', 's4')],
    [team, { type: 'edit-slot', slotId: 's3', start: '13:35' }],
    [team, { type: 'add-room', roomId: 'cave', name: 'Cave' }],
  ])
  expect(codeOf(undoOf(board, done, ana))).toBe('accepted')
  const order = act(placed, team, { type: 'order-rooms', roomIds: ['hall', 'fablab', 'b102', 'b101'] })
  const more = build(order.board, [[team, { type: 'add-room', roomId: 'cave', name: 'Cave' }]])
  const back = fold(more, accepted(undoOf(more, order, team)), before)
  expect([...back.rooms.keys()]).toEqual(['b101', 'b102', 'hall', 'fablab', 'cave'])
})

test('T3 whoever lost their cell meanwhile reads who holds it, and where is free', () => {
  const done = act(placed, ana, claim(1, 'hall', 's3'))
  const board = build(done.board, [[brieuc, claim(2, 'b101', 's1')]])
  const decision = undoOf(board, done, ana)
  expect(found(decision)).toContain('block place-free')
  expect(decision).toMatchObject({ refusal: { code: 'place-free', holder: { sessionId: sessionId(2) } } })
  expect(decision.type === 'refused' ? decision.refusal.alternatives.length : 0).toBe(3)
})

test('T3 doors, locks, what has begun and who may are asked as of now', () => {
  const done = act(placed, ana, claim(1, 'hall', 's3'))
  const closed = build(done.board, [[team, { type: 'close-door', door: 'claim' }]])
  expect(codeOf(undoOf(closed, done, ana))).toBe('door-open')
  const locked = build(done.board, [[team, { type: 'lock', sessionId: sessionId(1) }]])
  expect(codeOf(undoOf(locked, done, ana))).toBe('locked')
  const taken = build(done.board, [[team, { type: 'edit', sessionId: sessionId(1), hosts: ['brieuc'] }]])
  expect(codeOf(undoOf(taken, done, ana))).toBe('actor-may')
  const begun = { ...ana, now: at('09:29') }
  const left = act(placed, begun, { type: 'release', sessionId: sessionId(1) })
  expect(codeOf(undoOf(left.board, left, { ...ana, now: at('09:31') }))).toBe('slot-begun')
  const door = act(placed, team, { type: 'close-door', door: 'star' })
  const demoted = { ...by('team'), undoable: door.undoable }
  expect(codeOf(decide(door.board, { type: 'undo', commandId: sessionId(900) }, demoted))).toBe('actor-may')
})

test('T3 the frame is not undone under what has come to stand in it', () => {
  const room = act(placed, team, { type: 'add-room', roomId: 'cave', name: 'Cave' })
  const used = build(room.board, [[ana, claim(1, 'cave', 's3')]])
  expect(codeOf(undoOf(used, room, team))).toBe('still-used')
  const opened = act(build(placed, [[team, setCell('closed')]]), team, setCell('open'))
  const held = build(opened.board, [[ana, claim(1, 'hall', 's4')]])
  expect(codeOf(undoOf(held, opened, team))).toBe('still-used')
  const shorter = act(placed, team, { type: 'edit-slot', slotId: 's1', end: '10:00' })
  const between = build(shorter.board, [
    [team, { type: 'add-slot', slotId: 's1b', date: day, start: '10:00', end: '10:30' }],
    [brieuc, claim(2, 'b101', 's1b')],
  ])
  expect(codeOf(undoOf(between, shorter, team))).toBe('still-used')
  const gone = act(placed, team, { type: 'remove-room', roomId: 'hall' })
  const renamed = build(gone.board, [[team, { type: 'add-room', roomId: 'hall2', name: 'HALL' }]])
  expect(codeOf(undoOf(renamed, gone, team))).toBe('already-exists')
})
