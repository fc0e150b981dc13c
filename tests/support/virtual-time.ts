/** Time that moves only when it is told to; serves as the server's clock and as a phone's timers. */
export interface VirtualTime {
  now(): number
  after(milliseconds: number, run: () => void): () => void
  /** Moves on, running what falls due on the way, in order. */
  advance(milliseconds: number): void
}

interface Planned {
  readonly at: number
  /** What was planned first for a moment runs first. */
  readonly turn: number
  /** Null once it was called off: it stays in the heap until its moment. */
  run: (() => void) | null
}

const isBefore = (a: Planned | undefined, b: Planned | undefined): boolean =>
  a !== undefined && (b === undefined || a.at < b.at || (a.at === b.at && a.turn < b.turn))

/** The earliest first: a thousand phones plan and call off several times a second. */
const makeHeap = () => {
  const items: Planned[] = []
  const swap = (a: number, b: number): void => {
    const [one, other] = [items[a], items[b]]
    if (one === undefined || other === undefined) return
    items[a] = other
    items[b] = one
  }
  const up = (from: number): void => {
    const above = (from - 1) >> 1
    if (from === 0 || !isBefore(items[from], items[above])) return
    swap(from, above)
    up(above)
  }
  const down = (from: number): void => {
    const left = 2 * from + 1
    const least = isBefore(items[left + 1], items[left]) ? left + 1 : left
    if (!isBefore(items[least], items[from])) return
    swap(from, least)
    down(least)
  }
  return {
    first: () => items[0],
    add: (item: Planned) => up(items.push(item) - 1),
    takeFirst: () => {
      swap(0, items.length - 1)
      items.pop()
      down(0)
    },
  }
}

export const virtualTime = (start: number): VirtualTime => {
  const planned = makeHeap()
  let now = start
  let turn = 0
  return {
    now: () => now,
    after: (milliseconds, run) => {
      const item: Planned = { at: now + Math.max(0, milliseconds), turn: turn++, run }
      planned.add(item)
      return () => {
        item.run = null
      }
    },
    advance: (milliseconds) => {
      const end = now + milliseconds
      for (let due = planned.first(); due !== undefined && due.at <= end; due = planned.first()) {
        planned.takeFirst()
        if (due.run === null) continue
        now = Math.max(now, due.at)
        due.run()
      }
      now = end
    },
  }
}
