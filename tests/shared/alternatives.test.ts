import { expect, test } from 'vitest'
import { alternatives } from '../../shared/alternatives.ts'
import type { Command } from '../../shared/commands/command.schema.ts'
import { consider } from '../../shared/consider.ts'
import type { Context, Torn } from '../../shared/context.ts'
import { decide } from '../../shared/decide.ts'
import { draftBoard, planCommands } from '../../shared/plan.ts'
import type { Level, RuleId } from '../../shared/refusals.ts'
import { refusalJson } from '../../shared/sentences.ts'
import { at, before, build, by, claim, propose, proposed, sessionId, smallBoard, team } from '../support/boards.ts'
import { widePlan } from '../support/wide-plan.ts'

const held = build(proposed, [[by('ana'), claim(1, 'b101', 's1')]])

const session = (n: number) => {
  const found = held.sessions.get(sessionId(n))
  if (found === undefined) throw new Error('no such session')
  return found
}

test('B12 a refused claim names the holder and since when, and offers three free cells', () => {
  const decision = decide(held, claim(2, 'b101', 's1'), by('brieuc', 'participant', at('08:00')))
  expect(decision.type === 'refused' && refusalJson(decision.refusal, 'fr')).toEqual({
    code: 'place-free',
    message: 'La case B101 09:30 est prise par « Sujet 1 » depuis 20:00.',
    findings: [
      {
        rule: 'place-free',
        level: 'block',
        message: 'La case B101 09:30 est prise par « Sujet 1 » depuis 20:00.',
        facts: {
          room: 'B101',
          title: 'Sujet 1',
          start: at('09:30'),
          since: at('20:00', '2024-07-02'),
          zone: 'Europe/Paris',
        },
      },
    ],
    holder: { sessionId: sessionId(1), title: 'Sujet 1', since: at('20:00', '2024-07-02') },
    alternatives: [
      { roomId: 'hall', slotId: 's1' },
      { roomId: 'b102', slotId: 's1' },
      { roomId: 'b101', slotId: 's2' },
    ],
  })
})

test('B12 each alternative would be accepted', () => {
  for (const cell of alternatives(held, session(2), { roomId: 'b101', slotId: 's1' }, by('brieuc'), 20)) {
    expect(decide(held, claim(2, cell.roomId, cell.slotId), by('brieuc')).type).toBe('accepted')
  }
})

test('B12 cells without a hint come before cells with one', () => {
  const needy = { ...session(2), needs: ['vidéoprojecteur'] }
  expect(alternatives(held, needy, { roomId: 'b101', slotId: 's1' }, by('brieuc'))[0]).toEqual({
    roomId: 'b101',
    slotId: 's2',
  })
})

test('B12 the team is offered open cells before reserved ones, a collective its own', () => {
  const cells = ['b101', 'b102', 'hall'].map((roomId) => ({ roomId, slotId: 's2' }))
  const board = build(held, [
    [team, { type: 'add-collective', collectiveId: 'reseaux', name: 'Réseaux', people: ['brieuc'] }],
    [team, { type: 'set-cells', cells, use: { type: 'reserved', collectiveId: 'reseaux' } }],
    [team, { type: 'edit', sessionId: sessionId(1), collectiveId: 'reseaux' }],
  ])
  const wanted = { roomId: 'b101', slotId: 's2' }
  const slotsFor = (n: number) => {
    const session = board.sessions.get(sessionId(n))
    return session === undefined ? [] : alternatives(board, session, wanted, team).map(({ slotId }) => slotId)
  }
  expect(slotsFor(2)).toEqual(['s3', 'long', 's4'])
  expect(slotsFor(1)).toEqual(['s2', 's2', 's3'])
})

test('B12 the last free cell of a full market is offered, however far it is', () => {
  const draft = draftBoard([...planCommands(widePlan(25, 20, before)), { type: 'open-door', door: 'claim' }], before)
  if (draft.type === 'refused') throw new Error(draft.refusal.code)
  const cells = [...draft.board.slots.keys()].flatMap((slotId) =>
    [...draft.board.rooms.keys()].map((roomId) => ({ roomId, slotId })),
  )
  const last = cells.at(-1)
  const first = cells[0]
  if (first === undefined || last === undefined) throw new Error('no cells')
  const full = build(draft.board, [
    ...cells.slice(0, -1).flatMap(
      ({ roomId, slotId }, n) =>
        [
          [by(`host ${n}`), propose(n)],
          [by(`host ${n}`), claim(n, roomId, slotId)],
        ] as const,
    ),
    [by('late'), propose(900)],
  ])
  const decision = decide(full, claim(900, first.roomId, first.slotId), by('late'))
  expect(decision.type === 'refused' && decision.refusal.alternatives).toEqual([last])
})

test('B12 only slots to come are offered', () => {
  const afternoon = by('brieuc', 'participant', at('14:00'))
  expect(alternatives(held, session(2), null, afternoon, 20).map(({ slotId }) => slotId)).toEqual(['s4', 's4', 's4'])
})

test('B12 no cell is offered to somebody whom no cell would help', () => {
  const closed = build(held, [[team, { type: 'close-door', door: 'claim' }]])
  const decision = decide(closed, claim(2, 'b101', 's1'), by('brieuc'))
  expect(decision.type === 'refused' && [decision.refusal.code, decision.refusal.alternatives]).toEqual([
    'door-open',
    [],
  ])
})

test('B11 all findings are told, blocks first', () => {
  const board = build(smallBoard, [
    [by('ana'), propose(1)],
    [by('ana'), claim(1, 'b102', 's1')],
    [by('ana'), propose(2, { expected: 60, needs: ['piano'] })],
    [team, { type: 'close-door', door: 'claim' }],
  ])
  const decision = decide(board, claim(2, 'b102', 's1'), by('ana'))
  expect(decision.type === 'refused' && decision.refusal.findings.map(({ rule }) => rule)).toEqual([
    'door-open',
    'place-free',
    'host-free',
    'room-holds',
    'room-equipped',
  ])
})

test('B11 a held card is told at every cell what a claim there would be told', () => {
  for (const roomId of held.rooms.keys()) {
    for (const slotId of held.slots.keys()) {
      const decision = decide(held, claim(2, roomId, slotId), by('brieuc'))
      const told = decision.type === 'accepted' ? decision.findings : decision.refusal.findings
      expect(consider(held, session(2), { roomId, slotId }, by('brieuc'))).toEqual(told)
    }
  }
})

const cellsFor = (context: Context, wanted = { roomId: 'b101', slotId: 's1' }) =>
  alternatives(held, session(2), wanted, context).map(({ roomId, slotId }) => `${roomId} ${slotId}`)

test('B25 the same slot in another room comes first, then the same room in the next slot', () => {
  expect(cellsFor(by('brieuc'))).toEqual(['hall s1', 'b102 s1', 'b101 s2'])
  expect(cellsFor({ ...by('brieuc'), interest: () => 30 })).toEqual(['hall s1', 'b101 s2', 'b101 s3'])
})

test('B25 then where fewest people are torn, however near the others are', () => {
  const others = build(held, [
    [by('carole'), propose(3)],
    [by('carole'), claim(3, 'b102', 's1')],
    [by('denez'), propose(4)],
    [by('denez'), claim(4, 'hall', 's1')],
    [by('enora'), propose(5)],
    [by('enora'), claim(5, 'b101', 's2')],
    [by('fanch'), propose(6)],
    [by('fanch'), claim(6, 'b101', 's3')],
  ])
  const torn = (busy: string, word: Torn): Context => ({
    ...by('brieuc'),
    torn: (_, slots) => (slots.some(({ id }) => id === busy) ? word : 'none'),
  })
  const cells = (context: Context) =>
    alternatives(others, session(2), { roomId: 'b101', slotId: 's1' }, context).map(
      ({ roomId, slotId }) => `${roomId} ${slotId}`,
    )
  expect(cells(by('brieuc'))).toEqual(['b101 s4', 'hall s2', 'b102 s2'])
  expect(cells(torn('s2', 'few'))).toEqual(['b101 s4', 'hall s3', 'b102 s3'])
  expect(cells(torn('s2', 'many'))).toEqual(['b101 s4', 'hall s3', 'b102 s3'])
})

test('B25 cells that need a reason come last, and blocked ones never', () => {
  const needy = { ...session(2), needs: ['PMR'] }
  const level = (rule: RuleId, to: Level): Command => ({ type: 'set-rule', rule, level: to })
  const cells = (commands: readonly Command[]) => {
    const board = build(
      held,
      commands.map((command) => [team, command] as const),
    )
    return alternatives(board, needy, { roomId: 'b101', slotId: 's1' }, by('brieuc'), 20).map(({ roomId }) => roomId)
  }
  expect(cells([])).toEqual(['b101', 'b101', 'b101', 'b101', ...cells([]).slice(4)])
  expect(new Set(cells([]).slice(4))).toEqual(new Set(['b102', 'hall']))
  expect(new Set(cells([level('room-equipped', 'block')]))).toEqual(new Set(['b101']))
  const hinted: Command = { type: 'edit-room', roomId: 'hall', features: ['PMR'], capacity: 1 }
  const large: Command = { type: 'edit', sessionId: sessionId(2), expected: 5 }
  const board = build(held, [
    [team, hinted],
    [by('brieuc'), large],
  ])
  const ranked = alternatives(board, { ...needy, expected: 5 }, { roomId: 'b101', slotId: 's1' }, by('brieuc'), 20)
  const first = (roomId: string) => ranked.findIndex((cell) => cell.roomId === roomId)
  expect(first('b101') < first('hall') && first('hall') < first('b102')).toBe(true)
})

test('B25 how torn people would be is asked once for each slot', () => {
  const asked: string[] = []
  const context: Context = {
    ...by('brieuc'),
    torn: (_, slots) => {
      asked.push(slots[0]?.id ?? '')
      return 'none'
    },
  }
  alternatives(held, session(2), null, context, 20)
  expect(asked.sort()).toEqual(['s1'])
})
