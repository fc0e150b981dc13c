import { boxToward, isArrow } from './arrow-keys.ts'

const places = '.board .cell-free, .board .card'

/** Moves the focus from a card or a free cell to the one that an arrow key points at, in the grid and in the list alike. */
export const followArrow = (event: KeyboardEvent): void => {
  if (!isArrow(event.key) || !(event.target instanceof HTMLElement)) return
  const from = event.target.closest('.cell-free, .card')
  if (from === null) return
  const others = [...document.querySelectorAll<HTMLElement>(places)].filter((other) => other !== from)
  const boxes = others.map((other) => other.getBoundingClientRect())
  const to = others[boxToward(from.getBoundingClientRect(), boxes, event.key)]
  if (to === undefined) return
  event.preventDefault()
  const target = to.matches('.card') ? to.querySelector<HTMLElement>('.card-title') : to
  target?.focus()
}
