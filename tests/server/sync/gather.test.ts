import { expect, test } from 'vitest'
import type { Clock } from '../../../server/clock.ts'
import { Gather } from '../../../server/sync/gather.ts'

/** A wall clock that can be set, beside timers that do not notice. */
const settableClock = () => {
  const timers = new Set<{ left: number; readonly run: () => void }>()
  const time = { wall: 1_000_000 }
  const clock: Clock = {
    now: () => time.wall,
    after: (milliseconds, run) => {
      const timer = { left: milliseconds, run }
      timers.add(timer)
      return () => timers.delete(timer)
    },
  }
  const pass = (milliseconds: number): void => {
    time.wall += milliseconds
    for (const timer of [...timers]) {
      timer.left -= milliseconds
      if (timer.left <= 0 && timers.delete(timer)) timer.run()
    }
  }
  return { clock, pass, set: (by: number) => (time.wall += by) }
}

test.each([-3_600_000, 3_600_000])('P6 a wall clock that is set by %i ms holds nothing beyond the window', (by) => {
  const { clock, pass, set } = settableClock()
  let flushed = 0
  const gather = new Gather(clock, 50, () => {
    flushed += 1
  })
  gather.ask()
  expect(flushed).toBe(1)
  pass(10)
  gather.ask()
  pass(30)
  set(by)
  gather.ask()
  pass(10)
  expect(flushed).toBe(2)
})

test('P6 who is patient waits for the window at most, and less where somebody else does not', () => {
  const { clock, pass } = settableClock()
  let flushed = 0
  const gather = new Gather(clock, 50, () => {
    flushed += 1
  })
  gather.ask(50)
  pass(20)
  gather.ask(50)
  pass(29)
  expect(flushed).toBe(0)
  pass(1)
  expect(flushed).toBe(1)
  pass(50)
  gather.ask(50)
  pass(5)
  gather.ask()
  expect(flushed).toBe(2)
})
