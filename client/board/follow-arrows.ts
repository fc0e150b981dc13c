import { boxToward, isArrow } from './arrow-keys.ts'

/** With a card in hand the arrows stay among the cells; without one they also lead to the tray. */
const placesFrom = (from: Element): string =>
  document.querySelector('.board.holding') === null || from.closest('.board-day') === null
    ? '.board .cell-free, .board .card'
    : '.board-day .cell-free, .board-day .card'

/** Moves the focus from a card or a free cell to the one that an arrow key points at, in the grid and in the list alike. */
export const followArrow = (event: KeyboardEvent): void => {
  if (!isArrow(event.key) || !(event.target instanceof HTMLElement)) return
  const from = event.target.closest('.cell-free, .card')
  if (from === null) return
  const others = [...document.querySelectorAll<HTMLElement>(placesFrom(from))].filter((other) => other !== from)
  const boxes = others.map((other) => other.getBoundingClientRect())
  const to = others[boxToward(from.getBoundingClientRect(), boxes, event.key)]
  if (to === undefined) return
  event.preventDefault()
  const target = to.matches('.card') ? to.querySelector<HTMLElement>('.card-title') : to
  target?.focus()
}
