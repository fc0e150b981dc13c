import { expect, test } from 'vitest'
import { decide } from '../../../shared/decide.ts'
import { build, by, claim, found, mergedInto, propose, smallBoard, team, told } from '../../support/boards.ts'

const board = build(smallBoard, [
  [by('ana'), propose(1, { tags: ['Numérique', 'communs'] })],
  [by('ana'), claim(1, 'b101', 's3')],
  [by('brieuc'), propose(2, { tags: ['NUMERIQUE', 'Communs', 'eau'] })],
  [by('carole'), propose(3, { tags: ['eau'] })],
])

test('B20 a parallel session with a tag in common is told once, by its title', () => {
  const decision = decide(board, claim(2, 'b102', 's3'), by('brieuc'))
  expect([decision.type, found(decision)]).toEqual(['accepted', ['hint same-subject']])
  expect([told(decision, 'fr'), told(decision, 'en')]).toEqual([
    ['« Sujet 1 » traite aussi de « NUMERIQUE » à cette heure.'],
    ['“Sujet 1” is about “NUMERIQUE” too at that time.'],
  ])
  expect(found(decide(board, claim(2, 'b102', 'long'), by('brieuc')))).toEqual(['hint same-subject'])
})

test('B20 at another time, without a tag in common, or for the session itself nothing is said', () => {
  expect(found(decide(board, claim(2, 'b102', 's4'), by('brieuc')))).toEqual([])
  expect(found(decide(board, claim(3, 'b102', 's3'), by('carole')))).toEqual([])
  expect(found(decide(board, claim(1, 'b102', 's3'), by('ana')))).toEqual([])
})

test('B20 what is held inside a session is about its subjects too', () => {
  const merged = mergedInto(board, 2, 1)
  expect(found(decide(merged, claim(3, 'b102', 's3'), by('carole')))).toEqual(['hint same-subject'])
})

test('B20 at a barcamp it is not asked until the team wants it', () => {
  const barcamp = build(board, [[team, { type: 'set-mode', mode: 'barcamp' }]])
  expect(found(decide(barcamp, claim(2, 'b102', 's3'), by('brieuc')))).toEqual([])
  const asked = build(barcamp, [[team, { type: 'set-rule', rule: 'same-subject', level: 'hint' }]])
  expect(found(decide(asked, claim(2, 'b102', 's3'), by('brieuc')))).toEqual(['hint same-subject'])
})
