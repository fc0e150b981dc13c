import { expect, test } from 'vitest'
import { absencesAfter, draftOf, othersOf, readDraft } from '../../../client/absences/day-draft.ts'
import type { Absence } from '../../../shared/protocol.ts'

const date = '2027-06-12'
const next = '2027-06-13'
const said: readonly Absence[] = [
  { date, from: null, until: '11:00' },
  { date, from: '12:00', until: '14:00' },
  { date: next, from: null, until: null },
]

test('U44 hours are read as people write them, and none of them is taken for another', () => {
  const read = (before: string, after: string) => readDraft({ allDay: false, before, after }, date)
  expect(read(' 11h ', '17:30')).toEqual({
    type: 'read',
    absences: [
      { date, from: null, until: '11:00' },
      { date, from: '17:30', until: null },
    ],
  })
  expect(read('', '')).toEqual({ type: 'read', absences: [] })
  expect(read('00:00', '')).toEqual({ type: 'read', absences: [] })
  expect(read('tôt', '')).toEqual({ type: 'unclear', field: 'before' })
  expect(read('', '25h')).toEqual({ type: 'unclear', field: 'after' })
  expect(read('17h', '11h')).toEqual({ type: 'unclear', field: 'order' })
  expect(readDraft({ allDay: true, before: 'tôt', after: '' }, date)).toEqual({
    type: 'read',
    absences: [{ date, from: null, until: null }],
  })
})

test('U44 what was said is shown as it was, and a day that is changed leaves the others', () => {
  expect([draftOf(said, date), draftOf(said, next), draftOf(said, '2027-06-14')]).toEqual([
    { allDay: false, before: '11:00', after: '' },
    { allDay: true, before: '', after: '' },
    { allDay: false, before: '', after: '' },
  ])
  expect(othersOf(said, date)).toEqual([{ date, from: '12:00', until: '14:00' }])
  const changed = new Map([[date, { allDay: false, before: '', after: '18' }]])
  expect(absencesAfter(said, changed)).toEqual([
    { date, from: '12:00', until: '14:00' },
    { date, from: '18:00', until: null },
    { date: next, from: null, until: null },
  ])
  expect(absencesAfter(said, new Map([[date, { allDay: false, before: '?', after: '' }]]))).toBeNull()
})
