import { onCleanup, onMount, untrack } from 'solid-js'
import type { Hold } from './create-hold.ts'

/** Lets cards be carried, once the code for it is here: tapping needs none of it, so it is not waited for. */
export const useDrag = (hold: Hold): void => {
  let isGone = false
  let stop = () => {}
  const begin = async () => {
    // Without network, cards are picked up by tapping.
    const code = await import('./drag.ts').catch(() => null)
    if (isGone || code === null) return
    stop = code.startDrag({
      held: () => untrack(hold.session)?.id ?? null,
      pickUp: hold.pickUp,
      putBack: hold.putBack,
      place: hold.place,
    })
  }
  // After what is being drawn now.
  onMount(() => setTimeout(() => void begin(), 300))
  onCleanup(() => {
    isGone = true
    stop()
  })
}
