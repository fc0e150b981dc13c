const sizeOf = (name: string, usual: number): number => {
  const size = Number(process.env[name] ?? usual)
  if (!Number.isSafeInteger(size) || size < 1) throw new Error(`${name} must be a whole number from 1, not ${size}.`)
  return size
}

/**
 * How large crowds are, how long each round of a burst lasts, and how many entries the hall of `wifi` hears of. What the
 * bars are held to are the usual sizes; smaller ones only show that all of it runs.
 */
export const sizes = {
  phones: sizeOf('BENCH_PHONES', 1000),
  rounds: sizeOf('BENCH_ROUNDS', 6),
  seconds: sizeOf('BENCH_SECONDS', 10),
  entries: sizeOf('BENCH_ENTRIES', 120),
} as const
