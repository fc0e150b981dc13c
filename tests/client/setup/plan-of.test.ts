import { describe, expect, test } from 'vitest'
import { planOf } from '../../../client/setup/plan-of.ts'
import { duplicateDay, emptyForm, type SetupForm, shiftDays } from '../../../client/setup/setup-form.ts'
import { draftBoard, planCommands } from '../../../shared/plan.ts'

const empty = emptyForm('2024-07-03', 'Europe/Paris', 'one')
const form: SetupForm = {
  ...empty,
  name: ' Rencontres  ',
  theme: 'Et si on lisait ?',
  expected: '1 200',
  rooms: 'B102 (40), vidéoprojecteur\nB102\nFablab, en continu',
  days: [{ key: 'one', date: '2024-07-03', label: 'Ouvert', slots: '2 × 1 h, dès 9h\n?', moments: '11h-12h Repas' }],
}

describe('the set-up form', () => {
  test('becomes a plan, with what could not be read beside it', () => {
    expect(planOf(form)).toEqual({
      plan: {
        name: 'Rencontres',
        theme: 'Et si on lisait ?',
        place: '',
        timeZone: 'Europe/Paris',
        expectedPeople: 1200,
        notice: '',
        mode: 'open-space',
        rooms: [
          { name: 'B102', kind: 'room', capacity: 40, building: '', floor: '', features: ['vidéoprojecteur'] },
          { name: 'Fablab', kind: 'continuous', capacity: null, building: '', floor: '', features: ['en continu'] },
        ],
        days: [
          {
            date: '2024-07-03',
            label: 'Ouvert',
            slots: [
              { start: '09:00', end: '10:00', kind: 'open', label: '' },
              { start: '10:00', end: '11:00', kind: 'open', label: '' },
              { start: '11:00', end: '12:00', kind: 'common', label: 'Repas' },
            ],
          },
        ],
        reserved: [],
      },
      roomProblems: [{ line: 2, taken: 'B102' }],
      dayProblems: new Map([['one', [{ field: 'slots', line: 2, text: '?', why: 'unclear' }]]]),
      missing: [],
      openSlots: 2,
      cellRooms: 1,
    })
  })

  test('S4 a plan without anything missing is one that the rules accept', () => {
    const draft = draftBoard(planCommands(planOf(form).plan), 0)
    expect(draft.type === 'drawn' && [draft.board.rooms.size, draft.board.slots.size]).toEqual([2, 3])
  })

  test('says all that is missing, in the order of the page', () => {
    expect(planOf(empty).missing).toEqual(['name', 'rooms', 'slots'])
    const wrong = { ...form, timeZone: 'Mars/Olympus', expected: 'beaucoup', rooms: '' }
    expect(planOf(wrong).missing).toEqual(['time-zone', 'people', 'rooms'])
    const [day] = form.days
    const undated = { ...form, days: day === undefined ? [] : [day, { ...day, key: 'two' }, { ...day, date: '' }] }
    expect(planOf(undated).missing).toEqual(['date', 'same-date'])
  })

  test('a duplicated day is the day after the last, and moving the first moves them all', () => {
    const three = duplicateDay(duplicateDay(form, 'one', 'two'), 'one', 'three')
    expect(three.days.map(({ key, date, label }) => [key, date, label])).toEqual([
      ['one', '2024-07-03', 'Ouvert'],
      ['two', '2024-07-04', 'Ouvert'],
      ['three', '2024-07-05', 'Ouvert'],
    ])
    expect(shiftDays(three, '2024-12-31').days.map(({ date }) => date)).toEqual([
      '2024-12-31',
      '2025-01-01',
      '2025-01-02',
    ])
    expect(shiftDays(three, '').days.map(({ date }) => date)).toEqual(['', '2024-07-04', '2024-07-05'])
    expect(duplicateDay(form, 'nobody', 'two')).toEqual(form)
  })
})
