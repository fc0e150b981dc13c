const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/**
 * Whether two plain values (what JSON can hold, and undefined) say the same, however they are nested and in whatever order
 * their fields were written. What boards share is the same at once.
 */
export const sameValue = (a: unknown, b: unknown): boolean => {
  if (a === b) return true
  if (!isObject(a) || !isObject(b) || Array.isArray(a) !== Array.isArray(b)) return false
  const [ofA, ofB] = [new Map<string, unknown>(Object.entries(a)), new Map<string, unknown>(Object.entries(b))]
  return ofA.size === ofB.size && [...ofA].every(([key, value]) => ofB.has(key) && sameValue(value, ofB.get(key)))
}
