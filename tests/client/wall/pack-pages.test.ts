import { describe, expect, test } from 'vitest'
import { type MeasuredBlock, type PageSize, packPages } from '../../../client/wall/pack-pages.ts'
import { heightOfColumns } from '../../../client/wall/wall-columns.ts'
import { seededRandom } from '../../support/random.ts'

const size: PageSize = { height: 100, columns: 2, cardGap: 2, blockGap: 5 }
const block = (key: string, ...cards: number[]): MeasuredBlock => ({ key, heading: 10, cards })

describe('pages of the wall', () => {
  test('blocks share a page while they fit, and stay whole', () => {
    const { pages, fits } = packPages([block('a', 20, 20), block('b', 30, 30), block('c', 30)], size)
    expect(fits).toBe(true)
    expect(pages.map((page) => page.map((part) => part.key))).toEqual([['a', 'b'], ['c']])
    expect(pages.flat().every((part) => part.part === null)).toBe(true)
  })

  test('a block higher than a page begins a page and says its parts; what is left may hold the next one', () => {
    const { pages } = packPages([block('a', 20), block('b', 40, 40, 40, 40, 40), block('c', 20)], size)
    expect(pages).toEqual([
      [{ key: 'a', columns: [{ from: 0, to: 1 }], part: null }],
      [
        {
          key: 'b',
          columns: [
            { from: 0, to: 2 },
            { from: 2, to: 4 },
          ],
          part: { number: 1, of: 2 },
        },
      ],
      [
        { key: 'b', columns: [{ from: 4, to: 5 }], part: { number: 2, of: 2 } },
        { key: 'c', columns: [{ from: 0, to: 1 }], part: null },
      ],
    ])
  })

  test('U18 on tight pages a block that is cut anyway begins where much of a page is left, and nowhere else', () => {
    const tight = { ...size, isTight: true }
    const shape = (...blocks: MeasuredBlock[]) =>
      packPages(blocks, tight).pages.map((page) => page.map(({ key, part }) => [key, part?.number ?? 0, part?.of ?? 0]))
    const long = block('b', 40, 40, 40, 40, 40)
    expect(shape(block('a', 20), long)).toEqual([
      [
        ['a', 0, 0],
        ['b', 1, 2],
      ],
      [['b', 2, 2]],
    ])
    // Two thirds of the page are full; or what is left holds no card; or the block fits whole on a page.
    expect(shape(block('a', 55), long)).toEqual([[['a', 0, 0]], [['b', 1, 2]], [['b', 2, 2]]])
    expect(shape(block('a', 20), block('b', 60, 60, 60))).toEqual([[['a', 0, 0]], [['b', 1, 2]], [['b', 2, 2]]])
    expect(shape(block('a', 20), block('b', 60, 60))).toEqual([[['a', 0, 0]], [['b', 0, 0]]])
  })

  test('a common moment, which has no cards, is a line like any other block', () => {
    expect(packPages([block('a', 20), block('buffet'), block('b', 20)], size).pages.map((page) => page.length)).toEqual(
      [3],
    )
  })

  test('one card under its heading that is higher than a page is told', () => {
    expect(packPages([block('a', 120)], size)).toEqual({
      pages: [[{ key: 'a', columns: [{ from: 0, to: 1 }], part: null }]],
      fits: false,
    })
  })

  test('whatever the heights: each card once, in order, and nothing beyond a page', () => {
    const random = seededRandom(20_261_121)
    const upTo = (most: number) => random.below(most + 1)
    for (let run = 0; run < 400; run += 1) {
      const blocks = Array.from({ length: upTo(8) }, (_, index) =>
        block(String(index), ...Array.from({ length: upTo(25) }, () => 5 + upTo(60))),
      )
      const page = { ...size, columns: 1 + upTo(3), isTight: run % 2 === 1 }
      const { pages, fits } = packPages(blocks, page)
      expect(fits).toBe(true)
      for (const { key, cards } of blocks) {
        const shown = pages.flat().filter((part) => part.key === key)
        const order = shown.flatMap((part) => part.columns.flatMap(({ from, to }) => cards.slice(from, to)))
        expect(order).toEqual(cards)
      }
      for (const parts of pages) {
        const heights = parts.map((part) => {
          const { heading, cards } = blocks[Number(part.key)] ?? block('')
          return heading + heightOfColumns(cards, part.columns, page.cardGap)
        })
        const sum = heights.reduce((total, height) => total + height, (heights.length - 1) * page.blockGap)
        expect(sum).toBeLessThanOrEqual(page.height)
      }
    }
  })
})
