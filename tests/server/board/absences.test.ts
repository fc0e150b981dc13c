import { afterEach, beforeEach, expect, test } from 'vitest'
import { replaceAbsences } from '../../../db/absences.ts'
import { addPerson } from '../../../db/people.ts'
import { Absences } from '../../../server/board/absences.ts'
import type { Slot } from '../../../shared/board.ts'
import type { Absence } from '../../../shared/protocol.ts'
import { instantOf } from '../../../shared/zone.ts'
import { NOW, sampleForum } from '../../db/support/samples.ts'
import { type TemporaryDatabase, temporaryDatabase } from '../../support/temporary-database.ts'

let temporary: TemporaryDatabase
let forumId: number
let absences: Absences
let timeZone = 'Europe/Paris'

beforeEach(async () => {
  timeZone = 'Europe/Paris'
  temporary = await temporaryDatabase()
  forumId = await sampleForum(temporary.db, 'brest')
  for (const id of ['ana', 'bob']) {
    await addPerson(temporary.db, forumId, { id, name: id, role: 'participant', tokenHash: id, linkId: null, at: NOW })
  }
  absences = new Absences({ db: temporary.db, forumId, timeZone: () => timeZone })
})
afterEach(() => temporary.remove())

const slot = (date: string, start: string, end: string, endDate = date): Slot => ({
  id: `${date}-${start}`,
  kind: 'open',
  date,
  label: '',
  start: instantOf(date, start, 'Europe/Paris'),
  end: instantOf(endDate, end, 'Europe/Paris'),
})
const morning = slot('2024-07-03', '10:00', '11:00')
const noon = slot('2024-07-03', '11:00', '12:00')
const evening = slot('2024-07-03', '23:00', '01:00', '2024-07-04')

const away = async (said: Absence, ...slots: readonly Slot[]): Promise<readonly boolean[]> => {
  await absences.set('ana', [said])
  return slots.map((each) => absences.isAway('ana', [each]))
}

test('L18 not before eleven, not after five, and not over lunch', async () => {
  const half = slot('2024-07-03', '10:30', '11:30')
  expect(await away({ date: '2024-07-03', from: null, until: '11:00' }, morning, half, noon)).toEqual([
    true,
    true,
    false,
  ])
  expect(await away({ date: '2024-07-03', from: '11:00', until: null }, morning, half, noon)).toEqual([
    false,
    true,
    true,
  ])
  expect(await away({ date: '2024-07-03', from: '10:15', until: '10:45' }, morning, half, noon)).toEqual([
    true,
    true,
    false,
  ])
})

test('L18 a whole day is from midnight to midnight, and a slot past midnight is of both days', async () => {
  const next = slot('2024-07-04', '01:00', '02:00')
  const whole = (date: string): Absence => ({ date, from: null, until: null })
  expect(await away(whole('2024-07-03'), morning, evening, next)).toEqual([true, true, false])
  expect(await away(whole('2024-07-04'), morning, evening, next)).toEqual([false, true, true])
  expect(await away(whole('2024-07-05'), morning, evening, next)).toEqual([false, false, false])
  expect(await away({ date: '2024-07-04', from: null, until: '01:00' }, evening, next)).toEqual([true, false])
})

test('L18 of several slots one is enough, and a break between them is nobody’s business', async () => {
  await absences.set('ana', [{ date: '2024-07-03', from: '11:00', until: '11:15' }])
  const later = slot('2024-07-03', '11:15', '12:00')
  expect([absences.isAway('ana', [morning, later]), absences.isAway('ana', [morning, noon])]).toEqual([false, true])
})

test('L18 hours are those of the forum’s zone, also in the night when clocks change', async () => {
  await absences.set('ana', [{ date: '2024-10-27', from: null, until: '03:00' }])
  // The hour from two to three is there twice.
  const second = { ...morning, start: Date.UTC(2024, 9, 27, 1, 30), end: Date.UTC(2024, 9, 27, 2) }
  const after = { ...morning, start: Date.UTC(2024, 9, 27, 2), end: Date.UTC(2024, 9, 27, 3) }
  expect([absences.isAway('ana', [second]), absences.isAway('ana', [after])]).toEqual([true, false])
  timeZone = 'UTC'
  expect(absences.isAway('ana', [after])).toBe(true)
})

test('L18 they are a person’s own: corrected, taken back, and read again', async () => {
  const said: Absence = { date: '2024-07-03', from: null, until: null }
  await absences.set('ana', [said])
  expect([absences.isAway('ana', [morning]), absences.isAway('bob', [morning]), absences.of('bob')]).toEqual([
    true,
    false,
    [],
  ])
  await absences.set('ana', [])
  expect([absences.isAway('ana', [morning]), absences.of('ana')]).toEqual([false, []])
  await replaceAbsences(temporary.db, forumId, 'bob', [said])
  await absences.refresh()
  expect([absences.isAway('bob', [morning]), absences.of('bob')]).toEqual([true, [said]])
})

test('L18 what is said while all is read again is not lost', async () => {
  const said: Absence = { date: '2024-07-03', from: null, until: null }
  await Promise.all([absences.refresh(), absences.set('ana', [said]), absences.refresh()])
  expect(absences.of('ana')).toEqual([said])
})
