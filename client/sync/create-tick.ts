import { type Accessor, createSignal, onCleanup } from 'solid-js'
import type { Instant } from '../../shared/time.ts'
import type { ServerClock } from './server-clock.ts'
import type { Timers } from './timers.ts'

/**
 * The server's time in whole seconds, changing when its second changes, and at once when the clock is set: every clock of
 * the house ticks together, and no screen shows a phone's own wrong hour for longer than it must.
 */
export const createTick = (clock: ServerClock, timers: Timers): Accessor<Instant> => {
  const whole = () => Math.floor(clock.now() / 1000) * 1000
  const [now, setNow] = createSignal(whole())
  let cancel = () => {}
  const tick = () => {
    cancel()
    setNow(whole())
    cancel = timers.after(1000 - (clock.now() % 1000) + 5, tick)
  }
  tick()
  const forget = clock.onSet(tick)
  onCleanup(() => {
    forget()
    cancel()
  })
  return now
}
