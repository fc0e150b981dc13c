import { expect, test } from 'vitest'
import { speedBetween } from '../../../client/board/autoscroll.ts'

test('nothing scrolls in the middle; nearer to an edge it goes faster, and no faster than at the edge', () => {
  const speeds = [400, 60, 10, 0, -50].map((at) => speedBetween(at, 0, 800))
  expect(Math.abs(speeds[0] ?? 1)).toBe(0)
  expect((speeds[1] ?? 0) < 0 && (speeds[2] ?? 0) < (speeds[1] ?? 0)).toBe(true)
  expect(speeds.slice(3)).toEqual([-900, -900])
  expect([speedBetween(800, 0, 800), speedBetween(900, 0, 800)]).toEqual([900, 900])
})

test('in a box too low for two zones the middle still rests', () => {
  expect(Math.abs(speedBetween(30, 0, 60))).toBe(0)
})
