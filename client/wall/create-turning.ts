import { type Accessor, createEffect, createSignal, onCleanup, untrack } from 'solid-js'

/** Turning the pages of the wall. */
export interface Turning {
  /** From 0; always one that exists, where there is any. */
  readonly page: Accessor<number>
  readonly isPaused: Accessor<boolean>
  turn(by: 1 | -1): void
  toFirst(): void
  pause(): void
}

/** The first page holds what runs now, so it stays longer. */
const FIRST = 1.6

/**
 * Pages advance calmly by themselves. A hand on the keys starts the waiting anew, so that nothing flips under one's eyes.
 * @param every milliseconds that a page stays
 */
export const createTurning = (count: Accessor<number>, every: number): Turning => {
  const [wanted, setWanted] = createSignal(0)
  const [isPaused, setPaused] = createSignal(false)
  const page = (): number => Math.min(wanted(), Math.max(0, count() - 1))
  const turn = (by: 1 | -1): void => {
    const pages = Math.max(1, untrack(count))
    setWanted((untrack(page) + by + pages) % pages)
  }
  createEffect(() => {
    if (isPaused() || count() < 2) return
    const timer = setTimeout(() => turn(1), page() === 0 ? every * FIRST : every)
    onCleanup(() => clearTimeout(timer))
  })
  return { page, isPaused, turn, toFirst: () => setWanted(0), pause: () => setPaused(!isPaused()) }
}
