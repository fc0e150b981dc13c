/**
 * Does what takes the control's own row away, and then puts the focus on the like control of the row after it, else of the one
 * before, else on the part itself. Without it a keyboard would start again from the top of the page.
 * @param like finds the control in another row
 */
export const keepFocus = async (control: HTMLElement, like: string, act: () => Promise<unknown>): Promise<void> => {
  const row = control.closest('tr, li, section')
  const part = control.closest<HTMLElement>('[role="tabpanel"]')
  const rows = [row?.nextElementSibling, row?.previousElementSibling].filter((other) =>
    other?.matches('tr, li, section'),
  )
  const settle = (): void => {
    if (control.isConnected || (document.activeElement ?? document.body) !== document.body) return
    const beside = rows.find((other) => other?.isConnected === true)?.querySelector<HTMLElement>(like)
    const target = beside ?? part
    target?.focus()
  }
  const done = act()
  // The row goes at once, before the server has answered; where it is refused it comes back, and the focus stays beside it.
  requestAnimationFrame(settle)
  await done
  settle()
}

/**
 * Does what may move the row in which the focus is, or take it away: then puts the focus back, or on the row that is in its
 * place, else on the part itself.
 * @param list whose rows they are
 */
export const keepFocusIn = (list: HTMLElement | undefined, change: () => void): void => {
  const rowOf = (element: Element | null) => [...(list?.children ?? [])].findIndex((row) => row.contains(element))
  const focused = document.activeElement
  const at = rowOf(focused)
  const part = list?.closest<HTMLElement>('[role="tabpanel"]')
  change()
  if (at < 0) return
  if (focused instanceof HTMLElement && focused.isConnected) {
    // A row that found another place is the same, but a browser forgets what was focused in it.
    if (document.activeElement !== focused) focused.focus()
    return
  }
  const rows = [...(list?.isConnected === true ? list.children : [])]
  const beside = (rows[at] ?? rows.at(-1))?.querySelector<HTMLElement>('a, button')
  const target = beside ?? part
  target?.focus()
}
