import { onCleanup, onMount } from 'solid-js'
import { cellRefOf } from './cell-ref.ts'
import type { Hold } from './create-hold.ts'

/** Escape puts back; and a tap on somebody else's card while one is in hand asks that cell instead of opening a page. */
export const useHand = (hold: Hold): void => {
  const onKey = (event: KeyboardEvent) => {
    // What is asked over the board has its own Escape.
    if (event.key !== 'Escape' || document.querySelector('dialog[open]') !== null) return
    if (hold.session() !== null) hold.putBack()
  }
  const onClick = (event: MouseEvent) => {
    if (hold.session() === null || !(event.target instanceof Element)) return
    const cell = cellRefOf(event.target.closest('.board-day a.card-title'))
    if (cell === null) return
    event.preventDefault()
    hold.place(cell)
  }
  const listeners = new AbortController()
  onMount(() => {
    document.addEventListener('keydown', onKey, { signal: listeners.signal })
    // Before the links are followed.
    document.addEventListener('click', onClick, { capture: true, signal: listeners.signal })
  })
  onCleanup(() => listeners.abort())
}
