import { expect, test } from 'vitest'
import { countdownTo } from '../../../client/wall/countdown.ts'
import { HOUR, MINUTE } from '../../../shared/time.ts'

test('the next round is counted in minutes, in its last minute by seconds, and from afar by its hour', () => {
  const start = 10 * HOUR
  const left = [91 * MINUTE, 90 * MINUTE, 11.5 * MINUTE, MINUTE, 59_001, 400, 0, -5000]
  expect(left.map((time) => countdownTo(start, start - time))).toEqual([
    { type: 'at' },
    { type: 'minutes', count: 90 },
    { type: 'minutes', count: 12 },
    { type: 'minutes', count: 1 },
    { type: 'seconds', count: 60 },
    { type: 'seconds', count: 1 },
    { type: 'seconds', count: 0 },
    { type: 'seconds', count: 0 },
  ])
})
