import { type MeasuredBlock, type Page, type PageSize, packPages } from './pack-pages.ts'
import type { WallBlock } from './wall-blocks.ts'
import type { WallOptions } from './wall-options.ts'

/** How cards are drawn. */
export interface Look {
  /** 1 is the smallest that reads from the back of a hall. */
  readonly scale: number
  readonly columns: number
  /** Room and title on one line: no smaller, but more cards to a page. */
  readonly isDense: boolean
}

/** A page and how it is drawn. */
export interface LaidPage extends Look {
  readonly parts: Page
}

/** Room for pages, in pixels. */
export interface WallArea {
  readonly width: number
  readonly height: number
  /** One per cent of the screen's height. */
  readonly unit: number
}

/** Heights of blocks as the browser lays them out. */
export type Measure = (keys: readonly string[], look: Look) => readonly MeasuredBlock[]

/** From the largest down to the one that still reads: 1 means titles of 3.3 % of the screen's height. */
const scales = [1.8, 1.6, 1.4, 1.2, 1] as const

/** Gaps, in hundredths of the screen's height; the style sheet says the same. */
const CARD_GAP = 1
const DENSE_GAP = 0.5
const BLOCK_GAP = 2.5
/** A column is at least this wide at scale 1: some twenty-five letters of a title. */
const COLUMN = 42

/** How many columns of cards stand side by side. */
export const columnsFor = (area: WallArea, scale: number): number =>
  Math.max(1, Math.floor((area.width / area.unit + CARD_GAP) / (COLUMN * scale + CARD_GAP)))

const sizeOf = (area: WallArea, { columns, isDense }: Look): PageSize => ({
  height: area.height,
  columns,
  cardGap: (isDense ? DENSE_GAP : CARD_GAP) * area.unit,
  blockGap: BLOCK_GAP * area.unit,
  isTight: isDense,
})

/** From this many pages on, cards are drawn dense where that makes fewer. */
const manyPages = 4

/** As few pages as the smallest scale needs, then as large as that number of pages allows. */
const layGroup = (keys: readonly string[], area: WallArea, measure: Measure): readonly LaidPage[] => {
  if (keys.length === 0) return []
  const at = (scale: number, isDense = false): { readonly pages: readonly LaidPage[]; readonly fits: boolean } => {
    const look = { scale, columns: columnsFor(area, scale), isDense }
    const { pages, fits } = packPages(measure(keys, look), sizeOf(area, look))
    return { pages: pages.map((parts) => ({ parts, ...look })), fits }
  }
  const smallest = at(1)
  if (smallest.pages.length >= manyPages) {
    const dense = at(1, true)
    if (dense.pages.length < smallest.pages.length) return dense.pages
  }
  for (const scale of scales) {
    const larger = at(scale)
    if (larger.fits && larger.pages.length === smallest.pages.length) return larger.pages
  }
  return smallest.pages
}

/** More pages than these take minutes to come round: nobody waits for theirs, and what starts next is missed. */
export const mostPages = 8

/** The pages, and whether the rest of the day was left out of them. */
export interface LaidWall {
  readonly pages: readonly LaidPage[]
  readonly isShort: boolean
}

/**
 * The pages of a wall: everything on one where it fits; otherwise what runs and what comes next has pages of its own, drawn
 * as large as they can be, and the rest of the day follows, if it is asked for or the pages stay few.
 */
export const layWall = (
  blocks: readonly Pick<WallBlock, 'key' | 'tense'>[],
  area: WallArea,
  measure: Measure,
  show: WallOptions['show'] = 'auto',
): LaidWall => {
  const lay = (group: readonly Pick<WallBlock, 'key'>[]) =>
    layGroup(
      group.map((block) => block.key),
      area,
      measure,
    )
  const isFront = (block: Pick<WallBlock, 'tense'>): boolean => block.tense === 'now' || block.tense === 'next'
  const front = blocks.filter(isFront)
  const rest = blocks.filter((block) => !isFront(block))
  const mayShorten = front.length > 0 && rest.length > 0
  if (show === 'now' && mayShorten) return { pages: lay(front), isShort: true }
  const all = lay(blocks)
  if (all.length <= 1) return { pages: all, isShort: false }
  const [first, second] = [lay(front), lay(rest)]
  const isShort = show === 'auto' && mayShorten && first.length + second.length > mostPages
  return { pages: isShort ? first : [...first, ...second], isShort }
}
