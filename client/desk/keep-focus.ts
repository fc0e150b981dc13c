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
