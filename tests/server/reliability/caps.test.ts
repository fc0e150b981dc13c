import { describe, expect, test } from 'vitest'
import { checkCommand, compileCheck } from '../../../server/checks.ts'
import { Allowance, Bucket } from '../../../server/sync/allowance.ts'
import { boardToJson } from '../../../shared/board-json.ts'
import type { Command } from '../../../shared/commands/command.schema.ts'
import { decide } from '../../../shared/decide.ts'
import { evolve } from '../../../shared/evolve.ts'
import { limits } from '../../../shared/limits.ts'
import { PlanSchema } from '../../../shared/plan.schema.ts'
import { at, before, by, propose, sessionId, smallBoard, team } from '../../support/boards.ts'
import { filesUnder, readProjectFile } from '../../support/project-files.ts'
import { testPlan } from '../../support/test-plan.ts'
import { virtualTime } from '../../support/virtual-time.ts'

type Cap = keyof typeof limits

const text = (length: number): string => 'x'.repeat(length)
const listOf = <T>(count: number, item: (n: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, n) => item(n))
const id = (n: number): string => `id-${n}`
const card = (fields: object) => ({ ...propose(1), ...fields })

/** A command that is as large as its cap allows, made for any size. */
const ofSize: readonly (readonly [Cap, (size: number) => object])[] = [
  ['title', (size) => card({ title: text(size) })],
  ['description', (size) => card({ description: text(size) })],
  ['remarks', (size) => card({ remarks: text(size) })],
  ['link', (size) => card({ links: [`https://${text(size - 8)}`] })],
  ['linksPerSession', (size) => card({ links: listOf(size, (n) => `https://example.org/${n}`) })],
  ['tagsPerSession', (size) => card({ tags: listOf(size, id) })],
  ['tag', (size) => card({ tags: [text(size)] })],
  ['needsPerSession', (size) => card({ needs: listOf(size, id) })],
  ['hostsPerSession', (size) => card({ hosts: listOf(size, id) })],
  ['slotsPerSession', (size) => card({ length: size })],
  ['capacity', (size) => card({ expected: size })],
  ['label', (size) => ({ type: 'add-room', roomId: 'x', name: text(size) })],
  ['featuresPerRoom', (size) => ({ type: 'edit-room', roomId: 'x', features: listOf(size, id) })],
  ['peoplePerCollective', (size) => ({ type: 'edit-collective', collectiveId: 'x', people: listOf(size, id) })],
  [
    'cellsPerCommand',
    (size) => ({
      type: 'set-cells',
      cells: listOf(size, (n) => ({ roomId: id(n), slotId: 's' })),
      use: { type: 'open' },
    }),
  ],
  ['walks', (size) => ({ type: 'set-figures', walks: listOf(size, (n) => ({ from: id(n), to: 'b', minutes: 1 })) })],
  [
    'offerWord',
    (size) => ({
      type: 'offer',
      offerId: sessionId(9),
      kind: 'swap',
      fromId: sessionId(1),
      toId: sessionId(2),
      word: text(size),
    }),
  ],
]

describe('I9 caps of a command', () => {
  test.each(ofSize)(
    'I9 %s: what is as large as it allows passes, one more is refused at its own place',
    (cap, make) => {
      expect(checkCommand(make(limits[cap])).type).toBe('right')
      const over = checkCommand(make(limits[cap] + 1))
      expect(over).toMatchObject({ type: 'wrong', fault: { keyword: expect.stringMatching(/^max/) } })
    },
  )
})

/** Sends commands of the team until one is refused. @returns how many were taken, and why the next was not */
const fill = (make: (n: number) => Command, from = smallBoard, context = team) => {
  let board = from
  for (let taken = 0; ; taken += 1) {
    const decision = decide(board, make(taken), context)
    if (decision.type === 'refused') return { taken, board, refusal: decision.refusal }
    board = decision.events.reduce((folded, event) => evolve(folded, event, before), board)
  }
}

describe('I9 caps of a board', () => {
  const { rooms, slots, collectives, sessions } = boardToJson(smallBoard)
  const person = (n: number) => by(`p${n}`)
  test.each([
    ['rooms', rooms.length, (n: number): Command => ({ type: 'add-room', roomId: id(n), name: `Salle ${n}` })],
    [
      'slots',
      slots.length,
      (n: number): Command => ({
        type: 'add-slot',
        slotId: id(n),
        date: `2024-${String(8 + Math.floor(n / 28)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')}`,
        start: '09:00',
        end: '10:00',
      }),
    ],
    [
      'collectives',
      collectives.length,
      (n: number): Command => ({ type: 'add-collective', collectiveId: id(n), name: `R ${n}` }),
    ],
  ] as const)('I9 %s', (cap, already, make) => {
    const { taken, refusal } = fill(make)
    expect([already + taken, refusal.code, refusal.facts]).toEqual([limits[cap], 'too-many', { limit: limits[cap] }])
  })

  test('I9 sessionsPerPerson, and sessions of all', () => {
    const own = fill((n) => propose(n), smallBoard, person(0))
    expect([own.taken, own.refusal.code]).toEqual([limits.sessionsPerPerson, 'too-many'])
    let board = smallBoard
    let total = sessions.length
    for (let n = 0; total < limits.sessions; n += 1) {
      const more = fill((each) => propose(1000 * (n + 1) + each), board, person(n))
      board = more.board
      total += more.taken
      if (more.taken === 0) break
    }
    expect(total).toBe(limits.sessions)
    expect(decide(board, propose(999_999), person(99_999))).toMatchObject({
      refusal: { facts: { limit: limits.sessions } },
    })
  })

  test('I9 seekingSessions', () => {
    const { taken, refusal } = fill((n) => ({ ...propose(n), seeking: true }) as Command, smallBoard, person(0))
    expect([taken, refusal.code, refusal.facts]).toEqual([
      limits.seekingSessions,
      'too-many',
      { limit: limits.seekingSessions },
    ])
  })
})

test('I9 a plan has no more rooms, slots a day and reservations than a board', () => {
  const check = compileCheck(PlanSchema)
  const room = { name: 'B', kind: 'room', capacity: null, building: '', floor: '', features: [] }
  const slot = { start: '09:00', end: '10:00', kind: 'open', label: '' }
  const day = { date: '2024-07-03', label: '' }
  const reserved = { collective: 'R', rooms: [], date: '2024-07-03' }
  const plans = (more: 0 | 1) => [
    { ...testPlan, rooms: listOf(limits.rooms + more, () => room) },
    { ...testPlan, days: [{ ...day, slots: listOf(limits.slots + more, () => slot) }] },
    { ...testPlan, reserved: listOf(limits.collectives + more, () => reserved) },
  ]
  expect(plans(0).map(check)).toEqual([null, null, null])
  expect(plans(1).map((plan) => check(plan)?.keyword)).toEqual(['maxItems', 'maxItems', 'maxItems'])
})

describe('I9 caps of pace', () => {
  const spend = (take: () => boolean): number => {
    let taken = 0
    while (take()) taken += 1
    return taken
  }

  test.each([
    ['participant', limits.commandBurst, limits.commandsPerSecond],
    ['facilitator', limits.facilitatorBurst, limits.facilitatorPerSecond],
  ] as const)('I9 commandBurst, commandsPerSecond and the team’s: a %s', (role, burst, perSecond) => {
    const time = virtualTime(at('09:00'))
    const allowance = new Allowance(time)
    const take = () => allowance.take({ id: 'ana', role })
    expect(spend(take)).toBe(burst)
    time.advance(1000)
    expect(spend(take)).toBe(perSecond)
    expect(allowance.refused).toBe(2)
    // Another person has a purse of their own.
    expect(allowance.take({ id: 'brieuc', role })).toBe(true)
  })

  test.each([
    ['messages', limits.messageBurst, limits.messagesPerSecond, 1],
    ['greetings', limits.helloBurst, limits.hellosPerSecond, 5],
  ] as const)('I9 messagesPerSecond and hellosPerSecond: %s come back as said', (_what, burst, perSecond, seconds) => {
    const time = virtualTime(at('09:00'))
    const bucket = new Bucket(time, burst, perSecond)
    expect(spend(() => bucket.take())).toBe(burst)
    time.advance(seconds * 1000)
    expect(spend(() => bucket.take())).toBe(perSecond * seconds)
  })
})

/** Held by figure and not by name: "limit: 20", "for ten minutes". */
const byFigure: ReadonlyMap<string, string> = new Map([
  ['offersPerPerson', 'tests/shared/offers.test.ts'],
  ['undoMilliseconds', 'tests/shared/undo.test.ts'],
])

test('I9 every cap of limits.ts is held by a test', () => {
  const tests = filesUnder('tests').filter((path) => path.endsWith('.test.ts'))
  const all = tests.map(readProjectFile).join('\n')
  const isNamed = (cap: string): boolean => new RegExp(`limits\\.${cap}\\b|'${cap}'|I9 [^\\n]*\\b${cap}\\b`).test(all)
  const unheld = Object.keys(limits).filter((cap) => !isNamed(cap) && !tests.includes(byFigure.get(cap) ?? ''))
  expect(unheld).toEqual([])
})
