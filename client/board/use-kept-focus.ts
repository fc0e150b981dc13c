import { createComputed, createEffect, on } from 'solid-js'
import { useForum } from '../sync/forum-context.tsx'
import { focusCard } from './focus-card.ts'

/**
 * The focus goes with its card: one that is undone, swapped or moved by others is drawn anew elsewhere, and a keyboard would
 * begin at the top of the page again. Called before anything is drawn, like `useGlide`.
 */
export const useKeptFocus = (): void => {
  const forum = useForum()
  let focused: string | undefined
  let isByKeys = false
  createComputed(
    on(
      forum.board,
      () => {
        isByKeys = document.activeElement?.matches(':focus-visible') === true
        focused = document.activeElement?.closest<HTMLElement>('.board [data-session]')?.dataset.session
      },
      { defer: true },
    ),
  )
  createEffect(
    on(
      forum.board,
      () => {
        // Who taps and reads on is not taken along.
        if (focused !== undefined && document.activeElement === document.body)
          focusCard(focused, { preventScroll: !isByKeys })
      },
      { defer: true },
    ),
  )
}
