import { expect, test } from 'vitest'
import type { Command } from '../../../shared/commands/command.schema.ts'
import { decide } from '../../../shared/decide.ts'
import { build, by, claim, found, proposed, sessionId, team } from '../../support/boards.ts'

const fixed = build(proposed, [
  [by('ana'), claim(1, 'b101', 's1')],
  [team, { type: 'lock', sessionId: sessionId(1) }],
])

const id = { sessionId: sessionId(1) }
const commands: readonly Command[] = [
  claim(1, 'b102', 's2'),
  { type: 'move', ...id, roomId: 'b102', slotId: 's2' },
  { type: 'release', ...id },
  { type: 'edit', ...id, title: 'Autre' },
  { type: 'withdraw', ...id },
]

test.each(commands.map((command) => [command.type, command] as const))(
  'B6 a locked session: %s is the team’s',
  (_, command) => {
    expect(found(decide(fixed, command, by('ana')))).toEqual(['block locked'])
    expect(decide(fixed, command, team).type).toBe('accepted')
  },
)

test('B6 unlocked, it is its hosts’ again', () => {
  const free = build(fixed, [[team, { type: 'unlock', ...id }]])
  expect(decide(free, { type: 'release', ...id }, by('ana')).type).toBe('accepted')
})
