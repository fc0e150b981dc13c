import { expect, test } from 'vitest'
import { decide } from '../../../shared/decide.ts'
import { at, build, by, claim, found, proposed, sessionId } from '../../support/boards.ts'

const during = (person: string, time: string, role: 'participant' | 'facilitator' = 'participant') =>
  by(person, role, at(time))

test('B7 a slot is claimed before it begins, and no later', () => {
  const outcome = (now: number) => found(decide(proposed, claim(1, 'b101', 's1'), by('ana', 'participant', now)))
  expect(outcome(at('09:30') - 1)).toEqual([])
  expect(outcome(at('09:30'))).toEqual(['block slot-begun'])
})

test('B7 what has begun is not moved, released or withdrawn by its host', () => {
  const placed = build(proposed, [[by('ana'), claim(1, 'b101', 's1')]])
  const id = { sessionId: sessionId(1) }
  for (const command of [claim(1, 'b101', 's3'), { type: 'release', ...id }, { type: 'withdraw', ...id }] as const) {
    expect(found(decide(placed, command, during('ana', '10:00')))).toEqual(['block slot-begun'])
  }
  expect(decide(placed, { type: 'edit', ...id, title: 'Autre' }, during('ana', '10:00')).type).toBe('accepted')
})

test('B7 the team is not bound by it', () => {
  expect(decide(proposed, claim(1, 'b101', 's1'), during('team', '10:00', 'facilitator')).type).toBe('accepted')
})
