/** The card as it follows the pointer: one element of its own layer, moved by its transform alone. */
export interface Ghost {
  moveTo(x: number, y: number): void
  remove(): void
}

/** Draws a copy of a card that nothing can be done with, held where the finger took it. */
export const drawGhost = (card: HTMLElement, x: number, y: number): Ghost => {
  const box = card.getBoundingClientRect()
  const copy = card.cloneNode(true)
  if (!(copy instanceof HTMLElement)) throw new Error('a card is an element')
  copy.removeAttribute('data-session')
  copy.setAttribute('aria-hidden', 'true')
  copy.inert = true
  copy.classList.add('ghost')
  copy.style.width = `${box.width}px`
  const offsetX = x - box.left
  const offsetY = Math.min(y - box.top, 48)
  const moveTo = (atX: number, atY: number) => {
    copy.style.transform = `translate3d(${Math.round(atX - offsetX)}px, ${Math.round(atY - offsetY)}px, 0) rotate(-2deg)`
  }
  moveTo(x, y)
  document.body.append(copy)
  return { moveTo, remove: () => copy.remove() }
}
