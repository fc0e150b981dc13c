import { expect, test } from 'vitest'
import type { Command } from '../../../shared/commands/command.schema.ts'
import type { Context } from '../../../shared/context.ts'
import { decide } from '../../../shared/decide.ts'
import type { Decision } from '../../../shared/decision.ts'
import { build, by, claim, found, propose, sessionId, smallBoard, team, told } from '../../support/boards.ts'

const board = build(smallBoard, [[team, propose(1, { hosts: ['ana', 'brieuc'] })]])

const refusalOf = (decision: Decision) =>
  decision.type === 'refused' ? decision.refusal.findings.map(({ rule, facts }) => [rule, facts]) : []

/** Brieuc can't before eleven. */
const knowing = (context: Context): Context => ({
  ...context,
  isAway: (person, slots) => person === 'brieuc' && slots.some(({ id }) => id === 's1' || id === 's2'),
})

test('B15 a session is not put where one of its hosts said that they can’t be, unless with a reason', () => {
  const decision = decide(board, claim(1, 'b101', 's1'), knowing(by('ana')))
  expect([decision.type, found(decision)]).toEqual(['refused', ['needs-reason host-available']])
  expect(decide(board, claim(1, 'b101', 's1'), { ...knowing(by('ana')), reason: 'Il arrive plus tôt.' }).type).toBe(
    'accepted',
  )
  expect(found(decide(board, claim(1, 'b101', 's3'), knowing(by('ana'))))).toEqual([])
})

test('B15 of others it is said that they can’t be there, and nothing else', () => {
  const decision = decide(board, claim(1, 'b101', 's1'), knowing(by('ana')))
  expect(decision.type === 'refused' && decision.refusal.findings[0]?.facts).toEqual({ kind: 'other' })
  expect(told(decision)).toEqual(['Une personne qui porte ce sujet a dit qu’elle n’est pas là à cette heure.'])
  expect(told(decide(board, claim(1, 'b101', 's1'), knowing(by('brieuc'))), 'en')).toEqual([
    'You said that you are not there at that time.',
  ])
})

test('B15 a co-host who can’t be there is asked for a reason, one who is there already is not asked again', () => {
  const placed = build(board, [[{ ...knowing(team), reason: 'Vu avec lui.' }, claim(1, 'b101', 's1')]])
  const edit = (hosts: string[]): Command => ({ type: 'edit', sessionId: sessionId(1), hosts })
  expect(decide(placed, edit(['ana', 'brieuc', 'carole']), knowing(by('ana'))).type).toBe('accepted')
  const alone = build(placed, [[team, edit(['ana'])]])
  expect(found(decide(alone, edit(['ana', 'brieuc']), knowing(by('ana'))))).toEqual(['needs-reason host-available'])
})

test('B15 where the team decides the programme, nobody is put there over their head', () => {
  const curated = build(board, [[team, { type: 'set-mode', mode: 'curated' }]])
  expect(found(decide(curated, claim(1, 'b101', 's1'), knowing(team)))).toEqual(['block host-available'])
})

test('B15, B2, B17 of several others it is told once, so that nobody learns how many they are', () => {
  const hosts = ['ana', 'brieuc', 'carole', 'dora']
  const many = build(smallBoard, [
    [team, propose(1, { hosts })],
    [team, propose(2, { hosts })],
    [team, claim(2, 'hall', 's1')],
    [team, { type: 'set-figures', ownLimit: 1 }],
  ])
  const away: Context = { ...by('ana'), isAway: () => true }
  const kinds = ['you', 'other']
  expect(refusalOf(decide(many, claim(1, 'b101', 's1'), away))).toEqual([
    ...kinds.map((kind) => ['host-free', { kind }]),
    ...kinds.map((kind) => ['own-limit', { kind, limit: 1 }]),
    ...kinds.map((kind) => ['host-available', { kind }]),
  ])
})
