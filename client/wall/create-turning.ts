import { type Accessor, createEffect, createMemo, createSignal, onCleanup, untrack } from 'solid-js'

/** What turns by itself. */
interface Turned {
  /** The name of each page: what it begins with. */
  readonly pages: Accessor<readonly string[]>
  /** Milliseconds that a page stays. */
  readonly every: Accessor<number>
  readonly isPaused: Accessor<boolean>
}

/** Turning the pages of the wall. */
export interface Turning {
  /** From 0; always one that exists, where there is any. */
  readonly page: Accessor<number>
  turn(by: 1 | -1): void
  toFirst(): void
}

/** The first page holds what runs now, so it stays longer. */
const FIRST = 1.6

/**
 * Pages advance calmly by themselves. A hand on the keys starts the waiting anew, so that nothing flips under one's eyes; when
 * the day is laid out anew, the wall stays with the page that was being read, wherever that is now.
 */
export const createTurning = ({ pages, every, isPaused }: Turned): Turning => {
  const [wanted, setWanted] = createSignal<{ readonly at: number; readonly name: string | null }>({ at: 0, name: null })
  const count = createMemo(() => pages().length)
  const page = createMemo(() => {
    const { at, name } = wanted()
    const found = name === null ? -1 : pages().indexOf(name)
    return found >= 0 ? found : Math.min(at, Math.max(0, count() - 1))
  })
  // The first page is "now", whatever it begins with: it is kept by its place and not by its name.
  const goTo = (at: number): void => {
    setWanted({ at, name: at === 0 ? null : (untrack(pages)[at] ?? null) })
  }
  const turn = (by: 1 | -1): void => {
    const length = Math.max(1, untrack(count))
    goTo((untrack(page) + by + length) % length)
  }
  createEffect(() => {
    wanted()
    if (isPaused() || count() < 2) return
    const timer = setTimeout(() => turn(1), page() === 0 ? every() * FIRST : every())
    onCleanup(() => clearTimeout(timer))
  })
  return { page, turn, toFirst: () => goTo(0) }
}
