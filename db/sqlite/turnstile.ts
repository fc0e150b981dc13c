/** Lets one in at a time, in the order of arrival. */
export interface Turnstile {
  /** Resolves when it is this caller's turn; every one must `leave`. */
  enter(): Promise<void>
  leave(): void
}

/** Each `leave` wakes exactly one, so that a thousand who wait cost no more than one each. */
export const createTurnstile = (): Turnstile => {
  const waiting: (() => void)[] = []
  let taken = false
  return {
    enter: async () => {
      if (taken) await new Promise<void>((resolve) => waiting.push(resolve))
      taken = true
    },
    leave: () => {
      const next = waiting.shift()
      if (next === undefined) taken = false
      else next()
    },
  }
}
