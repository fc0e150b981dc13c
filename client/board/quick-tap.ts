import type { CarryActs } from './carry-acts.ts'
import { cellRefOf } from './cell-ref.ts'

/** A finger that moves less than so many pixels has tapped. */
const tremble = 10
/** Milliseconds after a movement of the page in which a finger may only want to stop it. */
const calm = 200

interface Touch {
  readonly cell: Element
  readonly x: number
  readonly y: number
}

/**
 * Places the card in hand when the finger rises, not when the browser has made a click of it: on a slow phone that is a
 * frame and a pretended mouse later. Whatever is not plainly a tap is left to the browser, whose click does the same.
 * @returns how to stop
 */
export const startQuickTaps = (acts: Pick<CarryActs, 'held' | 'place'>): (() => void) => {
  let touch: Touch | null = null
  let movedAt = Number.NEGATIVE_INFINITY

  const onStart = (event: TouchEvent) => {
    touch = null
    const [finger] = event.touches
    if (finger === undefined || event.touches.length > 1 || acts.held() === null) return
    if (event.timeStamp - movedAt < calm || !(event.target instanceof Element)) return
    const cell = event.target.closest('.board-day .cell-free')
    if (cell !== null) touch = { cell, x: finger.clientX, y: finger.clientY }
  }
  const onEnd = (event: TouchEvent) => {
    const tapped = touch
    touch = null
    const [finger] = event.changedTouches
    if (tapped === null || finger === undefined || event.touches.length > 0 || !event.cancelable) return
    if (Math.hypot(finger.clientX - tapped.x, finger.clientY - tapped.y) > tremble) return
    const cell = cellRefOf(tapped.cell)
    if (cell === null || acts.held() === null) return
    // No click follows: it would fall on the card that lies here now.
    event.preventDefault()
    acts.place(cell)
  }
  const forget = () => {
    touch = null
  }
  const onScroll = (event: Event) => {
    movedAt = event.timeStamp
    touch = null
  }

  const listeners = new AbortController()
  const { signal } = listeners
  document.addEventListener('touchstart', onStart, { signal, passive: true })
  document.addEventListener('touchend', onEnd, { signal, passive: false })
  document.addEventListener('touchcancel', forget, { signal, passive: true })
  document.addEventListener('scroll', onScroll, { signal, passive: true, capture: true })
  return () => listeners.abort()
}
