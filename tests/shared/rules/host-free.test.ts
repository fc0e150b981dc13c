import { expect, test } from 'vitest'
import type { Board } from '../../../shared/board.ts'
import type { Command } from '../../../shared/commands/command.schema.ts'
import { decide } from '../../../shared/decide.ts'
import type { Decision } from '../../../shared/decision.ts'
import type { Level } from '../../../shared/refusals.ts'
import { findingSentence } from '../../../shared/sentences.ts'
import {
  build,
  by,
  claim,
  found,
  mergedInto,
  propose,
  proposed,
  sessionId,
  smallBoard,
  team,
  told,
} from '../../support/boards.ts'

const hosting = build(proposed, [
  [by('ana'), claim(1, 'b101', 's3')],
  [by('ana'), propose(3)],
])

test('B2 a host is not in two rooms at one time, nor in overlapping slots', () => {
  expect(found(decide(hosting, claim(3, 'b102', 's3'), by('ana')))).toEqual(['block host-free'])
  expect(found(decide(hosting, claim(3, 'b102', 'long'), by('ana')))).toEqual(['block host-free'])
  expect(decide(hosting, claim(3, 'b102', 's4'), by('ana')).type).toBe('accepted')
})

test('B2 a co-host counts as a host, and is only said to be busy', () => {
  const board = build(smallBoard, [
    [by('ana'), propose(1)],
    [by('ana'), claim(1, 'b101', 's3')],
    [by('brieuc'), propose(2, { hosts: ['brieuc', 'ana'] })],
  ])
  const decision = decide(board, claim(2, 'b102', 's3'), by('brieuc'))
  const findings = decision.type === 'refused' ? decision.refusal.findings : []
  expect(findings).toEqual([{ rule: 'host-free', level: 'block', facts: { kind: 'other' } }])
  expect(findings.map((finding) => findingSentence(finding, 'fr'))).toEqual([
    'Une personne qui porte ce sujet est prise à cette heure.',
  ])
})

test('B2 a busy person can’t be made co-host of a session placed at that time', () => {
  const both = build(proposed, [
    [by('ana'), claim(1, 'b101', 's3')],
    [by('brieuc'), claim(2, 'b102', 's3')],
  ])
  const edit: Command = { type: 'edit', sessionId: sessionId(2), hosts: ['brieuc', 'ana'] }
  expect(found(decide(both, edit, by('brieuc')))).toEqual(['block host-free'])
})

test('B2 the hosts of what is held inside a session are there too', () => {
  const three = build(proposed, [
    [by('carole'), propose(3)],
    [by('carole'), claim(3, 'b101', 's3')],
    [by('brieuc'), propose(4)],
  ])
  const merged = mergedInto(three, 2, 3)
  expect(found(decide(merged, claim(4, 'b102', 's3'), by('brieuc')))).toEqual(['block host-free'])
  expect(decide(three, claim(4, 'b102', 's3'), by('brieuc')).type).toBe('accepted')
})

const collective = build(smallBoard, [
  [team, { type: 'add-collective', collectiveId: 'reseaux', name: 'Réseaux', people: ['ana', 'brieuc'] }],
  [by('ana'), propose(1, { collectiveId: 'reseaux' })],
  [by('brieuc'), propose(2, { collectiveId: 'reseaux' })],
  [by('ana'), claim(1, 'b101', 's3')],
])

test('B2 a collective is in one session at a time', () => {
  const decision = decide(collective, claim(2, 'b102', 's3'), by('brieuc'))
  expect(found(decision)).toEqual(['block host-free'])
  expect([told(decision, 'fr'), told(decision, 'en')]).toEqual([
    ['Ce collectif porte déjà un autre sujet à cette heure.'],
    ['This collective already holds another session at that time.'],
  ])
  expect(decide(collective, claim(2, 'b102', 's4'), by('brieuc')).type).toBe('accepted')
})

test('B2 a placed session is not given to a collective that is busy then', () => {
  const other = build(collective, [
    [by('brieuc'), propose(5)],
    [by('brieuc'), claim(5, 'b102', 's3')],
  ])
  const give = (board: Board, collectiveId: string | null): Decision =>
    decide(board, { type: 'edit', sessionId: sessionId(5), collectiveId }, by('brieuc'))
  expect(found(give(other, 'reseaux'))).toEqual(['block host-free'])
  expect(give(build(other, [[by('brieuc'), claim(5, 'b102', 's4')]]), 'reseaux').type).toBe('accepted')
  expect(give(other, null).type).toBe('accepted')
})

test('B2 in cells reserved for it a collective holds several sessions at a time', () => {
  const cells = ['b101', 'b102'].map((roomId) => ({ roomId, slotId: 's3' }))
  const reserved = build(collective, [
    [team, { type: 'set-cells', cells, use: { type: 'reserved', collectiveId: 'reseaux' } }],
  ])
  expect(decide(reserved, claim(2, 'b102', 's3'), by('brieuc')).type).toBe('accepted')
  expect(found(decide(reserved, claim(2, 'hall', 's3'), by('brieuc')))).toEqual(['block host-free'])
})

test('B2 a host who leaves a session does not hold up its other hosts', () => {
  const lowered = build(collective, [
    [team, { type: 'set-rule', rule: 'host-free', level: 'off' }],
    [by('brieuc'), claim(2, 'b102', 's3')],
    [team, { type: 'set-rule', rule: 'host-free', level: 'block' }],
  ])
  const edit: Command = { type: 'edit', sessionId: sessionId(2), hosts: ['brieuc', 'carole'] }
  expect(decide(lowered, edit, by('brieuc')).type).toBe('accepted')
})

test('B2 a slot is changed as far as the level of the rule lets its hosts be in two places', () => {
  const apart = build(proposed, [
    [by('ana'), claim(1, 'b101', 's1')],
    [by('ana'), propose(3)],
    [by('ana'), claim(3, 'b102', 's2')],
  ])
  const edit: Command = { type: 'edit-slot', slotId: 's2', start: '10:00' }
  const at = (level: Level, reason?: string) => {
    const board = build(apart, [[team, { type: 'set-rule', rule: 'host-free', level }]])
    const decision = decide(board, edit, reason === undefined ? team : { ...team, reason })
    return decision.type === 'refused' ? decision.refusal.code : 'accepted'
  }
  expect([at('block'), at('needs-reason'), at('needs-reason', 'Elle alterne.'), at('hint'), at('off')]).toEqual([
    'still-used',
    'host-free',
    'accepted',
    'accepted',
    'accepted',
  ])
})
