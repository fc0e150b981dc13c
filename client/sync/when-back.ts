/** Calls `act` whenever the network or the page may have come back. @returns how to stop that */
export const whenBack = (act: () => void): (() => void) => {
  const visible = () => document.visibilityState === 'visible' && act()
  window.addEventListener('online', act)
  window.addEventListener('pageshow', act)
  document.addEventListener('visibilitychange', visible)
  return () => {
    window.removeEventListener('online', act)
    window.removeEventListener('pageshow', act)
    document.removeEventListener('visibilitychange', visible)
  }
}

/** Calls `act` when the page may be about to go: a phone says no more than that. @returns how to stop that */
export const whenGoing = (act: () => void): (() => void) => {
  const hidden = () => document.visibilityState === 'hidden' && act()
  window.addEventListener('pagehide', act)
  document.addEventListener('visibilitychange', hidden)
  return () => {
    window.removeEventListener('pagehide', act)
    document.removeEventListener('visibilitychange', hidden)
  }
}
