/** Does something when what was just changed is on the screen: what a hand waits for goes first. */
export const afterPaint = (act: () => void): void => {
  requestAnimationFrame(() => setTimeout(act))
}
