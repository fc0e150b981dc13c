import { type Accessor, createComputed, createSignal, onCleanup } from 'solid-js'

/** What a promise gives: undefined until then; asked for again when a signal that asking reads has changed. */
export const createFetched = <T>(ask: () => Promise<T>): Accessor<T | undefined> => {
  const [found, setFound] = createSignal<T | undefined>()
  createComputed(() => {
    let isStale = false
    onCleanup(() => {
      isStale = true
    })
    void ask().then((value) => isStale || setFound(() => value))
  })
  return found
}
