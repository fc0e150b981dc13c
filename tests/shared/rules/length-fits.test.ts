import { expect, test } from 'vitest'
import { decide } from '../../../shared/decide.ts'
import { build, by, claim, found, propose, sessionId, smallBoard } from '../../support/boards.ts'

const withLength = (length: number) => build(smallBoard, [[by('ana'), propose(1, { length })]])

test('B8 a session of two slots takes the next one of the day with it', () => {
  const decision = decide(withLength(2), claim(1, 'b101', 's1'), by('ana'))
  expect(decision).toEqual({
    type: 'accepted',
    findings: [],
    events: [{ type: 'session-placed', sessionId: sessionId(1), roomId: 'b101', slotIds: ['s1', 's2'] }],
  })
})

test('B8 a common moment, or the end of the day, interrupts the run', () => {
  expect(found(decide(withLength(2), claim(1, 'b101', 's2'), by('ana')))).toEqual(['block length-fits'])
  expect(found(decide(withLength(2), claim(1, 'b101', 's4'), by('ana')))).toEqual(['block length-fits'])
  expect(found(decide(withLength(3), claim(1, 'b101', 's1'), by('ana')))).toEqual(['block length-fits'])
})

test('B8 lengthening a placed session claims the slots behind it', () => {
  const placed = build(smallBoard, [
    [by('ana'), propose(1)],
    [by('ana'), claim(1, 'b101', 's3')],
    [by('brieuc'), propose(2)],
    [by('brieuc'), claim(2, 'b101', 's4')],
  ])
  const longer = { type: 'edit', sessionId: sessionId(1), length: 2 } as const
  expect(found(decide(placed, longer, by('ana')))).toEqual(['block place-free'])
  const freed = build(placed, [[by('brieuc'), { type: 'release', sessionId: sessionId(2) }]])
  const after = build(freed, [[by('ana'), longer]])
  expect(after.placements.get(sessionId(1))?.slotIds).toEqual(['s3', 's4'])
})
