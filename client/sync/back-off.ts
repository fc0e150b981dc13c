/** Milliseconds. Full jitter (each wait is drawn from zero up) spreads a hall of phones that lost the same access point. */
export const backOff = { base: 500, cap: 15_000, stable: 5000 } as const

/** How long to wait before try number `attempt` (0 is the first after a loss). `random` is in [0, 1). */
export const waitBefore = (attempt: number, random: () => number): number =>
  random() * Math.min(backOff.cap, backOff.base * 2 ** attempt)
