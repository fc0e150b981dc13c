import { type Accessor, createEffect, createRoot } from 'solid-js'

/** Resolves as soon as the signal is true; at once where it is. */
export const whenTrue = (signal: Accessor<boolean>): Promise<void> =>
  new Promise((resolve) => {
    createRoot((dispose) => {
      createEffect(() => {
        if (!signal()) return
        resolve()
        queueMicrotask(dispose)
      })
    })
  })
