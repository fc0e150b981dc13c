import { type Accessor, createComputed, createSignal, getListener, type Signal, untrack } from 'solid-js'

/**
 * Reads a map by key so that who reads one value hears only when that value changes, not whenever the map does: one card
 * of a board, one cell of a grid.
 */
export const createKeyed = <K, V>(
  source: Accessor<ReadonlyMap<K, V>>,
  equals: (before: V | undefined, after: V | undefined) => boolean = Object.is,
): ((key: K) => V | undefined) => {
  const read = new Map<K, Signal<V | undefined>>()
  createComputed(() => {
    const map = source()
    for (const [key, [, set]] of read) set(() => map.get(key))
  })
  return (key) => {
    if (getListener() === null) return untrack(source).get(key)
    const known = read.get(key) ?? createSignal(untrack(source).get(key), { equals })
    read.set(key, known)
    return known[0]()
  }
}
