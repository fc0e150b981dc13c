import { expect, test } from 'vitest'
import { adviceFor, sessionShare } from '../../../client/setup/advice.ts'

test('fewer of many call a session: half of 50, 30 % of 100, a quarter of 200, a fifth of 500, 15 % above', () => {
  const people = [10, 50, 75, 100, 200, 500, 1000, 3000]
  expect(people.map((count) => Math.round(sessionShare(count) * 1000) / 1000)).toEqual([
    0.5, 0.5, 0.4, 0.3, 0.25, 0.2, 0.15, 0.15,
  ])
})

test('the advice compares what to expect with what the plan holds', () => {
  expect(adviceFor(60, 3, 5)).toEqual({
    people: 60,
    sessions: 28,
    placesPerSlot: 6,
    rooms: 3,
    cells: 15,
    slotsNeeded: 10,
    verdict: 'few-cells',
  })
  expect(adviceFor(60, 3, 10)?.verdict).toBe('good')
  expect(adviceFor(400, 9, 12)?.verdict).toBe('few-rooms')
  expect([adviceFor(null, 3, 5), adviceFor(60, 0, 5)]).toEqual([null, null])
})
