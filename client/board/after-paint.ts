/** Milliseconds after which no picture is waited for: a page that nobody sees draws none. */
const longest = 150

/** Does something when what was just changed is on the screen: what a hand waits for goes first. */
export const afterPaint = (act: () => void): void => {
  let isDue = true
  const once = () => {
    if (!isDue) return
    isDue = false
    act()
  }
  requestAnimationFrame(() => setTimeout(once))
  setTimeout(once, longest)
}
