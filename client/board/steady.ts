import type { SessionId } from '../../shared/ids.ts'

/** The card of a session where it lies on the board, not in the sheet of what is parked. */
const cardOnBoard = (sessionId: SessionId): HTMLElement | null =>
  document.querySelector(`.board-day [data-session="${CSS.escape(sessionId)}"]`)

/**
 * Does something that makes the cells above a card taller or smaller, and scrolls so that the card stays under the hand
 * that touches it.
 */
export const steadily = (sessionId: SessionId, act: () => void): void => {
  const before = cardOnBoard(sessionId)?.getBoundingClientRect().top
  act()
  const card = cardOnBoard(sessionId)
  if (before === undefined || card === null) return
  const scroller = card.closest('.grid-scroll') ?? document.scrollingElement
  const moved = card.getBoundingClientRect().top - before
  if (Math.abs(moved) >= 1) scroller?.scrollBy({ top: moved, behavior: 'instant' })
}
