import { describe, expect, test } from 'vitest'
import { fillColumns, flowColumns, heightOfColumns } from '../../../client/wall/wall-columns.ts'

const cards = [10, 10, 40, 10, 10]

describe('columns of the wall', () => {
  test('cards go down one column, then the next, none higher than it may be', () => {
    expect(fillColumns(cards, 0, 3, 50, 2)).toEqual([
      { from: 0, to: 2 },
      { from: 2, to: 3 },
      { from: 3, to: 5 },
    ])
    expect(fillColumns(cards, 0, 3, 64, 2)).toEqual([
      { from: 0, to: 3 },
      { from: 3, to: 5 },
    ])
  })

  test('a card that is higher than its column stands there alone', () => {
    expect(fillColumns([90, 10], 0, 2, 50, 2)).toEqual([
      { from: 0, to: 1 },
      { from: 1, to: 2 },
    ])
  })

  test('columns that need not be full are level', () => {
    expect(flowColumns([10, 10, 10, 10, 10, 10], 0, 3, 2)).toEqual([
      { from: 0, to: 2 },
      { from: 2, to: 4 },
      { from: 4, to: 6 },
    ])
    expect(flowColumns([10, 10, 10], 1, 4, 2)).toEqual([
      { from: 1, to: 2 },
      { from: 2, to: 3 },
    ])
    expect(flowColumns([], 0, 3, 2)).toEqual([])
  })

  test('the height of columns is that of the highest, with the gaps between its cards', () => {
    expect(
      heightOfColumns(
        cards,
        [
          { from: 0, to: 2 },
          { from: 2, to: 4 },
        ],
        2,
      ),
    ).toBe(52)
    expect(heightOfColumns(cards, [], 2)).toBe(0)
  })
})
