import { expect, test } from 'vitest'
import { elapsedShare } from '../../../client/wall/elapsed.ts'

test('the line of now goes from the start of a round to its end, and stays there', () => {
  const round = { start: 1000, end: 2000 }
  expect([0, 1000, 1254, 1500, 2000, 9000].map((now) => elapsedShare(round, now))).toEqual([0, 0, 0.25, 0.5, 1, 1])
  expect([elapsedShare({ start: 5, end: 5 }, 4), elapsedShare({ start: 5, end: 5 }, 5)]).toEqual([0, 1])
})
