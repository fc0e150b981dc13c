/** Milliseconds. Full jitter (each wait is drawn from zero up) spreads a hall of phones that lost the same access point. */
export const backOff = { base: 500, quick: 1000, cap: 15_000, stable: 5000 } as const

/**
 * How long to wait before the line is tried again that was lost so many milliseconds ago; 0 where it was just now. No longer
 * than the loss has lasted, but for its first second: a network that was away for two seconds is found again within two.
 * @param random in [0, 1)
 */
export const waitSinceLoss = (lasted: number, random: () => number): number =>
  random() * Math.min(backOff.cap, Math.max(lasted > 0 ? backOff.quick : backOff.base, lasted))

/** How long to wait before something is asked for again, for the `attempt`-th time (from 0). `random` is in [0, 1). */
export const waitBefore = (attempt: number, random: () => number): number =>
  random() * Math.min(backOff.cap, backOff.base * 2 ** attempt)
