import { expect, test } from 'vitest'
import type { ForumPlan } from '../../shared/plan.schema.ts'
import { draftBoard, planCommands } from '../../shared/plan.ts'
import { at, before, day } from '../support/boards.ts'

const room = { kind: 'room', capacity: null, building: '', floor: '', features: [] } as const
const plan: ForumPlan = {
  name: 'Forum d’essai',
  theme: 'Les pas de côté',
  place: 'Brest',
  timeZone: 'Europe/Paris',
  expectedPeople: 60,
  notice: '',
  mode: 'open-space',
  rooms: [
    { ...room, name: 'B 102', features: [] },
    { ...room, name: 'B-102', features: [] },
  ],
  days: [
    {
      date: day,
      label: 'Forum ouvert',
      slots: [
        { start: '09:30', end: '10:30', kind: 'open', label: '' },
        { start: '12:00', end: '13:30', kind: 'common', label: 'Buffet' },
      ],
    },
  ],
  reserved: [{ collective: 'Réseaux', rooms: ['b 102'], date: day }],
}

test('S4 a plan becomes rooms, slots, a collective, its cells, and the doors of a new forum', () => {
  const draft = draftBoard(planCommands(plan), before)
  if (draft.type !== 'drawn') throw new Error(JSON.stringify(draft.refusal))
  const { board } = draft
  expect([...board.rooms.keys()]).toEqual(['b-102', 'b-102-2'])
  expect([...board.slots.values()].map(({ id, start, kind }) => [id, start, kind])).toEqual([
    ['2024-07-03-0930', at('09:30'), 'open'],
    ['2024-07-03-1200', at('12:00'), 'common'],
  ])
  expect([...board.cells.values()]).toEqual([
    { cell: { roomId: 'b-102', slotId: '2024-07-03-0930' }, use: { type: 'reserved', collectiveId: 'reseaux' } },
  ])
  expect(board.doors).toEqual({
    propose: { opensAt: before, closesAt: null },
    claim: { opensAt: null, closesAt: null },
    star: { opensAt: before, closesAt: null },
  })
  expect([board.frame.name, board.days.get(day)]).toEqual(['Forum d’essai', 'Forum ouvert'])
})

test('S4 a plan with one wrong line is refused whole, and the line is named', () => {
  const wrong: ForumPlan = {
    ...plan,
    days: [{ date: day, label: '', slots: [{ start: '10:00', end: '10:00', kind: 'open', label: '' }] }],
  }
  const draft = draftBoard(planCommands(wrong), before)
  expect(draft.type === 'refused' && [draft.refusal.code, draft.command.type]).toEqual(['bad-time', 'add-slot'])
})
