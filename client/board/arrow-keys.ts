/** A box on the screen, as `getBoundingClientRect` gives it. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export type Arrow = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown'

export const isArrow = (key: string): key is Arrow =>
  key === 'ArrowLeft' || key === 'ArrowRight' || key === 'ArrowUp' || key === 'ArrowDown'

/** How far `to` lies in the arrow's direction, and how far beside it; null where it lies elsewhere. */
const reach = (from: Box, to: Box, arrow: Arrow): { readonly ahead: number; readonly aside: number } | null => {
  const across = arrow === 'ArrowLeft' || arrow === 'ArrowRight'
  const aheadOf = {
    ArrowLeft: from.left - to.right,
    ArrowRight: to.left - from.right,
    ArrowUp: from.top - to.bottom,
    ArrowDown: to.top - from.bottom,
  }
  const ahead = aheadOf[arrow]
  // Neighbours may touch or overlap by a border.
  if (ahead < -2) return null
  const aside = across
    ? Math.max(0, to.top - from.bottom, from.top - to.bottom) + Math.abs(to.top - from.top) / 100
    : Math.max(0, to.left - from.right, from.left - to.right) + Math.abs(to.left - from.left) / 100
  return { ahead, aside }
}

/** Which of the boxes an arrow leads to: the nearest one in its direction, straight ahead before aside. -1: none. */
export const boxToward = (from: Box, boxes: readonly Box[], arrow: Arrow): number => {
  let found = -1
  let least = Number.POSITIVE_INFINITY
  boxes.forEach((box, index) => {
    const distance = reach(from, box, arrow)
    if (distance === null) return
    const cost = distance.ahead + distance.aside * 3
    if (cost >= least) return
    least = cost
    found = index
  })
  return found
}
