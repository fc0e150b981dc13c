import { createEffect, type JSX } from 'solid-js'
import type { Paper } from './print-options.ts'

interface SheetProps {
  readonly kind: 'poster' | 'door' | 'grid' | 'cards'
  readonly paper: Paper
  /** Changes with what is written on it. */
  readonly content: unknown
  readonly children: JSX.Element
}

/** From what is read across a corridor down to what can still be read at arm's length, in parts of the sheet's own size. */
const sizes = Array.from({ length: 22 }, (_, n) => 1.4 - n * 0.05)

/** Whether everything that is written on it is on it. */
const holdsAll = (sheet: HTMLElement): boolean =>
  [sheet, ...sheet.querySelectorAll<HTMLElement>('[data-whole]')].every(
    (part) => part.scrollHeight <= part.clientHeight + 1 && part.scrollWidth <= part.clientWidth + 1,
  )

/** One sheet of paper, in its real size; what is written on it is made smaller until all of it is on it. */
export const Sheet = (props: SheetProps) => {
  let sheet: HTMLElement | undefined
  createEffect(() => {
    void props.content
    void props.paper
    for (const size of sizes) {
      sheet?.style.setProperty('--fit', String(size))
      if (sheet === undefined || holdsAll(sheet)) return
    }
  })
  return (
    <section ref={sheet} class={`sheet sheet-${props.kind} ${props.paper}`}>
      {props.children}
    </section>
  )
}
