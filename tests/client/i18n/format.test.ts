import { expect, test } from 'vitest'
import { dayText, durationText, intervalText, momentText, shortDayText, timeText } from '../../../client/i18n/format.ts'
import { HOUR, MINUTE } from '../../../shared/time.ts'
import { at, day, zone } from '../../support/boards.ts'

test('U4 hours are on a 24-hour clock of the forum’s own zone, in both languages', () => {
  expect([timeText(at('09:05'), zone, 'fr'), timeText(at('21:30'), zone, 'en')]).toEqual(['09:05', '21:30'])
  expect(timeText(at('00:15'), zone, 'en')).toBe('00:15')
  expect(timeText(at('09:05'), 'America/New_York', 'fr')).toBe('03:05')
  expect(intervalText({ start: at('11:00'), end: at('12:00') }, zone, 'fr')).toBe('11:00 – 12:00')
})

test('U4 days are written as people of that language write them', () => {
  expect([dayText(day, 'fr'), dayText(day, 'en')]).toEqual(['mercredi 3 juillet', 'Wednesday 3 July'])
  expect([shortDayText(day, 'fr'), shortDayText(day, 'en')]).toEqual(['mer. 3 juil.', 'Wed 3 Jul'])
  expect(momentText(at('11:30'), zone, 'fr')).toBe('mercredi 3 juillet à 11:30')
  expect(momentText(at('11:30'), zone, 'en')).toBe('Wednesday 3 July at 11:30')
})

test('V4 a day is the same day wherever the phone is', () => {
  expect(dayText('2024-12-31', 'fr')).toBe('mardi 31 décembre')
})

test('durations are said in hours and minutes', () => {
  expect([45 * MINUTE, HOUR, 90 * MINUTE, 2 * HOUR + 5 * MINUTE].map(durationText)).toEqual([
    '45 min',
    '1 h',
    '1 h 30',
    '2 h 05',
  ])
})
