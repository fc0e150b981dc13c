import { expect, test } from 'vitest'
import { keptOf, seekingOf } from '../../../client/wall/wall-asks.ts'
import type { Board } from '../../../shared/board.ts'
import { at, before, build, by, claim, day, propose, smallBoard, team } from '../../support/boards.ts'

const seeking = (titles: readonly string[]): Board =>
  build(
    smallBoard,
    titles.map((title, n) => [by('ana'), propose(n, { title, seeking: true })] as const),
  )

test('O12 the wall names what seeks a host by title, as many as a line holds, and counts the others', () => {
  expect(seekingOf(build(smallBoard, [[by('ana'), propose(1)]]))).toEqual({ titles: [], more: 0 })
  expect(seekingOf(seeking(['Zinc', 'Abeilles']))).toEqual({ titles: ['Abeilles', 'Zinc'], more: 0 })
  const [long, longer] = [`A${'a'.repeat(50)}`, `B${'b'.repeat(150)}`]
  expect(seekingOf(seeking([longer, long]))).toEqual({ titles: [long], more: 1 })
  expect(seekingOf(seeking([longer]))).toEqual({ titles: [longer], more: 0 })
})

test('B16 the wall says how many free cells of the next round are kept, until when, and nothing after', () => {
  const kept = build(smallBoard, [
    [team, { type: 'set-figures', lateCells: 2, lateUntil: '09:00' }],
    [by('ana'), propose(1)],
    [by('ana'), claim(1, 'b101', 's1')],
  ])
  expect(keptOf(smallBoard, before)).toBe(null)
  expect(keptOf(kept, before)).toEqual({ cells: 2, until: at('09:00') })
  expect(keptOf(kept, at('09:00'))).toBe(null)
  const full = build(kept, [
    [team, propose(2)],
    [team, claim(2, 'b102', 's1')],
  ])
  expect(keptOf(full, before)).toEqual({ cells: 1, until: at('09:00') })
  const untilStart = build(kept, [[team, { type: 'set-figures', lateUntil: null }]])
  expect(keptOf(untilStart, at('09:29'))).toEqual({ cells: 2, until: at('09:30', day) })
})
