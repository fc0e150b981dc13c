import { expect, test } from 'vitest'
import type { Command } from '../../../shared/commands/command.schema.ts'
import { type CommandType, commandSchemas } from '../../../shared/commands/command.schema.ts'
import { decide } from '../../../shared/decide.ts'
import { build, by, claim, found, mergedInto, propose, proposed, sessionId, team } from '../../support/boards.ts'

const everybodys: readonly CommandType[] = [
  'propose',
  'edit',
  'withdraw',
  'claim',
  'move',
  'release',
  'unmerge',
  'split',
  'repeat',
  'take-over',
  'step-back',
  'offer',
  'answer-offer',
  'withdraw-offer',
  'undo',
]

const examplesOf = (schema: object & { readonly examples?: unknown }): readonly Command[] =>
  Array.isArray(schema.examples) ? schema.examples : []

test.each(Object.keys(commandSchemas).filter((type) => !everybodys.includes(type as CommandType)))(
  'B5 %s is the team’s, whatever it names',
  (type) => {
    const [example] = examplesOf(commandSchemas[type as CommandType])
    if (example === undefined) throw new Error(`${type} has no example`)
    expect(found(decide(proposed, example, by('ana')))).toEqual(['block actor-may'])
  },
)

test('B5 a session is its hosts’ and the team’s', () => {
  const id = { sessionId: sessionId(1) }
  for (const command of [
    { type: 'edit', ...id, title: 'À moi' },
    { type: 'withdraw', ...id },
    claim(1, 'b101', 's1'),
  ] as const satisfies readonly Command[]) {
    expect(found(decide(proposed, command, by('brieuc')))).toEqual(['block actor-may'])
    expect(decide(proposed, command, by('ana')).type).toBe('accepted')
    expect(decide(proposed, command, team).type).toBe('accepted')
  }
})

test('B5 a co-host may do what a host may, from when they are one', () => {
  const shared = build(proposed, [[by('ana'), { type: 'edit', sessionId: sessionId(1), hosts: ['ana', 'brieuc'] }]])
  expect(decide(shared, claim(1, 'b101', 's1'), by('brieuc')).type).toBe('accepted')
})

test('B5 proposing for somebody else is the team’s', () => {
  expect(found(decide(proposed, propose(3, { hosts: ['brieuc'] }), by('ana')))).toEqual(['block actor-may'])
  expect(decide(proposed, propose(3, { hosts: ['brieuc'] }), team).type).toBe('accepted')
})

test('B5 a collective is named by its own people', () => {
  const board = build(proposed, [
    [team, { type: 'add-collective', collectiveId: 'reseaux', name: 'Réseaux', people: ['ana'] }],
  ])
  expect(decide(board, propose(3, { collectiveId: 'reseaux' }), by('ana')).type).toBe('accepted')
  expect(found(decide(board, propose(3, { collectiveId: 'reseaux' }), by('brieuc')))).toEqual(['block actor-may'])
})

test('B5 a session that seeks a host is anybody’s to propose, and nobody’s to change before somebody takes it over', () => {
  const seeking = build(proposed, [[by('ana'), propose(3, { seeking: true })]])
  const edit = { type: 'edit', sessionId: sessionId(3) } as const
  expect(found(decide(seeking, { ...edit, title: 'Autre' }, by('brieuc')))).toEqual(['block actor-may'])
  expect(found(decide(seeking, { ...edit, hosts: ['ana'] }, by('brieuc')))).toEqual(['block actor-may'])
  expect(decide(seeking, { ...edit, hosts: ['brieuc'] }, by('brieuc')).type).toBe('accepted')
})

test('B5 hosts of a session that is held inside another speak for both', () => {
  const merged = mergedInto(proposed, 2, 1)
  expect(decide(merged, claim(1, 'b101', 's1'), by('brieuc')).type).toBe('accepted')
  expect(found(decide(merged, claim(1, 'b101', 's1'), by('carole')))).toEqual(['block actor-may'])
})
