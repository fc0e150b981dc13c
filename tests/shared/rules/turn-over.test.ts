import { expect, test } from 'vitest'
import { decide } from '../../../shared/decide.ts'
import { build, by, claim, found, propose, smallBoard, team, told } from '../../support/boards.ts'

/** A workshop in s3 of B101; s4 touches it, and between s1 and s2 there is a quarter of an hour. */
const board = build(smallBoard, [
  [team, { type: 'set-figures', turnOverMinutes: 20 }],
  [by('ana'), propose(1, { format: 'workshop' })],
  [by('ana'), claim(1, 'b101', 's3')],
  [by('brieuc'), propose(2, { format: 'talk' })],
  [by('carole'), propose(3, { format: 'workshop' })],
])

test('B19 a session of another format just before or after needs time to set the room up', () => {
  const after = decide(board, claim(2, 'b101', 's4'), by('brieuc'))
  expect([after.type, found(after)]).toEqual(['accepted', ['hint turn-over']])
  expect([told(after, 'fr'), told(after, 'en')]).toEqual([
    ['B101 est à réinstaller (20 minutes) : « Sujet 1 » y finit juste avant, dans un autre format.'],
    ['B101 has to be set up anew (20 minutes): “Sujet 1” ends there just before, in another format.'],
  ])
  const late = build(board, [[by('ana'), claim(1, 'b101', 's2')]])
  expect(told(decide(late, claim(2, 'b101', 's1'), by('brieuc')))).toEqual([
    'B101 est à réinstaller (20 minutes) : « Sujet 1 » y commence juste après, dans un autre format.',
  ])
})

test('B19 the same format, another room, or time enough: nothing is said', () => {
  expect(found(decide(board, claim(3, 'b101', 's4'), by('carole')))).toEqual([])
  expect(found(decide(board, claim(2, 'hall', 's4'), by('brieuc')))).toEqual([])
  expect(found(decide(board, claim(2, 'b101', 's2'), by('brieuc')))).toEqual([])
  const quick = build(board, [
    [team, { type: 'set-figures', turnOverMinutes: 15 }],
    [by('ana'), claim(1, 'b101', 's1')],
  ])
  expect(found(decide(quick, claim(2, 'b101', 's2'), by('brieuc')))).toEqual([])
})

test('B19 only the next one counts: a session between has set the room up already', () => {
  const between = build(board, [
    [team, { type: 'set-figures', turnOverMinutes: 90 }],
    [by('ana'), claim(1, 'b101', 's1')],
    [team, propose(4, { format: 'talk' })],
    [team, claim(4, 'b101', 's2')],
  ])
  expect(found(decide(between, claim(2, 'b101', 's3'), by('brieuc')))).toEqual([])
})
