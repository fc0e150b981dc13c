/** Time that moves only when it is told to; serves as the server's clock and as a phone's timers. */
export interface VirtualTime {
  now(): number
  after(milliseconds: number, run: () => void): () => void
  /** Moves on, running what falls due on the way, in order. */
  advance(milliseconds: number): void
}

export const virtualTime = (start: number): VirtualTime => {
  let now = start
  let planned: { readonly at: number; readonly run: () => void }[] = []
  return {
    now: () => now,
    after: (milliseconds, run) => {
      const item = { at: now + Math.max(0, milliseconds), run }
      planned.push(item)
      return () => {
        planned = planned.filter((other) => other !== item)
      }
    },
    advance: (milliseconds) => {
      const end = now + milliseconds
      for (;;) {
        const due = planned.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0]
        if (due === undefined) break
        planned = planned.filter((other) => other !== due)
        now = Math.max(now, due.at)
        due.run()
      }
      now = end
    },
  }
}
