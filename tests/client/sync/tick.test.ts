import { createRoot } from 'solid-js'
import { expect, test } from 'vitest'
import { createTick } from '../../../client/sync/create-tick.ts'
import { makeServerClock } from '../../../client/sync/server-clock.ts'
import { HOUR } from '../../../shared/time.ts'
import { before } from '../../support/boards.ts'
import { virtualTime } from '../../support/virtual-time.ts'

test('P10 now ticks on the server’s second, and is right as soon as the server has said the time', () => {
  createRoot((dispose) => {
    const time = virtualTime(500)
    const clock = makeServerClock(time, before - 5 * HOUR)
    const now = createTick(clock, time)
    expect(now()).toBe(before - 5 * HOUR)
    clock.hear(before + 300, time.now())
    expect(now()).toBe(before)
    time.advance(705)
    expect(now()).toBe(before + 1000)
    dispose()
    time.advance(5000)
    expect(now()).toBe(before + 1000)
  })
})
