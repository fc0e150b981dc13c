import { expect, test } from 'vitest'
import { hourMarks, rulerOf, shareOf } from '../../../client/desk/hour-marks.ts'
import { HOUR, MINUTE } from '../../../shared/time.ts'

const zone = 'Europe/Paris'
const at = (time: string, date = '2027-06-12'): number => Date.parse(`${date}T${time}:00+02:00`)
const labelsOf = (start: number, end: number, of = zone): readonly string[] =>
  hourMarks({ start, end }, of).flatMap(({ label }) => (label === '' ? [] : [label]))

test('U40 the ruler of a day names its hours, few enough of them for a phone', () => {
  expect(labelsOf(at('09:00'), at('10:10'))).toEqual(['09:00', '09:15', '09:30', '09:45', '10:00'])
  expect(labelsOf(at('08:45'), at('11:00'))).toEqual(['09:00', '09:30', '10:00', '10:30', '11:00'])
  expect(labelsOf(at('08:45'), at('18:10'))).toEqual(['10:00', '12:00', '14:00', '16:00', '18:00'])
  expect(labelsOf(at('00:00'), at('23:59'))).toEqual(['00:00', '06:00', '12:00', '18:00'])
  for (let hours = 0.25; hours <= 25; hours += 0.25) {
    expect(labelsOf(at('00:00'), at('00:00') + hours * HOUR).length, `${hours} h`).toBeLessThanOrEqual(6)
  }
})

test('U40 between two names each full hour has its line', () => {
  const marks = hourMarks({ start: at('08:45'), end: at('14:10') }, zone)
  expect(marks.map((mark) => [(mark.at - at('08:45')) / MINUTE, mark.label])).toEqual([
    [15, ''],
    [75, '10:00'],
    [135, ''],
    [195, '12:00'],
    [255, ''],
    [315, '14:00'],
  ])
})

test('U40 V4 hours are the forum’s own, also where clocks are a half hour ahead or change that night', () => {
  expect(labelsOf(Date.UTC(2027, 5, 12, 3, 30), Date.UTC(2027, 5, 12, 6, 30), 'Asia/Kolkata')).toEqual([
    '09:00',
    '10:00',
    '11:00',
    '12:00',
  ])
  const night = Date.UTC(2027, 9, 30, 22)
  expect(labelsOf(night, night + 5 * HOUR)).toEqual(['00:00', '01:00', '02:00', '02:00', '03:00', '04:00'])
})

test('U40 a ruler holds the first and the last thing of a day, and what is beyond it stands at its end', () => {
  const ruler = rulerOf(at('09:07'), at('09:08') + 1)
  expect(ruler).toEqual({ start: at('09:00'), end: at('09:15') })
  expect(rulerOf(at('09:07'), at('17:31') + 5)).toEqual({ start: at('09:00'), end: at('17:32') })
  expect([at('08:00'), at('09:00'), at('09:06'), at('20:00')].map((when) => shareOf(when, ruler))).toEqual([
    0, 0, 0.4, 1,
  ])
})
