import type { SessionId } from '../../shared/ids.ts'
import { type Scroller, scrollerAt } from './autoscroll.ts'
import type { CarryActs } from './carry-acts.ts'
import { cellRefOf } from './cell-ref.ts'
import { drawGhost, type Ghost } from './drag-ghost.ts'
import { followArrow } from './follow-arrows.ts'
import { startQuickTaps } from './quick-tap.ts'
import './drag.css'

/** A mouse begins to carry after so many pixels; a finger, which also scrolls, when it has rested so many milliseconds. */
const threshold = 6
const tremble = 10
const rest = 260

interface Carried {
  readonly ghost: Ghost
  readonly scroller: Scroller
  over: HTMLElement | null
  frame: number
  drawnAt: number
  /** When the cell under the pointer was last asked for. */
  askedAt: number
}

interface Press {
  readonly pointerId: number
  readonly card: HTMLElement
  readonly sessionId: SessionId
  readonly isTouch: boolean
  readonly startX: number
  readonly startY: number
  x: number
  y: number
  timer: ReturnType<typeof setTimeout> | undefined
  carried: Carried | null
}

/** The cell under a point, as the browser sees it: what is scrolled away or covered is not under it. */
const cellAt = (x: number, y: number): HTMLElement | null =>
  document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-cell]') ?? null

/** The click that a browser makes of the end of a drag is not one. */
const swallowClick = (): void => {
  const swallow = (event: MouseEvent) => {
    event.preventDefault()
    event.stopPropagation()
  }
  window.addEventListener('click', swallow, { capture: true, once: true })
  setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 50)
}

/**
 * Carries cards by mouse, finger and pen, and lets arrow keys go from cell to cell. Returns how to stop. The drop target is the cell under the pointer; dropped
 * elsewhere, cancelled or interrupted, the card is where it was. A card that one may not move is not carried.
 */
export const startDrag = (acts: CarryActs): (() => void) => {
  let press: Press | null = null

  const end = () => {
    const ended = press
    press = null
    clearTimeout(ended?.timer)
    if (ended?.carried == null) return
    cancelAnimationFrame(ended.carried.frame)
    ended.carried.over?.removeAttribute('data-over')
    ended.carried.ghost.remove()
    document.documentElement.classList.remove('carrying')
  }

  const cancel = () => {
    const isCarried = press?.carried != null
    end()
    if (isCarried && acts.held() !== null) acts.putBack()
  }

  const draw = (at: number) => {
    const carried = press?.carried
    if (press === null || carried == null) return
    // Put back by Escape, or withdrawn by somebody.
    if (acts.held() !== press.sessionId) return end()
    const { x, y } = press
    // Read first, write after: the browser lays out at most once a frame. The eye needs no more than twenty answers a second.
    if (at - carried.askedAt >= 48) {
      carried.askedAt = at
      const over = cellAt(x, y)
      if (over !== carried.over) {
        carried.over?.removeAttribute('data-over')
        over?.setAttribute('data-over', '')
        carried.over = over
      }
    }
    carried.ghost.moveTo(x, y)
    carried.scroller.step(x, y, Math.min(50, at - carried.drawnAt))
    carried.drawnAt = at
    carried.frame = requestAnimationFrame(draw)
  }

  const carry = () => {
    if (press === null || press.carried !== null) return
    clearTimeout(press.timer)
    const { card, sessionId, pointerId, x, y } = press
    const ghost = drawGhost(card, x, y)
    if (acts.held() !== sessionId) acts.pickUp(sessionId)
    // The rules may still be on their way: then the press is a tap.
    if (acts.held() !== sessionId) {
      ghost.remove()
      return end()
    }
    // A sheet that the card lay in has closed under it.
    if (!press.isTouch) (card.isConnected ? card : document.documentElement).setPointerCapture(pointerId)
    document.documentElement.classList.add('carrying')
    const scroller = scrollerAt(document.querySelector('.board-day .grid-scroll'), document.querySelector('.hold-bar'))
    press.carried = {
      ghost,
      scroller,
      over: null,
      frame: requestAnimationFrame(draw),
      drawnAt: performance.now(),
      askedAt: 0,
    }
  }

  const onDown = (event: PointerEvent) => {
    if (press !== null) return cancel()
    if (event.button !== 0 || !event.isPrimary || !(event.target instanceof Element)) return
    const card = event.target.closest('button.card-title')?.closest<HTMLElement>('[data-session]')
    const sessionId = card?.dataset.session
    if (card == null || sessionId === undefined) return
    const isTouch = event.pointerType === 'touch'
    const { pointerId, clientX: x, clientY: y } = event
    press = { pointerId, card, sessionId, isTouch, startX: x, startY: y, x, y, timer: undefined, carried: null }
    if (isTouch) press.timer = setTimeout(carry, rest)
  }

  const onMove = (event: PointerEvent) => {
    if (press === null || event.pointerId !== press.pointerId) return
    press.x = event.clientX
    press.y = event.clientY
    if (press.carried !== null) return
    const moved = Math.hypot(press.x - press.startX, press.y - press.startY)
    // A finger that moves before it has rested scrolls; on the card in hand it carries at once.
    if (press.isTouch && acts.held() !== press.sessionId) {
      if (moved > tremble) end()
    } else if (moved > threshold) carry()
  }

  const onUp = (event: PointerEvent) => {
    if (press === null || event.pointerId !== press.pointerId) return
    const { carried, startX, startY } = press
    if (carried === null) return end()
    swallowClick()
    const hasMoved = Math.hypot(event.clientX - startX, event.clientY - startY) > tremble
    const cell = cellRefOf(cellAt(event.clientX, event.clientY))
    end()
    // A finger that rested and rose again has picked the card up: the next tap places it.
    if (!hasMoved) return
    // A cell that says no has said why.
    if (cell === null || !acts.place(cell)) acts.putBack()
  }

  const onCancel = (event: PointerEvent) => {
    if (event.pointerId === press?.pointerId) cancel()
  }
  const onMenu = (event: Event) => {
    if (press?.isTouch === true) event.preventDefault()
  }

  const listeners = new AbortController()
  const { signal } = listeners
  document.addEventListener('pointerdown', onDown, { signal })
  document.addEventListener('pointermove', onMove, { signal })
  document.addEventListener('pointerup', onUp, { signal })
  document.addEventListener('pointercancel', onCancel, { signal })
  document.addEventListener('contextmenu', onMenu, { signal })
  document.addEventListener('keydown', followArrow, { signal })
  window.addEventListener('blur', cancel, { signal })
  const stopTaps = startQuickTaps(acts)
  return () => {
    cancel()
    listeners.abort()
    stopTaps()
  }
}
