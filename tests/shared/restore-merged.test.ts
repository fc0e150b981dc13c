import { expect, test } from 'vitest'
import type { Board } from '../../shared/board.ts'
import type { Command } from '../../shared/commands/command.schema.ts'
import { decide } from '../../shared/decide.ts'
import type { Decision } from '../../shared/decision.ts'
import { evolve } from '../../shared/evolve.ts'
import { restoreSteps } from '../../shared/restore-steps.ts'
import { before, build, by, claim, propose, proposed, sessionId, team } from '../support/boards.ts'
import { codeOf } from '../support/undoing.ts'

const [ana, brieuc, carole] = [by('ana'), by('brieuc'), by('carole')]

/** Where each session is: "1 b101 s1". */
const where = (board: Board): readonly string[] =>
  [...board.sessions.keys()].sort().map((id) => {
    const placement = board.placements.get(id)
    const at = placement === undefined ? 'tray' : `${placement.roomId} ${placement.slotIds.join('+')}`
    return `${Number(id.slice(-4))} ${at}`
  })

/** Carole's session 3 beside those of Ana and Brieuc; what was inside another then is the past. */
const three = build(proposed, [
  [ana, claim(1, 'b101', 's1')],
  [brieuc, claim(2, 'b102', 's2')],
  [carole, propose(3)],
])
const merge = (board: Board, from: number, to: number, context = team): Board =>
  build(board, [
    [team, { type: 'set-mode', mode: 'barcamp' }],
    [
      context,
      { type: 'offer', offerId: sessionId(50 + from), kind: 'merge', fromId: sessionId(from), toId: sessionId(to) },
    ],
  ])
const apart = (board: Board, n: number): Board => build(board, [[team, { type: 'unmerge', sessionId: sessionId(n) }]])
const inside = (board: Board, n: number) => board.sessions.get(sessionId(n))?.merged?.intoId ?? null
/** Session 3 goes back to what it was on another board. */
const thirdAsOn = (then: Board, now: Board): { readonly decision: Decision; readonly board: Board } => {
  const command = { type: 'restore', seq: 1, what: { type: 'session', sessionId: sessionId(3) } } as const
  const decision = decide(now, command, { ...team, past: then })
  const events = decision.type === 'accepted' ? decision.events : []
  return { decision, board: events.reduce((next, event) => evolve(next, event, before), now) }
}

test('T6 what was held inside another goes inside it again, and with it where that one is inside a third by now', () => {
  const then = merge(three, 3, 1)
  const now = build(apart(then, 3), [[carole, claim(3, 'hall', 's3')]])
  const back = thirdAsOn(then, now)
  expect([inside(back.board, 3), where(back.board)]).toEqual([sessionId(1), ['1 b101 s1', '2 b102 s2', '3 tray']])
  const followed = thirdAsOn(then, merge(now, 1, 2))
  expect([inside(followed.board, 1), inside(followed.board, 3)]).toEqual([sessionId(2), sessionId(2)])
  expect(where(followed.board)).toEqual(['1 tray', '2 b102 s2', '3 tray'])
  expect(codeOf(thirdAsOn(then, then).decision)).toBe('already-so')
})

test('T6 what can no longer go inside another stays where it is, with its text, and why is said', () => {
  const then = merge(three, 3, 1)
  const free = build(apart(then, 3), [[carole, claim(3, 'hall', 's3')]])
  const said = (now: Board) => {
    const { left } = restoreSteps(now, then, { type: 'session', sessionId: sessionId(3) }, team)
    const { decision, board } = thirdAsOn(then, now)
    return [
      left.map(({ findings, fault }) => [...findings.map(({ rule }) => rule), fault]),
      codeOf(decision),
      where(board),
    ]
  }
  const places = ['1 b101 s1', '2 b102 s2', '3 hall s3']
  // It carries the other itself now.
  expect(said(merge(free, 1, 3))).toEqual([
    [['already-merged']],
    'already-merged',
    ['1 tray', '2 b102 s2', '3 hall s3'],
  ])
  // The other is gone.
  const gone = build(free, [[ana, { type: 'withdraw', sessionId: sessionId(1) }]])
  expect(said(gone)).toEqual([[['carrier-gone']], 'carrier-gone', places.slice(1)])
  // Carole hosts something else at that time.
  const busy = build(free, [
    [carole, propose(4)],
    [carole, claim(4, 'hall', 's1')],
  ])
  expect(said(busy)).toEqual([[['host-free', null]], 'host-free', [...places, '4 hall s1']])
  const edited = build(busy, [[carole, { type: 'edit', sessionId: sessionId(3), title: 'Autre' }]])
  const { board } = thirdAsOn(then, edited)
  expect([board.sessions.get(sessionId(3))?.title, where(board)]).toEqual(['Sujet 3', [...places, '4 hall s1']])
})

const dora = by('dora')
const hosting = (n: number, ...hosts: string[]): Command => ({ type: 'edit', sessionId: sessionId(n), hosts })

test('O9 who comes back to host what is inside another must be free there, though it never came out', () => {
  const then = merge(build(three, [[carole, hosting(3, 'carole', 'dora')]]), 3, 1)
  const left = build(then, [[dora, { type: 'step-back', sessionId: sessionId(3) }]])
  const third = (board: Board) => {
    const { decision, board: back } = thirdAsOn(then, board)
    return [codeOf(decision), inside(back, 3), back.sessions.get(sessionId(3))?.hosts]
  }
  expect(third(left)).toEqual(['accepted', sessionId(1), ['carole', 'dora']])
  const busy = build(left, [
    [dora, propose(4)],
    [dora, claim(4, 'hall', 's1')],
  ])
  expect(third(busy)).toEqual(['host-free', sessionId(1), ['carole']])
  const edited = build(busy, [[carole, { type: 'edit', sessionId: sessionId(3), title: 'Autre' }]])
  expect(third(edited)).toEqual(['accepted', sessionId(1), ['carole']])
})

test('O9 B2 the whole wall puts nothing back inside another whose hosts are busy then, and says why', () => {
  const then = merge(merge(build(three, [[ana, propose(5)]]), 3, 1), 5, 1)
  const now = apart(apart(then, 3), 5)
  const wall = (board: Board) => {
    const { events, left } = restoreSteps(board, then, { type: 'wall' }, team)
    const back = events.reduce((next, event) => evolve(next, event, before), board)
    return [
      left.map(({ sessionId: id, findings }) => [id, ...findings.map(({ rule }) => rule)]),
      inside(back, 3),
      inside(back, 5),
    ]
  }
  expect(wall(now)).toEqual([[], sessionId(1), sessionId(1)])
  const busy = build(now, [
    [carole, propose(4)],
    [carole, claim(4, 'hall', 's1')],
  ])
  expect(wall(busy)).toEqual([[[sessionId(3), 'host-free']], null, sessionId(1)])
})
