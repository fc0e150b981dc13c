/** How near to an edge the pointer scrolls, in pixels, and how fast at the edge itself, in pixels a second. */
const zone = 72
const fastest = 900

/** How fast to go for a pointer between two edges: negative towards the first, 0 in the middle, faster nearer the edge. */
export const speedBetween = (at: number, first: number, last: number): number => {
  // In a narrow box the two zones must not meet.
  const reach = Math.min(zone, (last - first) / 3)
  const push = (distance: number) => (reach <= 0 ? 0 : Math.min(1, Math.max(0, 1 - distance / reach)))
  const wanted = push(last - at) - push(at - first)
  return wanted * Math.abs(wanted) * fastest
}

/** What may be scrolled while a card is carried: the wide grid in both directions, else the page. */
export interface Scroller {
  /** Scrolls for a pointer at this place, after so many milliseconds; whether anything moved. */
  step(x: number, y: number, milliseconds: number): boolean
}

/** Measures once, when a card is taken up: the boxes at the edges do not move while it is carried. */
export const scrollerAt = (grid: HTMLElement | null, bar: HTMLElement | null): Scroller => {
  const target = grid ?? document.scrollingElement
  const box = grid?.getBoundingClientRect()
  const top = Math.max(0, box?.top ?? 0)
  const bottom = Math.min(box?.bottom ?? window.innerHeight, bar?.getBoundingClientRect().top ?? window.innerHeight)
  const left = box?.left ?? 0
  const right = box?.right ?? window.innerWidth
  return {
    step: (x, y, milliseconds) => {
      if (target === null) return false
      const down = (speedBetween(y, top, bottom) * milliseconds) / 1000
      const across = grid === null ? 0 : (speedBetween(x, left, right) * milliseconds) / 1000
      if (down === 0 && across === 0) return false
      target.scrollBy({ top: down, left: across, behavior: 'instant' })
      return true
    },
  }
}
