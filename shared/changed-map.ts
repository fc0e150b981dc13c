/** Below this size a map is copied whole, which then costs as little. */
const worthwhile = 64
/** So many changes are copied with each new one; when there are more, all of it is copied into a map of its own. */
const mostChanges = 32

/**
 * A map that is another one with a few entries more or less: a value like every other, never changed in place. In a market
 * claims come one by one, and a whole map for each, all of them alive until they are on disk, would cost more than the
 * rules do. Its order is that of a `Map` that was changed in the same way.
 */
export class ChangedMap<K, V extends object> implements ReadonlyMap<K, V> {
  readonly base: ReadonlyMap<K, V>
  /** Keys of `base` that are not here, or only as `added`. */
  readonly gone: ReadonlySet<K>
  /** What is behind all of the others. None of these keys is in `base`, but among `gone`. */
  readonly added: ReadonlyMap<K, V>

  constructor(base: ReadonlyMap<K, V>, gone: ReadonlySet<K>, added: ReadonlyMap<K, V>) {
    this.base = base
    this.gone = gone
    this.added = added
  }

  get size(): number {
    return this.base.size - this.gone.size + this.added.size
  }

  get(key: K): V | undefined {
    return this.added.get(key) ?? (this.gone.has(key) ? undefined : this.base.get(key))
  }

  has(key: K): boolean {
    return this.get(key) !== undefined
  }

  forEach(visit: (value: V, key: K, map: ReadonlyMap<K, V>) => void): void {
    this.base.forEach((value, key) => {
      if (!this.gone.has(key)) visit(value, key, this)
    })
    this.added.forEach((value, key) => {
      visit(value, key, this)
    })
  }

  *keys(): Generator<K, undefined> {
    for (const key of this.base.keys()) if (!this.gone.has(key)) yield key
    yield* this.added.keys()
  }

  *values(): Generator<V, undefined> {
    if (this.gone.size === 0) yield* this.base.values()
    else for (const [key, value] of this.base) if (!this.gone.has(key)) yield value
    yield* this.added.values()
  }

  *entries(): Generator<[K, V], undefined> {
    for (const entry of this.base) if (!this.gone.has(entry[0])) yield entry
    yield* this.added
  }

  [Symbol.iterator](): Generator<[K, V], undefined> {
    return this.entries()
  }
}

/** A third quicker than `new Map(map)`, which makes a pair of each entry first. */
const copyOf = <K, V>(map: ReadonlyMap<K, V>): Map<K, V> => {
  const copy = new Map<K, V>()
  map.forEach((value, key) => {
    copy.set(key, value)
  })
  return copy
}

/** What changes are made upon: a map of its own has none yet. */
const partsOf = <K, V extends object>(map: ReadonlyMap<K, V>): Pick<ChangedMap<K, V>, 'base' | 'gone' | 'added'> =>
  map instanceof ChangedMap ? map : { base: map, gone: new Set(), added: new Map() }

const changed = <K, V extends object>(
  base: ReadonlyMap<K, V>,
  gone: ReadonlySet<K>,
  added: ReadonlyMap<K, V>,
): ReadonlyMap<K, V> => {
  const map = new ChangedMap(base, gone, added)
  return gone.size + added.size > mostChanges || base.size < worthwhile ? copyOf(map) : map
}

/** The map with one entry set. Where its key is new, it costs the same however large the map is. */
export const withEntry = <K, V extends object>(map: ReadonlyMap<K, V>, key: K, value: V): ReadonlyMap<K, V> => {
  const { base, gone, added } = partsOf(map)
  // What is there keeps its place, which only a whole map can do.
  if (base.has(key) && !gone.has(key)) return copyOf(map).set(key, value)
  return changed(base, gone, copyOf(added).set(key, value))
}

/** The map without an entry, at a cost that does not grow with it. */
export const withoutEntry = <K, V extends object>(map: ReadonlyMap<K, V>, key: K): ReadonlyMap<K, V> => {
  const { base, gone, added } = partsOf(map)
  const left = copyOf(added)
  left.delete(key)
  return changed(base, base.has(key) ? new Set(gone).add(key) : gone, left)
}
