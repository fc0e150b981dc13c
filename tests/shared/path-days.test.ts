import { expect, test } from 'vitest'
import { pathOf } from '../../shared/path.ts'
import { pathDays } from '../../shared/path-days.ts'
import { at, before, build, by, claim, day, propose, sessionId, smallBoard, team } from '../support/boards.ts'

const board = build(smallBoard, [
  [team, { type: 'add-slot', slotId: 'next', date: '2024-07-04', start: '10:00', end: '11:00' }],
  ...[1, 2, 3, 4, 5, 6].map((n) => [by(`host-${n}`), propose(n)] as const),
  [by('host-1'), claim(1, 'b101', 's1')],
  [by('host-2'), claim(2, 'b102', 's1')],
  [by('host-3'), claim(3, 'b101', 's2')],
  [by('host-4'), claim(4, 'b102', 's2')],
  [by('host-5'), claim(5, 'hall', 'long')],
  [by('host-6'), claim(6, 'b101', 's3')],
])
const counts = new Map([
  [sessionId(3), 1],
  [sessionId(4), 5],
])

const drawn = (stars: readonly number[], now = before) =>
  pathDays(board, pathOf(board, 'zoe', new Set(stars.map(sessionId))), (id) => counts.get(id) ?? 0, now).map(
    ({ date, parts }) => [
      date,
      ...parts.map((part) => {
        const number = (id: string) => Number(id.slice(-2))
        if (part.type === 'step') return `with ${part.items.map(({ session }) => number(session.id)).join(' and ')}`
        if (part.type === 'gap')
          return `free, for ${part.suggestions.map(({ session }) => number(session.id)).join(', ')}`
        return part.label
      }),
    ],
  )

test('U15 what clashes is one step, and a gap names what is held then, most interest first', () => {
  expect(drawn([1, 2])).toEqual([[day, 'with 1 and 2', 'free, for 4, 3', 'Buffet', 'free, for 5, 6'], ['2024-07-04']])
})

test('U15 what is suggested in a gap clashes with nothing of the path, and slots that overlap are one gap', () => {
  expect(drawn([6])).toEqual([
    [day, 'free, for 1, 2', 'free, for 4, 3', 'Buffet', 'with 6', 'free, for '],
    ['2024-07-04'],
  ])
  const [shown] = pathDays(board, pathOf(board, 'zoe', new Set([sessionId(1)])), () => 0, before)
  expect(shown?.parts.map(({ type, start, end }) => [type, start, end])).toEqual([
    ['step', at('09:30'), at('10:30')],
    ['gap', at('10:45'), at('11:45')],
    ['common', at('12:00'), at('13:30')],
    ['gap', at('13:30'), at('15:30')],
  ])
})

test('U15 what begins in a gap and runs into the next step is not suggested', () => {
  const long = build(smallBoard, [
    [by('ana'), propose(1, { length: 2 })],
    [by('ana'), claim(1, 'b101', 's1')],
    [by('brieuc'), propose(2)],
    [by('brieuc'), claim(2, 'b102', 's2')],
    [by('carole'), propose(3)],
    [by('carole'), claim(3, 'hall', 's1')],
  ])
  const [shown] = pathDays(long, pathOf(long, 'zoe', new Set([sessionId(2)])), () => 0, before)
  const [gap] = shown?.parts ?? []
  expect(gap?.type === 'gap' && gap.suggestions.map(({ session }) => session.id)).toEqual([sessionId(3)])
})

test('U15 a gap that is over is shown no more, what was chosen stays', () => {
  expect(drawn([1], at('12:30'))).toEqual([[day, 'with 1', 'Buffet', 'free, for 5, 6'], ['2024-07-04']])
})

test('U15 a day of which nothing was chosen has no parts', () => {
  expect(drawn([])).toEqual([[day], ['2024-07-04']])
})
