import { type MeasuredBlock, type Page, type PageSize, packPages } from './pack-pages.ts'
import type { WallBlock } from './wall-blocks.ts'

/** A page with the measures that it is drawn at. `scale` 1 is the smallest that reads from the back of a hall. */
export interface LaidPage {
  readonly parts: Page
  readonly scale: number
  readonly columns: number
}

/** Room for pages, in pixels. */
export interface WallArea {
  readonly width: number
  readonly height: number
  /** One per cent of the screen's height. */
  readonly unit: number
}

/** Heights of blocks as the browser lays them out at a scale and a number of columns. */
export type Measure = (keys: readonly string[], scale: number, columns: number) => readonly MeasuredBlock[]

/** From the largest down to the one that still reads: 1 means titles of 3.3 % of the screen's height. */
const scales = [1.8, 1.6, 1.4, 1.2, 1] as const

/** Gaps, in hundredths of the screen's height; the style sheet says the same. */
const CARD_GAP = 1
const BLOCK_GAP = 2.5
/** A column is at least this wide at scale 1: some twenty-five letters of a title. */
const COLUMN = 42

/** How many columns of cards stand side by side. */
export const columnsFor = (area: WallArea, scale: number): number =>
  Math.max(1, Math.floor((area.width / area.unit + CARD_GAP) / (COLUMN * scale + CARD_GAP)))

const sizeOf = (area: WallArea, columns: number): PageSize => ({
  height: area.height,
  columns,
  cardGap: CARD_GAP * area.unit,
  blockGap: BLOCK_GAP * area.unit,
})

/** As few pages as the smallest scale needs, then as large as that number of pages allows. */
const layGroup = (keys: readonly string[], area: WallArea, measure: Measure): readonly LaidPage[] => {
  if (keys.length === 0) return []
  const at = (scale: number): { readonly pages: readonly LaidPage[]; readonly fits: boolean } => {
    const columns = columnsFor(area, scale)
    const { pages, fits } = packPages(measure(keys, scale, columns), sizeOf(area, columns))
    return { pages: pages.map((parts) => ({ parts, scale, columns })), fits }
  }
  const smallest = at(1)
  for (const scale of scales) {
    const larger = at(scale)
    if (larger.fits && larger.pages.length === smallest.pages.length) return larger.pages
  }
  return smallest.pages
}

/**
 * The pages of a wall: everything on one where it fits; otherwise what runs and what comes next has pages of its own, drawn
 * as large as they can be, and the rest of the day follows.
 */
export const layWall = (
  blocks: readonly Pick<WallBlock, 'key' | 'tense'>[],
  area: WallArea,
  measure: Measure,
): readonly LaidPage[] => {
  const all = layGroup(
    blocks.map((block) => block.key),
    area,
    measure,
  )
  if (all.length <= 1) return all
  const isFront = (block: Pick<WallBlock, 'tense'>): boolean => block.tense === 'now' || block.tense === 'next'
  const keysOf = (group: readonly Pick<WallBlock, 'key'>[]) => group.map((block) => block.key)
  return [
    ...layGroup(keysOf(blocks.filter(isFront)), area, measure),
    ...layGroup(keysOf(blocks.filter((block) => !isFront(block))), area, measure),
  ]
}
