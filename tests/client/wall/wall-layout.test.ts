import { describe, expect, test } from 'vitest'
import { columnsFor, layWall, type Measure } from '../../../client/wall/wall-layout.ts'

const area = { width: 1500, height: 900, unit: 10.8 }
const block = (key: string, tense: 'now' | 'next' | 'later') => ({ key, tense })

/** Cards of that many lines, of which larger type makes higher ones. */
const measured =
  (cards: Readonly<Record<string, number>>): Measure =>
  (keys, { scale, isDense }) =>
    keys.map((key) => ({
      key,
      heading: 40 * scale,
      cards: Array.from({ length: cards[key] ?? 0 }, () => (isDense ? 80 : 120) * scale),
    }))

describe('layout of the wall', () => {
  test('columns follow the width of the screen and the size of the type', () => {
    expect([1, 1.4, 1.8].map((scale) => columnsFor(area, scale))).toEqual([3, 2, 1])
    expect(columnsFor({ width: 300, height: 700, unit: 19.2 }, 1)).toBe(1)
  })

  test('little to say is said large, on one page', () => {
    const { pages } = layWall([block('a', 'now'), block('b', 'next')], area, measured({ a: 2, b: 2 }))
    expect(pages.map(({ scale, parts }) => [scale, parts.map((part) => part.key)])).toEqual([[1.6, ['a', 'b']]])
  })

  test('what runs and what comes next has pages of its own, before the rest of the day', () => {
    const cards = { a: 9, b: 9, c: 9, d: 9 }
    const blocks = [block('a', 'now'), block('b', 'next'), block('c', 'later'), block('d', 'later')]
    const { pages } = layWall(blocks, area, measured(cards))
    expect(pages.map(({ parts }) => parts.map((part) => part.key))).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ])
  })

  test('U18 many pages are drawn dense, which is no smaller', () => {
    const { pages } = layWall([block('a', 'now')], area, measured({ a: 70 }))
    expect(pages.map(({ scale, isDense, parts }) => [scale, isDense, parts.length])).toEqual([
      [1, true, 1],
      [1, true, 1],
      [1, true, 1],
    ])
  })

  const told = (cards: number, show?: 'auto' | 'now' | 'day') => {
    const blocks = [block('a', 'now'), block('b', 'next'), block('c', 'later'), block('d', 'later')]
    const { pages, isShort } = layWall(blocks, area, measured({ a: 9, b: 9, c: cards, d: cards }), show)
    return { keys: [...new Set(pages.flatMap(({ parts }) => parts.map((part) => part.key)))].join(''), isShort }
  }

  test('U18 a day of too many pages shows now and next, and says that it goes on', () => {
    expect(told(30)).toEqual({ keys: 'abcd', isShort: false })
    expect(told(150)).toEqual({ keys: 'ab', isShort: true })
    expect(told(150, 'day')).toEqual({ keys: 'abcd', isShort: false })
    expect(told(9, 'now')).toEqual({ keys: 'ab', isShort: true })
    expect(layWall([block('c', 'later')], area, measured({ c: 300 })).isShort).toBe(false)
  })

  test('a day without slots has no page', () => {
    expect(layWall([], area, measured({}))).toEqual({ pages: [], isShort: false })
  })
})
