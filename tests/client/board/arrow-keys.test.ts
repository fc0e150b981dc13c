import { expect, test } from 'vitest'
import { type Box, boxToward } from '../../../client/board/arrow-keys.ts'

const box = (left: number, top: number, width = 90, height = 40): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
})

/** Three columns, three rows; the middle one of the second row is twice as high. */
const boxes = [
  box(0, 0),
  box(100, 0),
  box(200, 0),
  box(0, 50),
  box(100, 50, 90, 90),
  box(200, 50),
  box(0, 100),
  box(200, 100),
]
const from = (index: number, arrow: Parameters<typeof boxToward>[2]): number => {
  const others = boxes.filter((_, other) => other !== index)
  const found = others[boxToward(boxes[index] ?? box(0, 0), others, arrow)]
  return found === undefined ? -1 : boxes.indexOf(found)
}

test('U5 arrows lead to the neighbour in their direction', () => {
  expect([from(0, 'ArrowRight'), from(0, 'ArrowDown'), from(2, 'ArrowLeft'), from(6, 'ArrowUp')]).toEqual([1, 3, 1, 3])
})

test('U5 a long card is reached from each of its rows and left toward the first', () => {
  expect([from(3, 'ArrowRight'), from(6, 'ArrowRight'), from(5, 'ArrowLeft'), from(4, 'ArrowRight')]).toEqual([
    4, 4, 4, 5,
  ])
})

test('U5 at the edge an arrow leads nowhere', () => {
  expect([from(0, 'ArrowUp'), from(0, 'ArrowLeft'), from(7, 'ArrowRight'), from(7, 'ArrowDown')]).toEqual([
    -1, -1, -1, -1,
  ])
})
