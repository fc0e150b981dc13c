import { onCleanup, onMount } from 'solid-js'
import type { Hold } from './create-hold.ts'
import { followArrow } from './follow-arrows.ts'

/** Arrows and Escape; and a tap on somebody else's card while one is in hand asks that cell instead of opening a page. */
export const useHand = (hold: Hold): void => {
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && hold.session() !== null) hold.putBack()
    else followArrow(event)
  }
  const onClick = (event: MouseEvent) => {
    if (hold.session() === null || !(event.target instanceof Element)) return
    const link = event.target.closest('.board-day a.card-title')
    const [roomId, slotId] = link?.closest<HTMLElement>('[data-cell]')?.dataset.cell?.split(' ') ?? []
    if (roomId === undefined || slotId === undefined) return
    event.preventDefault()
    hold.place({ roomId, slotId })
  }
  const listeners = new AbortController()
  onMount(() => {
    document.addEventListener('keydown', onKey, { signal: listeners.signal })
    // Before the links are followed.
    document.addEventListener('click', onClick, { capture: true, signal: listeners.signal })
  })
  onCleanup(() => listeners.abort())
}
