import { createRoot, createSignal } from 'solid-js'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createTurning, type Turning } from '../../../client/wall/create-turning.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const start = (pages: number) =>
  createRoot((dispose) => {
    const [count, setCount] = createSignal(pages)
    return { dispose, setCount, turning: createTurning(count, 10_000) }
  })

const after = (turning: Turning, milliseconds: number): number => {
  vi.advanceTimersByTime(milliseconds)
  return turning.page()
}

test('pages turn by themselves, the first one after a longer while, and begin again', () => {
  const { turning, dispose } = start(3)
  expect([after(turning, 15_900), after(turning, 200), after(turning, 10_000), after(turning, 10_000)]).toEqual([
    0, 1, 2, 0,
  ])
  dispose()
})

test('a pause holds the page, and keys turn it both ways', () => {
  const { turning, dispose } = start(3)
  turning.pause()
  expect(after(turning, 60_000)).toBe(0)
  turning.turn(-1)
  expect([turning.page(), after(turning, 60_000)]).toEqual([2, 2])
  turning.turn(1)
  turning.turn(1)
  expect(turning.page()).toBe(1)
  turning.toFirst()
  turning.pause()
  expect([turning.page(), after(turning, 16_100)]).toEqual([0, 1])
  dispose()
})

test('a key begins the waiting anew, so that nothing flips under one’s eyes', () => {
  const { turning, dispose } = start(3)
  after(turning, 15_000)
  turning.turn(1)
  expect([after(turning, 9_000), after(turning, 2_000)]).toEqual([1, 2])
  dispose()
})

test('fewer pages never leave the wall on one that is gone', () => {
  const { turning, setCount, dispose } = start(4)
  turning.turn(-1)
  expect(turning.page()).toBe(3)
  setCount(2)
  expect(turning.page()).toBe(1)
  setCount(0)
  expect(turning.page()).toBe(0)
  dispose()
})
