import { expect, test } from 'vitest'
import brest from '../../../server/example/brest-2024.json' with { type: 'json' }
import { readForumFile, startingOn } from '../../../server/formats/forum-file.ts'
import type { ForumPlan } from '../../../shared/plan.schema.ts'
import { draftBoard, planCommands } from '../../../shared/plan.ts'
import { datesOf } from '../../../shared/slots.ts'
import forum from '../../fixtures/forum.json' with { type: 'json' }

const planOf = (value: unknown): ForumPlan => {
  const reading = readForumFile(value)
  if (reading.type === 'wrong') throw new Error(reading.fault.path)
  return reading.plan
}

test('what is known and what is assumed make one plan, which the rules accept', () => {
  const plan = planOf(brest)
  expect(plan).toMatchObject({
    name: 'Forum des usages coopératifs 2024',
    theme: 'Les pas de côté',
    timeZone: 'Europe/Paris',
    expectedPeople: 350,
    mode: 'open-space',
    notice: 'Les salles et les horaires sont un exemple.',
  })
  expect(plan.rooms.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
    'Amphi Guilcher room',
    'B101 room',
    'B102 room',
    'B103 room',
    'C204 room',
    'C205 room',
    'Hall room',
    'Jardin outdoor',
    'Maison des associations room',
    'Fablab continuous',
  ])
  expect(plan.days[0]?.slots[1]).toEqual({ start: '15:30', end: '16:00', kind: 'common', label: 'Pause' })
  expect(plan.reserved).toEqual([
    {
      collective: 'Réseaux (Animacoop, tiers-lieux, médiation numérique)',
      rooms: ['B101', 'B102', 'C204'],
      date: '2024-07-02',
    },
  ])
  expect(draftBoard(planCommands(plan), 0).type).toBe('drawn')
})

test('every forum file of the tests is read, with the sentence that it wants on its board', () => {
  const plan = planOf(forum)
  expect(draftBoard(planCommands(plan), 0).type).toBe('drawn')
  expect(plan.notice).toBe('Salles et horaires donnés à titre d’exemple.')
  expect(planOf({ ...forum, known: { ...forum.known, notice: '' } }).notice).toBe('')
})

test('a flat plan is read as it is', () => {
  const plan = planOf(brest)
  expect(planOf(JSON.parse(JSON.stringify(plan)))).toEqual(plan)
})

test('all days keep their distance from the first when it moves, reservations too', () => {
  const plan = planOf(brest)
  const backwards = { ...plan, days: plan.days.toReversed() }
  const moved = startingOn(backwards, '2026-12-30')
  expect(moved.days.map(({ date }) => date)).toEqual(['2027-01-01', '2026-12-31', '2026-12-30'])
  expect(moved.reserved.map(({ date }) => date)).toEqual(['2026-12-30'])
  const draft = draftBoard(planCommands(moved), 0)
  expect(draft.type === 'drawn' && datesOf(draft.board)).toEqual(['2026-12-30', '2026-12-31', '2027-01-01'])
})

test.each([
  ['no object', [], ''],
  ['neither shape', {}, '/name'],
  ['no rooms', { known: { name: 'X' }, assumed: { days: [] } }, '/assumed/rooms'],
  [
    'an hour that is none',
    { known: { name: 'X' }, assumed: { rooms: [], days: [{ date: '2024-07-02', slots: [['9h', '10:00', 'open']] }] } },
    '/assumed/days/0/slots/0/0',
  ],
  ['a name too long', { known: { name: 'x'.repeat(121) }, assumed: { rooms: [], days: [] } }, '/known/name'],
])('%s is refused with where', (_what, value, path) => {
  const reading = readForumFile(value)
  expect(reading.type === 'wrong' && reading.fault.path).toBe(path)
})
