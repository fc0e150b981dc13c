import { expect, test } from 'vitest'
import { decide } from '../../../shared/decide.ts'
import { findingSentence } from '../../../shared/sentences.ts'
import {
  build,
  by,
  claim,
  found,
  mergedInto,
  propose,
  sessionId,
  smallBoard,
  team,
  told,
} from '../../support/boards.ts'

test('B9 more people expected than seats is a hint, never a block', () => {
  const board = build(smallBoard, [[by('ana'), propose(1, { expected: 30 })]])
  const decision = decide(board, claim(1, 'b102', 's1'), by('ana'))
  expect(decision.type).toBe('accepted')
  expect(found(decision)).toEqual(['hint room-holds'])
  expect(decision.type === 'accepted' && decision.findings.map((f) => findingSentence(f, 'fr'))).toEqual([
    'B102 a 20 places, environ 30 personnes viendront.',
  ])
  expect(found(decide(board, claim(1, 'b101', 's1'), by('ana')))).toEqual([])
})

test('B9 without a figure from the host, the interest shown is the expectation', () => {
  const board = build(smallBoard, [[by('ana'), propose(1)]])
  const liked = { ...by('ana'), interest: () => 21 }
  expect(found(decide(board, claim(1, 'b102', 's1'), liked))).toEqual(['hint room-holds'])
  expect(found(decide(board, claim(1, 'hall', 's1'), liked))).toEqual([])
})

test('B10 a missing feature is a hint; case and accents do not matter', () => {
  const board = build(smallBoard, [[by('ana'), propose(1, { needs: ['videoprojecteur', 'Paperboard'] })]])
  const decision = decide(board, claim(1, 'b101', 's1'), by('ana'))
  expect(decision.type === 'accepted' && decision.findings).toEqual([
    { rule: 'room-equipped', level: 'hint', facts: { room: 'B101', missing: 'Paperboard' } },
  ])
  expect(told(decision)).toEqual(['Il manque à B101\u00a0: Paperboard.'])
})

test('B9 what is held inside a session draws people too: the largest figure counts', () => {
  const board = build(smallBoard, [
    [by('ana'), propose(1, { expected: 10 })],
    [by('brieuc'), propose(2, { expected: 25 })],
  ])
  expect(found(decide(board, claim(1, 'b102', 's1'), by('ana')))).toEqual([])
  expect(found(decide(mergedInto(board, 2, 1), claim(1, 'b102', 's1'), by('ana')))).toEqual(['hint room-holds'])
})

test('B10 a way in without steps, or a loop to hear, needs a reason where it lacks, however it is worded', () => {
  for (const need of ['PMR', 'accès de plain-pied', 'Sans marche', 'accessible', 'Step-free', 'boucle auditive']) {
    const board = build(smallBoard, [[by('ana'), propose(1, { needs: [need, 'piano'] })]])
    const decision = decide(board, claim(1, 'b102', 's1'), by('ana'))
    expect([need, found(decision)]).toEqual([need, ['needs-reason room-equipped', 'hint room-equipped']])
    expect(decision.type).toBe('refused')
  }
})

test('B10 what means the same is the same: a lift for a wheelchair, one language for another', () => {
  const rooms = (features: readonly string[]) =>
    build(smallBoard, [
      [team, { type: 'edit-room', roomId: 'b102', features: [...features] }],
      [by('ana'), propose(1, { needs: ['step-free', 'hearing loop'] })],
    ])
  const says = (...features: string[]) => found(decide(rooms(features), claim(1, 'b102', 's1'), by('ana')))
  expect(says('Ascenseur', 'Boucle magnétique')).toEqual([])
  expect(says('accès de plain-pied', 'boucle à induction')).toEqual([])
  expect(says('pas d’ascenseur', 'inaccessible', 'boucle magnétique')).toEqual(['needs-reason room-equipped'])
})

test('B10 a level that the team sets counts for every need', () => {
  const board = build(smallBoard, [
    [by('ana'), propose(1, { needs: ['PMR', 'piano'] })],
    [team, { type: 'set-rule', rule: 'room-equipped', level: 'hint' }],
  ])
  expect(found(decide(board, claim(1, 'b102', 's1'), by('ana')))).toEqual(['hint room-equipped', 'hint room-equipped'])
  const off = build(board, [[team, { type: 'set-rule', rule: 'room-equipped', level: 'off' }]])
  expect(found(decide(off, claim(1, 'b102', 's1'), by('ana')))).toEqual([])
})

test('B10 a co-host comes to a placed session, whatever its room lacks', () => {
  const board = build(smallBoard, [
    [by('ana'), propose(1, { needs: ['PMR'] })],
    [{ ...by('ana'), reason: 'Nous porterons.' }, claim(1, 'b102', 's1')],
  ])
  expect(decide(board, { type: 'edit', sessionId: sessionId(1), hosts: ['ana', 'brieuc'] }, by('ana'))).toMatchObject({
    type: 'accepted',
    findings: [],
  })
})
