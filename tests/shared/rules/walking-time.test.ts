import { expect, test } from 'vitest'
import { decide } from '../../../shared/decide.ts'
import { build, by, claim, found, propose, smallBoard, team, told } from '../../support/boards.ts'

/** B101 and B102 are in two buildings, twenty minutes apart; between s1 and s2 there is a quarter of an hour. */
const board = build(smallBoard, [
  [team, { type: 'edit-room', roomId: 'b101', building: 'Bâtiment B' }],
  [team, { type: 'edit-room', roomId: 'b102', building: 'La Grange' }],
  [team, { type: 'set-figures', walks: [{ from: 'la grange', to: 'BATIMENT B', minutes: 20 }] }],
  [by('ana'), propose(1, { hosts: ['ana'] })],
  [by('ana'), claim(1, 'b101', 's1')],
  [by('brieuc'), propose(2, { hosts: ['brieuc', 'ana'] })],
])

test('B18 who hosts before or after in another building is told that there is no time to walk', () => {
  const decision = decide(board, claim(2, 'b102', 's2'), by('ana'))
  expect([decision.type, found(decision)]).toEqual(['accepted', ['hint walking-time']])
  expect([told(decision, 'fr'), told(decision, 'en')]).toEqual([
    ['Vous portez juste avant ou après un sujet dans un autre bâtiment : il faut 20 minutes à pied.'],
    ['You host a session in another building just before or after: it is 20 minutes on foot.'],
  ])
  const later = build(board, [[by('ana'), claim(1, 'b101', 's4')]])
  expect(found(decide(later, claim(2, 'b102', 's3'), by('ana')))).toEqual(['hint walking-time'])
})

test('B18 to others it is not said from where, nor how far', () => {
  const decision = decide(board, claim(2, 'b102', 's2'), by('brieuc'))
  expect(decision.type === 'accepted' && decision.findings[0]?.facts).toEqual({ kind: 'other' })
  expect(told(decision)).toEqual([
    'Une personne qui porte ce sujet n’a pas le temps de venir d’un autre bâtiment, ou d’y aller ensuite.',
  ])
})

test('B18 in the same building, with time enough, or where nobody said how far, nothing is said', () => {
  expect(found(decide(board, claim(2, 'b101', 's2'), by('brieuc')))).toEqual([])
  expect(found(decide(board, claim(2, 'b102', 's3'), by('brieuc')))).toEqual([])
  expect(found(decide(board, claim(2, 'hall', 's2'), by('brieuc')))).toEqual([])
  const quick = build(board, [
    [team, { type: 'set-figures', walks: [{ from: 'Bâtiment B', to: 'La Grange', minutes: 15 }] }],
  ])
  expect(found(decide(quick, claim(2, 'b102', 's2'), by('brieuc')))).toEqual([])
})

test('B18 the night is long enough for any walk', () => {
  const night = build(smallBoard, [
    [team, { type: 'add-slot', slotId: 'late', date: '2024-07-03', start: '22:30', end: '23:55' }],
    [team, { type: 'add-slot', slotId: 'early', date: '2024-07-04', start: '00:05', end: '01:00' }],
    [team, { type: 'edit-room', roomId: 'b101', building: 'A' }],
    [team, { type: 'edit-room', roomId: 'b102', building: 'B' }],
    [team, { type: 'set-figures', walks: [{ from: 'A', to: 'B', minutes: 30 }] }],
    [by('ana'), propose(1)],
    [by('ana'), propose(2)],
    [by('ana'), claim(1, 'b101', 'late')],
  ])
  expect(found(decide(night, claim(2, 'b102', 'early'), by('ana')))).toEqual([])
})
