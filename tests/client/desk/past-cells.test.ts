import { expect, test } from 'vitest'
import { differs } from '../../../client/desk/past-cells.ts'
import { build, by, claim, propose, smallBoard, team } from '../../support/boards.ts'

const before = build(smallBoard, [
  [by('ana'), propose(1)],
  [team, claim(1, 'b101', 's1')],
])

test('U40 a cell is otherwise where it holds somebody else, or nobody; not where nothing moved, nor where it is gone', () => {
  const after = build(before, [[team, claim(1, 'b102', 's2')]])
  const isOther = differs(before, after)
  const cells = [
    { roomId: 'b101', slotId: 's1' },
    { roomId: 'b102', slotId: 's2' },
    { roomId: 'hall', slotId: 's1' },
  ]
  expect(cells.map(isOther)).toEqual([true, true, false])
  expect(cells.map(differs(before, before))).toEqual([false, false, false])
  const without = build(after, [[team, { type: 'remove-room', roomId: 'b101' }]])
  expect(cells.map(differs(before, without))).toEqual([false, true, false])
})
