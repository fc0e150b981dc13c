/**
 * Remembers what was worked out for the last few keys, by identity. For what a board's versions are asked again and again: a
 * WeakMap would keep every version of a burst until the next full collection of garbage, which costs more than it saves.
 * @param most how many keys are kept at hand, and alive
 */
export const recently = <K extends object, V>(make: (key: K) => V, most = 8): ((key: K) => V) => {
  let known: readonly { readonly key: K; readonly value: V }[] = []
  return (key) => {
    const first = known[0]
    if (first?.key === key) return first.value
    const found = known.find((one) => one.key === key) ?? { key, value: make(key) }
    known = [found, ...known.filter((one) => one !== found)].slice(0, most)
    return found.value
  }
}
