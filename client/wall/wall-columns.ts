/** Cards `from` up to (not including) `to`, one under the other. */
export interface Column {
  readonly from: number
  readonly to: number
}

const stackHeight = (cards: readonly number[], { from, to }: Column, gap: number): number =>
  cards.slice(from, to).reduce((sum, height) => sum + height, 0) + Math.max(0, to - from - 1) * gap

/** Height of the highest of columns that stand side by side. */
export const heightOfColumns = (cards: readonly number[], columns: readonly Column[], gap: number): number =>
  Math.max(0, ...columns.map((column) => stackHeight(cards, column, gap)))

/** Cards from `from` on, down the first column, then the next, none higher than `height` unless a single card is. */
export const fillColumns = (
  cards: readonly number[],
  from: number,
  count: number,
  height: number,
  gap: number,
): readonly Column[] => {
  const columns: Column[] = []
  let first = from
  while (columns.length < count && first < cards.length) {
    let to = first + 1
    while (to < cards.length && stackHeight(cards, { from: first, to: to + 1 }, gap) <= height) to += 1
    columns.push({ from: first, to })
    first = to
  }
  return columns
}

/** All cards from `from` on, in order, in at most `count` columns as level as their order allows. */
export const flowColumns = (cards: readonly number[], from: number, count: number, gap: number): readonly Column[] => {
  if (from >= cards.length) return []
  let low = Math.max(...cards.slice(from))
  let high = stackHeight(cards, { from, to: cards.length }, gap)
  // The lowest height that holds them all; a fiftieth of a card is level enough for any eye.
  const enough = low / 50
  while (high - low > enough) {
    const middle = (low + high) / 2
    if (fillColumns(cards, from, count, middle, gap).at(-1)?.to === cards.length) high = middle
    else low = middle
  }
  return fillColumns(cards, from, count, high, gap)
}
