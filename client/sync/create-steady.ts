import { type Accessor, createComputed, createSignal, untrack } from 'solid-js'

/**
 * A derived value whose readers hear of real changes only. A memo does not run them for nothing either, but at each
 * change above it it asks every computation below it: on a board of two hundred cards that is felt on a slow phone.
 */
export const createSteady = <T>(read: () => T): Accessor<T> => {
  const [value, setValue] = createSignal<T>(untrack(read))
  createComputed(() => {
    const next = read()
    setValue(() => next)
  })
  return value
}
