import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween, instantOf, isTimeZone, localDate, localTime, offsetAt } from '../../shared/zone.ts'

const zones = ['Europe/Paris', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata', 'Pacific/Apia', 'UTC']

const wallClock = fc.record({
  zone: fc.constantFrom(...zones),
  day: fc.integer({ min: 0, max: 365 * 12 }),
  hour: fc.integer({ min: 0, max: 23 }),
  minute: fc.integer({ min: 0, max: 59 }),
})

const two = (n: number): string => String(n).padStart(2, '0')

describe('wall clock', () => {
  test('V4 a wall-clock time is the instant that Temporal says, in every zone and on every night', () => {
    fc.assert(
      fc.property(wallClock, ({ zone, day, hour, minute }) => {
        const date = addDays('2020-01-01', day)
        const time = `${two(hour)}:${two(minute)}`
        const expected = Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(zone).epochMilliseconds
        expect(instantOf(date, time, zone)).toBe(expected)
      }),
      { numRuns: 2000 },
    )
  })

  test('V4 every minute of both nights when clocks change in Paris agrees with Temporal', () => {
    for (const date of ['2024-03-31', '2024-10-27']) {
      for (let minute = 0; minute < 24 * 60; minute += 1) {
        const time = `${two(Math.floor(minute / 60))}:${two(minute % 60)}`
        const expected = Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime('Europe/Paris')
        expect(instantOf(date, time, 'Europe/Paris')).toBe(expected.epochMilliseconds)
      }
    }
  })

  test('V4 an instant reads back as its day and time in the zone', () => {
    const at = Date.parse('2024-07-03T22:30:00Z')
    expect([localDate(at, 'Europe/Paris'), localTime(at, 'Europe/Paris')]).toEqual(['2024-07-04', '00:30'])
    expect(offsetAt(at, 'Europe/Paris')).toBe(2 * 3_600_000)
  })

  test('V4 days are counted on the calendar, over months, leap years and clock changes', () => {
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01')
    expect(addDays('2024-01-01', -1)).toBe('2023-12-31')
    expect(daysBetween('2024-03-30', '2024-04-01')).toBe(2)
    expect(daysBetween('2024-07-04', '2024-07-02')).toBe(-2)
  })

  test('S5 a zone that does not exist is told from one that does', () => {
    expect(['Europe/Paris', 'Mars/Olympus', ''].map(isTimeZone)).toEqual([true, false, false])
  })
})
