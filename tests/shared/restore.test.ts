import { expect, test } from 'vitest'
import type { Board } from '../../shared/board.ts'
import { boardToJson } from '../../shared/board-json.ts'
import type { Restore } from '../../shared/commands/history.schema.ts'
import { decide } from '../../shared/decide.ts'
import type { Decision } from '../../shared/decision.ts'
import { evolve } from '../../shared/evolve.ts'
import { restoreSteps } from '../../shared/restore-steps.ts'
import { before, build, by, claim, day, found, propose, proposed, sessionId, team } from '../support/boards.ts'

const [ana, brieuc, carole] = [by('ana'), by('brieuc'), by('carole')]

const past = build(proposed, [
  [ana, claim(1, 'b101', 's1')],
  [brieuc, claim(2, 'b102', 's2')],
])

const restore = (board: Board, what: Restore['what'], context = team): Decision =>
  decide(board, { type: 'restore', seq: 1, what }, { ...context, past })

const restored = (board: Board, what: Restore['what']): Board => {
  const decision = restore(board, what)
  if (decision.type === 'refused') throw new Error(JSON.stringify(decision.refusal))
  return decision.events.reduce((next, event) => evolve(next, event, before), board)
}
const codeOf = (decision: Decision): string => (decision.type === 'accepted' ? 'accepted' : decision.refusal.code)

/** Where each session is: "1 b101 s1". */
const where = (board: Board): readonly string[] =>
  [...board.sessions.keys()].sort().map((id) => {
    const placement = board.placements.get(id)
    const at = placement === undefined ? 'tray' : `${placement.roomId} ${placement.slotIds.join('+')}`
    return `${id.replace(/^[0-]*(4000-8000-0*)?/, '')} ${at}`
  })

const wall = { type: 'wall' } as const

test('T6 the whole wall goes back: what was moved, released, withdrawn and swapped', () => {
  const now = build(past, [
    [ana, claim(1, 'b102', 's1')],
    [brieuc, claim(2, 'b101', 's1')],
    [ana, propose(3)],
  ])
  expect(where(restored(now, wall))).toEqual(['1 b101 s1', '2 b102 s2', '3 tray'])
  const gone = build(now, [
    [ana, { type: 'withdraw', sessionId: sessionId(1) }],
    [brieuc, { type: 'release', sessionId: sessionId(2) }],
  ])
  const back = restored(gone, wall)
  expect(where(back)).toEqual(['1 b101 s1', '2 b102 s2', '3 tray'])
  expect(back.sessions.get(sessionId(1))).toEqual(past.sessions.get(sessionId(1)))
  expect(back.withdrawn).toEqual(new Set())
})

test('T6 what was proposed since keeps its place, unless a restored session needs its cell', () => {
  const now = build(past, [
    [ana, { type: 'release', sessionId: sessionId(1) }],
    [carole, propose(3)],
    [carole, claim(3, 'b101', 's1')],
    [carole, propose(4)],
    [carole, claim(4, 'hall', 's3')],
  ])
  expect(where(restored(now, wall))).toEqual(['1 b101 s1', '2 b102 s2', '3 tray', '4 hall s3'])
})

test('T6 texts stay as they are when the wall goes back, and what was parked then is parked again', () => {
  const parked = build(proposed, [[brieuc, claim(2, 'b102', 's2')]])
  const now = build(past, [[ana, { type: 'edit', sessionId: sessionId(1), title: 'Mieux dit' }]])
  const decision = decide(now, { type: 'restore', seq: 1, what: wall }, { ...team, past: parked })
  expect(decision).toMatchObject({ events: [{ type: 'session-released', sessionId: sessionId(1) }] })
})

test('T6 what a block forbids today is left in the tray, with why: a closed cell, a room that is gone, a busy host', () => {
  const now = build(past, [
    [ana, { type: 'release', sessionId: sessionId(1) }],
    [team, { type: 'set-cells', cells: [{ roomId: 'b101', slotId: 's1' }], use: { type: 'closed' } }],
    [brieuc, { type: 'release', sessionId: sessionId(2) }],
    [team, { type: 'remove-room', roomId: 'b102' }],
    [ana, propose(3)],
    [ana, claim(3, 'hall', 's1')],
  ])
  const { events, left } = restoreSteps(now, past, wall, team)
  expect(events).toEqual([])
  expect(left.map(({ sessionId: id, findings, fault }) => [id, findings.map(({ rule }) => rule), fault])).toEqual([
    [sessionId(1), ['cell-open', 'host-free'], null],
    [sessionId(2), [], 'unknown-room'],
  ])
  expect(found(restore(now, wall))).toEqual(['block cell-open', 'block host-free'])
  // Where others can go back, they do, and it is no refusal.
  const open = build(now, [
    [team, { type: 'set-cells', cells: [{ roomId: 'b101', slotId: 's1' }], use: { type: 'open' } }],
  ])
  const busy = restoreSteps(open, past, wall, team)
  expect(busy.left.map(({ findings }) => findings.map(({ rule }) => rule))).toEqual([['host-free'], []])
})

test('T6 a session that was moved elsewhere is parked where its own cell is closed now', () => {
  const now = build(past, [
    [ana, claim(1, 'hall', 's3')],
    [brieuc, claim(2, 'hall', 's4')],
    [team, { type: 'set-cells', cells: [{ roomId: 'b101', slotId: 's1' }], use: { type: 'closed' } }],
  ])
  expect(where(restored(now, wall))).toEqual(['1 tray', '2 b102 s2'])
})

test('T6 one session goes back with its text and its place, also after it was withdrawn', () => {
  const one = { type: 'session', sessionId: sessionId(1) } as const
  const now = build(past, [
    [ana, { type: 'edit', sessionId: sessionId(1), title: 'Autre', tags: ['eau'] }],
    [ana, claim(1, 'hall', 's3')],
    [brieuc, claim(2, 'b102', 's4')],
  ])
  const back = restored(now, one)
  expect(where(back)).toEqual(['1 b101 s1', '2 b102 s4'])
  expect(back.sessions.get(sessionId(1))).toEqual(past.sessions.get(sessionId(1)))
  const gone = build(now, [[ana, { type: 'withdraw', sessionId: sessionId(1) }]])
  expect(where(restored(gone, one))).toEqual(['1 b101 s1', '2 b102 s4'])
})

test('T6 one session whose cell is taken keeps its place and gets its text; with nothing else to do the holder is named', () => {
  const one = { type: 'session', sessionId: sessionId(1) } as const
  const moved = build(past, [
    [ana, claim(1, 'hall', 's3')],
    [brieuc, claim(2, 'b101', 's1')],
  ])
  const decision = restore(moved, one)
  expect(decision).toMatchObject({ refusal: { code: 'place-free', holder: { sessionId: sessionId(2) } } })
  const edited = build(moved, [[ana, { type: 'edit', sessionId: sessionId(1), title: 'Autre' }]])
  const back = restored(edited, one)
  expect(where(back)).toEqual(['1 hall s3', '2 b101 s1'])
  expect(back.sessions.get(sessionId(1))?.title).toBe('Sujet 1')
})

test('T6 one cell goes back to whoever was in it, and whoever is there now goes to the tray', () => {
  const cell = { type: 'cell', cell: { roomId: 'b101', slotId: 's1' } } as const
  const now = build(past, [
    [ana, claim(1, 'hall', 's3')],
    [brieuc, claim(2, 'b101', 's1')],
  ])
  expect(where(restored(now, cell))).toEqual(['1 b101 s1', '2 tray'])
  const empty = { type: 'cell', cell: { roomId: 'hall', slotId: 's3' } } as const
  expect(where(restored(now, empty))).toEqual(['1 tray', '2 b101 s1'])
  const gone = build(now, [[ana, { type: 'withdraw', sessionId: sessionId(1) }]])
  expect(where(restored(gone, cell))).toEqual(['1 b101 s1', '2 tray'])
})

test('T7 where nothing would change, or the moment is unknown, a restore says so and does nothing', () => {
  expect(codeOf(restore(past, wall))).toBe('already-so')
  expect(codeOf(restore(past, { type: 'session', sessionId: sessionId(1) }))).toBe('already-so')
  expect(codeOf(restore(past, { type: 'cell', cell: { roomId: 'hall', slotId: 's3' } }))).toBe('already-so')
  expect(codeOf(restore(past, { type: 'cell', cell: { roomId: 'nowhere', slotId: 's3' } }))).toBe('unknown-room')
  expect(codeOf(restore(past, { type: 'session', sessionId: sessionId(8) }))).toBe('unknown-session')
  expect(codeOf(decide(past, { type: 'restore', seq: 1, what: wall }, team))).toBe('unknown-moment')
  expect(codeOf(restore(past, wall, ana))).toBe('actor-may')
})

test('T6 what needs a reason asks for it, once for the whole wall', () => {
  const crowded = build(past, [
    [ana, { type: 'edit', sessionId: sessionId(1), expected: 90 }],
    [ana, { type: 'release', sessionId: sessionId(1) }],
    [team, { type: 'set-rule', rule: 'room-holds', level: 'needs-reason' }],
  ])
  expect(found(restore(crowded, wall))).toEqual(['needs-reason room-holds'])
  const { events, placed, left } = restoreSteps(crowded, past, wall, team)
  expect([events.length, placed.length, left]).toEqual([1, 1, []])
  expect(codeOf(restore(crowded, wall, { ...team, reason: 'On se serre' }))).toBe('accepted')
})

test('T6 merged sessions come apart and together again as they were', () => {
  const merged = build(past, [
    [ana, { type: 'offer', offerId: sessionId(50), kind: 'merge', fromId: sessionId(1), toId: sessionId(2) }],
    [brieuc, { type: 'answer-offer', offerId: sessionId(50), answer: 'accept' }],
  ])
  const apart = restored(merged, wall)
  expect(boardToJson(apart).sessions).toEqual(boardToJson(past).sessions)
  expect(where(apart)).toEqual(where(past))
  const again = decide(apart, { type: 'restore', seq: 1, what: wall }, { ...team, past: merged })
  if (again.type === 'refused') throw new Error(again.refusal.code)
  const together = again.events.reduce((next, event) => evolve(next, event, before), apart)
  expect(boardToJson(together).sessions).toEqual(boardToJson(merged).sessions)
  expect(where(together)).toEqual(where(merged))
})

test('T6 a longer slot of today is respected: who no longer fits beside another is left', () => {
  const now = build(past, [
    [ana, { type: 'release', sessionId: sessionId(1) }],
    [team, { type: 'add-slot', slotId: 'early', date: day, start: '09:00', end: '09:45' }],
    [carole, propose(3)],
    [brieuc, claim(2, 'b101', 'early')],
  ])
  // Carole's is new and gives way; Brieuc's own goes back, and makes room for Ana's.
  expect(where(restored(now, wall))).toEqual(['1 b101 s1', '2 b102 s2', '3 tray'])
})
