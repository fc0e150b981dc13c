import { createSignal } from 'solid-js'
import type { Entry } from '../../shared/events.ts'

const [heardAway, setHeardAway] = createSignal<readonly Entry[]>([])

/**
 * Reactive: what was fetched of the time in which this device was away, where somebody asked for it. A page begins with a
 * board, which tells nothing of who did what to it.
 */
export const useHeardAway = () => heardAway

/** These were written while this device was away. */
export const hearAway = (entries: readonly Entry[]): void => {
  setHeardAway(entries)
}
