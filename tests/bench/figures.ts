/** The value below which a share `p` (0 to 1) of the samples lies; nearest rank. */
export const percentile = (samples: readonly number[], p: number): number => {
  const sorted = [...samples].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(p * sorted.length) - 1))] ?? Number.NaN
}

export const median = (samples: readonly number[]): number => percentile(samples, 0.5)

/** A ratio with the bar it is held to; `at most` or `at least`. */
export interface Bar {
  readonly name: string
  readonly value: number
  readonly unit?: string
  readonly bar?: { readonly type: 'at most' | 'at least'; readonly value: number }
}

const isMet = ({ value, bar }: Bar): boolean =>
  bar === undefined || (bar.type === 'at most' ? value <= bar.value : value >= bar.value)

/** Prints figures as a Markdown table; says whether every bar is met. */
export const printBars = (title: string, bars: readonly Bar[]): boolean => {
  console.log(`\n### ${title}\n\n| what | measured | bar | |\n| --- | --- | --- | --- |`)
  for (const one of bars) {
    const bar = one.bar === undefined ? '' : `${one.bar.type} ${one.bar.value}`
    const met = one.bar === undefined ? '' : isMet(one) ? 'met' : '**missed**'
    console.log(`| ${one.name} | ${one.value.toFixed(2)}${one.unit ?? ''} | ${bar} | ${met} |`)
  }
  return bars.every(isMet)
}

/** A-B-B-A: each contender goes first as often as last, so that a machine that warms up or slows down favours nobody. */
export const inTurns = async (rounds: number, contenders: readonly (() => Promise<void>)[]): Promise<void> => {
  for (let round = 0; round < rounds; round += 1) {
    const order = round % 2 === 0 ? contenders : [...contenders].reverse()
    for (const run of order) await run()
  }
}
