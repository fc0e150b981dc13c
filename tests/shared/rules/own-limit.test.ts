import { expect, test } from 'vitest'
import type { Command } from '../../../shared/commands/command.schema.ts'
import { decide } from '../../../shared/decide.ts'
import { build, by, claim, found, mergedInto, propose, proposed, sessionId, team, told } from '../../support/boards.ts'
import { accept, offer } from '../../support/offers.ts'

/** Ana hosts 1 and 3, Brieuc 2; 1 is placed. */
const limited = (ownLimit: number) =>
  build(proposed, [
    [by('ana'), claim(1, 'b101', 's1')],
    [by('ana'), propose(3)],
    [team, { type: 'set-figures', ownLimit }],
  ])

test('B17 nobody has more sessions on the board than the team lets one person have', () => {
  const decision = decide(limited(1), claim(3, 'b101', 's2'), by('ana'))
  expect([decision.type, found(decision)]).toEqual(['refused', ['block own-limit']])
  expect([told(decision, 'fr'), told(decision, 'en')]).toEqual([
    ['Chaque personne peut avoir un sujet au tableau, et vous y êtes.'],
    ['Each person may have one session on the board, and you have them.'],
  ])
  expect(decision.type === 'refused' && decision.refusal.alternatives).toEqual([])
  expect(decide(limited(2), claim(3, 'b101', 's2'), by('ana')).type).toBe('accepted')
  expect(decide(limited(0), claim(3, 'b101', 's2'), by('ana')).type).toBe('accepted')
})

test('B17 moving one of them is not one more', () => {
  expect(decide(limited(1), claim(1, 'b102', 's2'), by('ana')).type).toBe('accepted')
  const two = build(limited(2), [
    [by('ana'), claim(3, 'b101', 's2')],
    [team, { type: 'set-figures', ownLimit: 1 }],
  ])
  expect(decide(two, claim(3, 'b101', 's3'), by('ana')).type).toBe('accepted')
})

test('B17 a co-host counts, also one of a session that is held inside', () => {
  const other = build(limited(1), [[by('brieuc'), claim(2, 'b102', 's2')]])
  const edit: Command = { type: 'edit', sessionId: sessionId(2), hosts: ['brieuc', 'ana'] }
  expect(found(decide(other, edit, by('brieuc')))).toEqual(['block own-limit'])
  expect(told(decide(other, edit, by('brieuc')))).toEqual([
    'Chaque personne peut avoir un sujet au tableau : une qui porte ce sujet y est.',
  ])
  const inside = mergedInto(other, 3, 2)
  const again = build(inside, [[by('ana'), propose(4)]])
  expect(found(decide(again, claim(4, 'hall', 's4'), by('ana')))).toEqual(['block own-limit'])
})

test('B17 what is held inside another counts for its hosts: a merge is one more, unless it was placed before', () => {
  const board = build(limited(1), [[by('brieuc'), claim(2, 'b102', 's2')]])
  expect(found(decide(board, offer('merge', 3, 2), by('ana')))).toEqual(['block own-limit'])
  const moved = build(board, [[by('ana'), offer('merge', 1, 2)]])
  expect(decide(moved, accept(1), by('brieuc')).type).toBe('accepted')
})
