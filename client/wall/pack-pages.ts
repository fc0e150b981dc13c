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
  /** Whether a block that has to be cut may begin under another one: fewer pages, less calm ones. */
  readonly isTight?: boolean
}

/**
 * Cuts a block that is higher than a page into as few parts as its cards allow; the last one is levelled.
 * @param first columns that an earlier page has room for
 */
const partsOf = (block: MeasuredBlock, size: PageSize, first: readonly Column[] | null): readonly PagePart[] => {
  const room = size.height - block.heading
  const parts: (readonly Column[])[] = first === null ? [] : [first]
  let from = first?.at(-1)?.to ?? 0
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

/** On tight pages a cut block begins under another one where so much of the page is left; less would look like a leftover. */
const worthBeginning = 0.35

/** What fits of a block that has to be cut into what is left of a page; null where it begins better on the next one. */
const beginningOf = (block: MeasuredBlock, size: PageSize, left: number): readonly Column[] | null => {
  const room = left - block.heading
  if (left < size.height * worthBeginning) return null
  const columns = fillColumns(block.cards, 0, size.columns, room, size.cardGap)
  return heightOfColumns(block.cards, columns, size.cardGap) <= room ? columns : null
}

/**
 * Shares blocks out over pages, in order. A block stays whole unless it alone is higher than a page; then it is cut between
 * cards, and begins on a page of its own; on tight pages also where the one before it left much of one.
 */
export const packPages = (blocks: readonly MeasuredBlock[], size: PageSize): Packing => {
  const pages: PagePart[][] = []
  let filled = Number.POSITIVE_INFINITY
  for (const block of blocks) {
    const whole = partsOf(block, size, null)
    const left = size.height - filled - size.blockGap
    const begun = whole.length === 1 || size.isTight !== true ? null : beginningOf(block, size, left)
    const parts = begun === null ? whole : partsOf(block, size, begun)
    for (const [index, part] of parts.entries()) {
      const height = block.heading + heightOfColumns(block.cards, part.columns, size.cardGap)
      const page = pages.at(-1)
      const mayFollow = part.part === null || (index === 0 && begun !== null)
      if (page !== undefined && mayFollow && filled + size.blockGap + height <= size.height) {
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
