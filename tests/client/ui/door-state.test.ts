import { expect, test } from 'vitest'
import { doorState } from '../../../client/ui/door-state.ts'
import { at } from '../../support/boards.ts'

const now = at('12:00')

test('B4 a door is said to be open, to open, to be over, or just closed', () => {
  const doors = [
    { opensAt: at('11:00'), closesAt: null },
    { opensAt: at('11:00'), closesAt: at('12:01') },
    { opensAt: at('12:00'), closesAt: null },
    { opensAt: at('14:00'), closesAt: null },
    { opensAt: at('10:00'), closesAt: at('12:00') },
    { opensAt: null, closesAt: null },
  ]
  expect(doors.map((door) => doorState(door, now))).toEqual([
    { type: 'open' },
    { type: 'open' },
    { type: 'open' },
    { type: 'opens', at: at('14:00') },
    { type: 'over', at: at('12:00') },
    { type: 'closed' },
  ])
})
