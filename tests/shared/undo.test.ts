import { expect, test } from 'vitest'
import type { Board } from '../../shared/board.ts'
import type { Command } from '../../shared/commands/command.schema.ts'
import type { Context } from '../../shared/context.ts'
import { decide } from '../../shared/decide.ts'
import { levelOf } from '../../shared/rules/defaults.ts'
import { build, claim, day, propose, sessionId, team } from '../support/boards.ts'
import { act, ana, brieuc, codeOf, type Done, later, placed, shown, undone, undoOf } from '../support/undoing.ts'

const isNew = ({ type }: Command): boolean => type === 'propose'

const whole: readonly (readonly [string, Context, Command])[] = [
  ['a claim', ana, claim(1, 'hall', 's3')],
  ['a release', ana, { type: 'release', sessionId: sessionId(1) }],
  ['a proposal', ana, propose(7, { tags: ['eau'] })],
  ['an edit', ana, { type: 'edit', sessionId: sessionId(1), title: 'Autre', length: 2, needs: ['micro'] }],
  ['a lock', team, { type: 'lock', sessionId: sessionId(1) }],
  ['a frame', team, { type: 'frame-forum', theme: 'Et si ?', accent: 'plum' }],
  ['a room', team, { type: 'add-room', roomId: 'cave', name: 'Cave' }],
  ['a room’s edit', team, { type: 'edit-room', roomId: 'hall', capacity: 9, features: ['scène'] }],
  ['a room’s end', team, { type: 'remove-room', roomId: 'hall' }],
  ['an order of rooms', team, { type: 'order-rooms', roomIds: ['hall', 'fablab', 'b102', 'b101'] }],
  ['a slot', team, { type: 'add-slot', slotId: 's9', date: day, start: '17:00', end: '18:00' }],
  ['a slot’s hours', team, { type: 'edit-slot', slotId: 's1', end: '10:40' }],
  ['a slot’s end', team, { type: 'remove-slot', slotId: 's4' }],
  ['a day’s name', team, { type: 'label-day', date: day, label: 'Mercredi' }],
  [
    'closed cells',
    team,
    { type: 'set-cells', cells: ['s3', 's4'].map((slotId) => ({ roomId: 'hall', slotId })), use: { type: 'closed' } },
  ],
  ['a collective', team, { type: 'add-collective', collectiveId: 'amap', name: 'AMAP', people: ['ana'] }],
  ['a door', team, { type: 'close-door', door: 'propose' }],
  ['a rule’s level', team, { type: 'set-rule', rule: 'room-equipped', level: 'hint' }],
  ['a figure', team, { type: 'set-figures', turnOverMinutes: 10, ownLimit: 2 }],
]

for (const [what, context, command] of whole) {
  test(`T1 ${what} is undone in one step, and its undo too`, () => {
    const done = act(placed, context, command)
    expect(shown(done.board)).not.toEqual(shown(placed))
    const undo: Command = { type: 'undo', commandId: done.undoable.commandId }
    const back = act(done.board, { ...context, undoable: done.undoable }, undo, 901)
    expect(shown(back.board)).toEqual(isNew(command) ? { ...shown(placed), withdrawn: [sessionId(7)] } : shown(placed))
    expect(shown(undone(back, context))).toEqual(shown(done.board))
  })
}

test('T1 a rule’s level goes back to what it was, also where it was only the mode’s own', () => {
  const set = (board: Board, level: 'hint' | 'off'): Done =>
    act(board, team, { type: 'set-rule', rule: 'room-holds', level })
  const once = set(placed, 'off')
  expect(undone(once, team).rules).toEqual(placed.rules)
  expect(levelOf(undone(once, team), 'room-holds')).toBe(levelOf(placed, 'room-holds'))
  const twice = set(once.board, 'hint')
  expect(undone(twice, team).rules.levels).toEqual({ 'room-holds': 'off' })
})

test('T1 a withdrawn session is back as it was, with its place, its lock and its own id', () => {
  const locked = build(placed, [[team, { type: 'lock', sessionId: sessionId(1) }]])
  const done = act(locked, team, { type: 'withdraw', sessionId: sessionId(1) })
  expect(done.board.withdrawn).toEqual(new Set([sessionId(1)]))
  const back = undone(done, team)
  expect(new Map([...back.sessions].sort())).toEqual(new Map([...locked.sessions].sort()))
  expect(shown(back).placements).toEqual(shown(locked).placements)
  expect(back.withdrawn).toEqual(new Set())
})

test('T1 an offer that is made, declined, or accepted is undone: both sessions go back', () => {
  const made = act(placed, ana, {
    type: 'offer',
    offerId: sessionId(50),
    kind: 'swap',
    fromId: sessionId(1),
    toId: sessionId(2),
  })
  expect(undone(made, ana).offers).toEqual(new Map())
  const declined = act(made.board, brieuc, { type: 'answer-offer', offerId: sessionId(50), answer: 'decline' })
  expect(undone(declined, brieuc).offers).toEqual(made.board.offers)
  const swapped = act(made.board, brieuc, { type: 'answer-offer', offerId: sessionId(50), answer: 'accept' })
  const rooms = (board: Board) => [1, 2].map((n) => board.placements.get(sessionId(n))?.roomId)
  expect(rooms(swapped.board)).toEqual(['b102', 'b101'])
  const back = undone(swapped, brieuc)
  expect(rooms(back)).toEqual(['b101', 'b102'])
  expect(back.offers).toEqual(made.board.offers)
  // Once it is answered, making it can no longer be undone.
  expect(codeOf(undoOf(swapped.board, made, ana))).toBe('built-upon')
})

test('T1 what was merged comes apart by an undo, and a step back is taken back', () => {
  const merged = act(
    build(placed, [
      [ana, { type: 'offer', offerId: sessionId(50), kind: 'merge', fromId: sessionId(1), toId: sessionId(2) }],
    ]),
    brieuc,
    { type: 'answer-offer', offerId: sessionId(50), answer: 'accept' },
  )
  expect(merged.board.placements.has(sessionId(1))).toBe(false)
  expect(shown(undone(merged, brieuc)).placements).toEqual(shown(placed).placements)
  const gone = act(placed, ana, { type: 'step-back', sessionId: sessionId(1) })
  expect(gone.board.sessions.get(sessionId(1))?.hosts).toEqual([])
  expect(shown(undone(gone, ana))).toEqual(shown(placed))
})

test('T1 only one’s own last action is undone, for ten minutes', () => {
  const done = act(placed, ana, claim(1, 'hall', 's3'))
  expect(codeOf(undoOf(done.board, done, later(ana, 9.99)))).toBe('accepted')
  expect(codeOf(undoOf(done.board, done, later(ana, 10)))).toBe('nothing-to-undo')
  expect(codeOf(undoOf(done.board, done, brieuc))).toBe('nothing-to-undo')
  expect(codeOf(undoOf(done.board, done, team))).toBe('nothing-to-undo')
  const other: Command = { type: 'undo', commandId: sessionId(999) }
  expect(codeOf(decide(done.board, other, { ...ana, undoable: done.undoable }))).toBe('nothing-to-undo')
  expect(codeOf(decide(done.board, other, ana))).toBe('nothing-to-undo')
})
