import { type Column, fillColumns, flowColumns, heightOfColumns } from './wall-columns.ts'

/** A block of the wall with the heights that the browser measured for it, all in the same unit. */
export interface MeasuredBlock {
  readonly key: string
  /** Its heading: the hour and, beside it, which rooms are free. */
  readonly heading: number
  /** Its cards, in order, at the width of one column. */
  readonly cards: readonly number[]
}

/** A block on a page, or as much of it as the page holds. `part` is null where the block is whole. */
export interface PagePart {
  readonly key: string
  readonly columns: readonly Column[]
  readonly part: { readonly number: number; readonly of: number } | null
}

export type Page = readonly PagePart[]

/** `fits` is false where one card under its heading is higher than a page: then nothing but a smaller scale helps. */
export interface Packing {
  readonly pages: readonly Page[]
  readonly fits: boolean
}

/** What a page offers. `cardGap` lies between cards, `blockGap` between blocks. */
export interface PageSize {
  readonly height: number
  readonly columns: number
  readonly cardGap: number
  readonly blockGap: number
}

/** Cuts a block that is higher than a page into as few parts as its cards allow; the last one is levelled. */
const partsOf = (block: MeasuredBlock, size: PageSize): readonly PagePart[] => {
  const room = size.height - block.heading
  const parts: (readonly Column[])[] = []
  let from = 0
  while (from < block.cards.length || parts.length === 0) {
    const level = flowColumns(block.cards, from, size.columns, size.cardGap)
    const isLast = heightOfColumns(block.cards, level, size.cardGap) <= room
    const columns = isLast ? level : fillColumns(block.cards, from, size.columns, room, size.cardGap)
    parts.push(columns)
    from = columns.at(-1)?.to ?? block.cards.length
  }
  return parts.map((columns, index) => ({
    key: block.key,
    columns,
    part: parts.length === 1 ? null : { number: index + 1, of: parts.length },
  }))
}

/**
 * Shares blocks out over pages, in order. A block stays whole unless it alone is higher than a page; then it begins on a page
 * of its own and is cut between cards. What is left under its last part may hold the next block, if that one stays whole.
 */
export const packPages = (blocks: readonly MeasuredBlock[], size: PageSize): Packing => {
  const pages: PagePart[][] = []
  let filled = Number.POSITIVE_INFINITY
  for (const block of blocks) {
    const parts = partsOf(block, size)
    for (const part of parts) {
      const height = block.heading + heightOfColumns(block.cards, part.columns, size.cardGap)
      const page = pages.at(-1)
      if (page !== undefined && part.part === null && filled + size.blockGap + height <= size.height) {
        page.push(part)
        filled += size.blockGap + height
      } else {
        pages.push([part])
        filled = height
      }
    }
  }
  const fits = blocks.every(({ heading, cards }) => heading + Math.max(0, ...cards) <= size.height)
  return { pages, fits }
}
