import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decide } from '../../../shared/decide.ts'
import { overlap } from '../../../shared/time.ts'
import { before, build, by, claim, found, propose, proposed, sessionId, smallBoard } from '../../support/boards.ts'

const held = build(proposed, [[by('ana'), claim(1, 'b101', 's3')]])

test('B1 a cell that is held is refused, with its holder and since when', () => {
  const decision = decide(held, claim(2, 'b101', 's3'), by('brieuc'))
  expect(found(decision)).toEqual(['block place-free'])
  expect(decision.type === 'refused' && decision.refusal.holder).toEqual({
    sessionId: sessionId(1),
    title: 'Sujet 1',
    since: before,
  })
})

test('B1 an overlapping slot of the same room is taken too, both ways', () => {
  expect(found(decide(held, claim(2, 'b101', 'long'), by('brieuc')))).toEqual(['block place-free'])
  const long = build(proposed, [[by('ana'), claim(1, 'b101', 'long')]])
  expect(found(decide(long, claim(2, 'b101', 's3'), by('brieuc')))).toEqual(['block place-free'])
  expect(found(decide(long, claim(2, 'b101', 's4'), by('brieuc')))).toEqual(['block place-free'])
})

test('B1 touching slots, another room and one’s own cell are free', () => {
  expect(decide(held, claim(2, 'b101', 's4'), by('brieuc')).type).toBe('accepted')
  expect(decide(held, claim(2, 'b102', 's3'), by('brieuc')).type).toBe('accepted')
  expect(decide(held, claim(1, 'b101', 's3'), by('ana')).type).toBe('accepted')
})

test('B1 a session of several slots holds all of them', () => {
  const two = build(smallBoard, [
    [by('ana'), propose(1, { length: 2 })],
    [by('ana'), claim(1, 'b101', 's3')],
    [by('brieuc'), propose(2)],
  ])
  expect(found(decide(two, claim(2, 'b101', 's4'), by('brieuc')))).toEqual(['block place-free'])
})

test('B1 the team is refused as anybody is', () => {
  expect(found(decide(held, claim(2, 'b101', 's3'), by('team', 'facilitator')))).toEqual(['block place-free'])
})

test('B1 overlapping is what an oracle that looks at every instant says', () => {
  const interval = fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 8 })).map(([start, length]) => ({
    start,
    end: start + length,
  }))
  fc.assert(
    fc.property(interval, interval, (a, b) => {
      const shared = Array.from({ length: 40 }, (_, t) => t).some(
        (t) => a.start <= t && t < a.end && b.start <= t && t < b.end,
      )
      expect(overlap(a, b)).toBe(shared)
    }),
  )
})
