import { expect, test } from 'vitest'
import { decide } from '../../../shared/decide.ts'
import { findingSentence } from '../../../shared/sentences.ts'
import { build, by, claim, found, propose, smallBoard } from '../../support/boards.ts'

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
})
