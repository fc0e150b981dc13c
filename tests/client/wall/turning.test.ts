import { createRoot, createSignal } from 'solid-js'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createTurning, type Turning } from '../../../client/wall/create-turning.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const start = (names: string) =>
  createRoot((dispose) => {
    const [pages, setPages] = createSignal<readonly string[]>([...names])
    const [every, setEvery] = createSignal(10_000)
    const [isPaused, setPaused] = createSignal(false)
    const turning = createTurning({ pages, every, isPaused })
    return { dispose, show: (text: string) => setPages([...text]), setEvery, setPaused, turning }
  })

const after = (turning: Turning, milliseconds: number): number => {
  vi.advanceTimersByTime(milliseconds)
  return turning.page()
}

test('pages turn by themselves, the first one after a longer while, and begin again', () => {
  const { turning, dispose } = start('abc')
  expect([after(turning, 15_900), after(turning, 200), after(turning, 10_000), after(turning, 10_000)]).toEqual([
    0, 1, 2, 0,
  ])
  dispose()
})

test('U17 a pause holds the page, and keys turn it both ways', () => {
  const { turning, setPaused, dispose } = start('abc')
  setPaused(true)
  expect(after(turning, 60_000)).toBe(0)
  turning.turn(-1)
  expect([turning.page(), after(turning, 60_000)]).toEqual([2, 2])
  turning.turn(1)
  turning.turn(1)
  expect(turning.page()).toBe(1)
  turning.toFirst()
  setPaused(false)
  expect([turning.page(), after(turning, 16_100)]).toEqual([0, 1])
  dispose()
})

test('a key begins the waiting anew, so that nothing flips under one’s eyes', () => {
  const { turning, dispose } = start('abc')
  after(turning, 15_000)
  turning.turn(1)
  expect([after(turning, 9_000), after(turning, 2_000)]).toEqual([1, 2])
  dispose()
})

test('U17 a day that is laid out anew leaves the wall on the page that was being read', () => {
  const { turning, show, setPaused, dispose } = start('abcd')
  setPaused(true)
  turning.turn(1)
  turning.turn(1)
  show('axbcd')
  expect(turning.page()).toBe(3)
  show('cd')
  expect(turning.page()).toBe(0)
  dispose()
})

test('what runs now is the first page, whatever it begins with', () => {
  const { turning, show, dispose } = start('abc')
  show('xabc')
  expect(turning.page()).toBe(0)
  dispose()
})

test('a busy board does not keep the pages from turning', () => {
  const { turning, show, dispose } = start('abc')
  for (let second = 0; second < 20; second += 1) {
    after(turning, 1000)
    show('abc')
  }
  expect(turning.page()).toBe(1)
  dispose()
})

test('how long a page stays may be changed while it stands', () => {
  const { turning, setEvery, dispose } = start('abc')
  setEvery(4000)
  expect([after(turning, 6_300), after(turning, 200), after(turning, 4_000)]).toEqual([0, 1, 2])
  dispose()
})

test('fewer pages never leave the wall on one that is gone', () => {
  const { turning, show, dispose } = start('abcd')
  turning.turn(-1)
  expect(turning.page()).toBe(3)
  show('ab')
  expect(turning.page()).toBe(1)
  show('')
  expect(turning.page()).toBe(0)
  dispose()
})
