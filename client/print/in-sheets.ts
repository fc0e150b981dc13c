/**
 * Shares things out over as few sheets as hold `most` each, as evenly as they go: 13 rooms are 7 and 6, not 12 and 1.
 * @param most at least 1
 */
export const inSheets = <T>(things: readonly T[], most: number): readonly (readonly T[])[] => {
  const count = Math.ceil(things.length / most)
  const each = Math.ceil(things.length / Math.max(1, count))
  return Array.from({ length: count }, (_, n) => things.slice(n * each, (n + 1) * each))
}
