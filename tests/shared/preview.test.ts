import { expect, test } from 'vitest'
import type { Command } from '../../shared/commands/command.schema.ts'
import type { Context } from '../../shared/context.ts'
import { decide } from '../../shared/decide.ts'
import { mendPlan } from '../../shared/mend.ts'
import { type Preview, preview } from '../../shared/preview.ts'
import { restoreSteps } from '../../shared/restore-steps.ts'
import { build, by, claim, found, sessionId, smallBoard, team } from '../support/boards.ts'
import { dropOut, lostRoom, short, withSessions } from '../support/mending.ts'

/** Brieuc can't be there in the second slot, and whoever likes session 1 likes what else is in the first. */
const knowing: Context = {
  ...team,
  isAway: (person, slots) => person === 'p2' && slots.some(({ id }) => id === 's2'),
  torn: (id, slots) => (id === sessionId(1) && slots[0]?.id === 's2' ? 'many' : 'none'),
}

const told = ({ outcome, sessions, left, refusal }: Preview) => ({
  outcome,
  sessions: sessions.map(({ sessionId: id, findings }) => [
    short(id),
    ...findings.map(({ rule, level }) => `${level} ${rule}`),
  ]),
  left: left.map(({ sessionId: id, findings, fault }) => [short(id), ...findings.map(({ rule }) => rule), fault]),
  code: refusal?.code ?? null,
})

const board = withSessions(smallBoard, [
  ['b101', 's1'],
  ['b102', 's1'],
  ['hall', 's1'],
])
const loss = lostRoom('b101', 's1')
const to = (n: number, roomId: string, slotId: string) => ({ sessionId: sessionId(n), to: { roomId, slotId } })
const drop = (...moves: readonly ReturnType<typeof to>[]): Command => ({ type: 'drop-out', loss, moves: [...moves] })

test('B27 of a drop-out it is said line by line who would be away and whose audience torn', () => {
  expect(told(preview(board, drop(to(1, 'b102', 's2'), to(2, 'hall', 's2')), knowing))).toEqual({
    outcome: 'needs-reason',
    sessions: [
      [1, 'hint audience-torn'],
      [2, 'needs-reason host-available'],
    ],
    left: [],
    code: 'host-available',
  })
  const reasoned = { ...knowing, reason: 'Nous en avons parlé.' }
  expect(told(preview(board, drop(to(1, 'b102', 's2'), to(2, 'hall', 's2')), reasoned)).outcome).toBe('accepted')
})

test('B27 of a drop-out that is refused each line still says what stands against it', () => {
  expect(told(preview(board, drop(to(1, 'hall', 's1'), to(2, 'b101', 's2')), knowing))).toEqual({
    outcome: 'refused',
    sessions: [
      [1, 'block place-free'],
      [2, 'needs-reason host-available'],
    ],
    left: [],
    code: 'place-free',
  })
  expect(told(preview(board, drop(), knowing))).toEqual({
    outcome: 'refused',
    sessions: [],
    left: [],
    code: 'still-homeless',
  })
})

test('B27 of a restore it is said what comes back with what, and what can’t', () => {
  const now = build(board, [
    [by('p1'), { type: 'release', sessionId: sessionId(1) }],
    [by('p2'), claim(2, 'b102', 's3')],
    [by('p3'), claim(3, 'b102', 's1')],
    [team, { type: 'set-cells', cells: [{ roomId: 'hall', slotId: 's1' }], use: { type: 'closed' } }],
  ])
  const torn: Context = { ...knowing, past: board, torn: (id) => (id === sessionId(1) ? 'some' : 'none') }
  expect(told(preview(now, { type: 'restore', seq: 9, what: { type: 'wall' } }, torn))).toEqual({
    outcome: 'accepted',
    sessions: [[1, 'hint audience-torn'], [2]],
    left: [[3, 'cell-open', null]],
    code: null,
  })
})

test('B27 whatever it comes to, what a restore does is worked out once', () => {
  const now = build(board, [
    [by('p1'), { type: 'release', sessionId: sessionId(1) }],
    [by('p2'), claim(2, 'b102', 's3')],
  ])
  const wall = { type: 'wall' } as const
  /** How often somebody is asked about, where Ana is away, or nobody. */
  const asked = (isAnaAway: boolean, work: (context: Context) => unknown): number => {
    let times = 0
    const isAway: Context['isAway'] = (person) => {
      times += 1
      return isAnaAway && person === 'p1'
    }
    work({ ...team, past: board, isAway })
    return times
  }
  for (const [isAnaAway, outcome] of [
    [true, 'needs-reason'],
    [false, 'accepted'],
  ] as const) {
    const once = asked(isAnaAway, (context) => restoreSteps(now, board, wall, context))
    const whole = asked(isAnaAway, (context) => {
      const found = preview(now, { type: 'restore', seq: 9, what: wall }, context)
      expect(found.outcome).toBe(outcome)
    })
    expect([outcome, whole]).toEqual([outcome, once])
  }
})

test('B27 any other command says the findings that doing it would be told', () => {
  const commands: readonly Command[] = [
    claim(1, 'hall', 's2'),
    { type: 'move', sessionId: sessionId(1), roomId: 'b101', slotId: 's2' },
    { type: 'edit', sessionId: sessionId(2), expected: 90, length: 2 },
    { type: 'offer', offerId: sessionId(70), kind: 'swap', fromId: sessionId(1), toId: sessionId(2) },
    { type: 'repeat', sessionId: sessionId(2), newId: sessionId(9), roomId: 'hall', slotId: 's2' },
  ]
  const crowded = build(board, [[team, { type: 'set-mode', mode: 'curated' }]])
  for (const command of commands) {
    const decision = decide(crowded, command, knowing)
    const { outcome, sessions, refusal } = preview(crowded, command, knowing)
    expect([command.type, outcome], command.type).toEqual([command.type, decision.type])
    const said = sessions.flatMap(({ findings }) => findings.map(({ rule, level }) => `${level} ${rule}`))
    expect(decision.type === 'accepted' ? said : [], command.type).toEqual(
      decision.type === 'accepted' ? found(decision) : [],
    )
    expect(refusal, command.type).toEqual(decision.type === 'refused' ? decision.refusal : null)
  }
})

test('B27 nobody learns by asking what they would not learn by doing', () => {
  const claimed: Command = claim(1, 'hall', 's2')
  expect(told(preview(board, claimed, { ...knowing, actor: by('p2').actor }))).toMatchObject({
    outcome: 'refused',
    sessions: [],
    code: 'actor-may',
  })
  expect(told(preview(board, dropOut(loss, mendPlan(board, loss, team)), by('p1')))).toMatchObject({
    outcome: 'refused',
    sessions: [],
  })
})
