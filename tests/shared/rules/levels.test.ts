import { expect, test } from 'vitest'
import { type Mode, modes } from '../../../shared/board.ts'
import type { Command } from '../../../shared/commands/command.schema.ts'
import { decide } from '../../../shared/decide.ts'
import { type Level, levels, type RuleId, ruleIds } from '../../../shared/refusals.ts'
import { rules } from '../../../shared/rules/all.ts'
import { defaultLevels, levelOf } from '../../../shared/rules/defaults.ts'
import { refusalSentence } from '../../../shared/sentences.ts'
import { build, by, claim, found, propose, proposed, smallBoard, team, told } from '../../support/boards.ts'

const setting = (rule: RuleId, level: Level): Command => ({ type: 'set-rule', rule, level })

const held = build(proposed, [
  [by('ana'), claim(1, 'b101', 's1')],
  [by('brieuc'), { type: 'edit', sessionId: '00000000-0000-4000-8000-000000000002', expected: 60 }],
])

test('B22 every rule is one file, told in the order of its id, with a level for every mode', () => {
  expect(rules.map(({ id }) => id)).toEqual([...ruleIds])
  for (const rule of ruleIds) {
    expect(Object.keys(defaultLevels[rule]).sort()).toEqual([...modes].sort())
  }
})

test('B22 what the team did not set follows the mode', () => {
  const levelIn = (mode: Mode) =>
    levelOf({ rules: smallBoard.rules, frame: { ...smallBoard.frame, mode } }, 'own-limit')
  expect(modes.map(levelIn)).toEqual(['block', 'block', 'needs-reason'])
  const set = build(smallBoard, [
    [team, setting('own-limit', 'off')],
    [team, { type: 'set-mode', mode: 'curated' }],
  ])
  expect(levelOf(set, 'own-limit')).toBe('off')
})

test('B22 each level does what it says', () => {
  const outcome = (level: Level) => {
    const board = build(held, [[team, setting('room-holds', level)]])
    const decision = decide(board, claim(2, 'b102', 's1'), by('brieuc'))
    return [level, decision.type, found(decision)]
  }
  expect(levels.map(outcome)).toEqual([
    ['block', 'refused', ['block room-holds']],
    ['needs-reason', 'refused', ['needs-reason room-holds']],
    ['hint', 'accepted', ['hint room-holds']],
    ['off', 'accepted', []],
  ])
})

test('B22 a room holds one session whatever the team may wish', () => {
  const decision = decide(held, setting('place-free', 'hint'), team)
  expect(decision.type === 'refused' && refusalSentence(decision.refusal, 'fr')).toBe(
    'Une salle n’accueille qu’un sujet à la fois : cette règle ne se change pas.',
  )
  const again = build(held, [[team, setting('place-free', 'block')]])
  expect(found(decide(again, claim(2, 'b101', 's1'), by('brieuc')))).toEqual(['block place-free', 'hint room-holds'])
})

test('B22 the frame stays the team’s where anybody may act on any session', () => {
  const lax = build(held, [[team, setting('actor-may', 'off')]])
  expect(decide(lax, claim(1, 'b102', 's2'), by('brieuc')).type).toBe('accepted')
  expect(found(decide(lax, setting('actor-may', 'block'), by('brieuc')))).toEqual(['block actor-may'])
})

test('B22 walks are kept cleaned, each pair of buildings once', () => {
  const walk = (from: string, to: string, minutes: number) => ({ from, to, minutes })
  const walks = [walk(' A\u200b ', 'B', 5), walk('b', 'a', 8), walk('A', ' a', 3), walk('Bâtiment C', 'A', 0)]
  expect(decide(smallBoard, { type: 'set-figures', walks, lateCells: 1 }, team)).toEqual({
    type: 'accepted',
    findings: [],
    events: [
      { type: 'figures-set', changes: { lateCells: 1, walks: [walk('b', 'a', 8), walk('Bâtiment C', 'A', 0)] } },
    ],
  })
  const nameless = decide(smallBoard, { type: 'set-figures', walks: [walk(' ', 'B', 5)] }, team)
  expect(nameless.type === 'refused' && nameless.refusal.code).toBe('empty-text')
})

test('B23 what needs a reason is refused by its rule, and done with one; its findings are told either way', () => {
  const board = build(held, [[team, setting('room-holds', 'needs-reason')]])
  const refused = decide(board, claim(2, 'b102', 's1'), by('brieuc'))
  expect(refused.type === 'refused' && refused.refusal.code).toBe('room-holds')
  const reasoned = decide(board, claim(2, 'b102', 's1'), { ...by('brieuc'), reason: 'Nous serons debout.' })
  expect([reasoned.type, told(reasoned)]).toEqual(['accepted', told(refused)])
})

test('B23 no reason lifts a block, and the worst is told first', () => {
  const board = build(held, [
    [team, setting('room-holds', 'needs-reason')],
    [by('ana'), propose(3, { expected: 60, needs: ['piano'] })],
  ])
  const decision = decide(board, claim(3, 'b101', 's1'), { ...by('ana'), reason: 'Nous serons debout.' })
  expect([decision.type, found(decision)]).toEqual([
    'refused',
    ['block place-free', 'block host-free', 'needs-reason room-holds', 'hint room-equipped'],
  ])
})
