import { expect, test } from 'vitest'
import type { Command } from '../../../shared/commands/command.schema.ts'
import { decide } from '../../../shared/decide.ts'
import { findingSentence } from '../../../shared/sentences.ts'
import { build, by, claim, found, propose, proposed, sessionId, smallBoard } from '../../support/boards.ts'

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
