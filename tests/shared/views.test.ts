import { describe, expect, test } from 'vitest'
import { gridOf, parkedSessions } from '../../shared/grid.ts'
import { nowIn, nowOf } from '../../shared/now.ts'
import { pathOf } from '../../shared/path.ts'
import { at, build, by, claim, day, propose, proposed, sessionId, smallBoard, team } from '../support/boards.ts'

const board = build(smallBoard, [
  [by('ana'), propose(1, { length: 2 })],
  [by('ana'), claim(1, 'b101', 's3')],
  [by('brieuc'), propose(2)],
  [by('brieuc'), claim(2, 'b102', 'long')],
  [by('carole'), propose(3)],
  [team, { type: 'set-cells', cells: [{ roomId: 'hall', slotId: 's1' }], use: { type: 'closed' } }],
  [
    team,
    { type: 'set-cells', cells: [{ roomId: 'hall', slotId: 's2' }], use: { type: 'reserved', collectiveId: null } },
  ],
])

describe('grid', () => {
  test('V1 a day is every slot in time order, each open one with every room once', () => {
    const grid = gridOf(board, day)
    const drawn = grid.rows.map(({ slot, cells }) => [
      slot.id,
      ...[...cells].map(([room, cell]) => `${room} ${cell.type}${cell.type === 'session' ? ` ${cell.span}` : ''}`),
    ])
    expect(drawn).toEqual([
      ['s1', 'b101 free', 'b102 free', 'hall closed'],
      ['s2', 'b101 free', 'b102 free', 'hall free'],
      ['buffet'],
      ['s3', 'b101 session 3', 'b102 busy', 'hall free'],
      ['long', 'b101 covered', 'b102 session 1', 'hall free'],
      ['s4', 'b101 covered', 'b102 busy', 'hall free'],
    ])
    expect([grid.rooms.map(({ id }) => id), grid.continuous.map(({ id }) => id)]).toEqual([
      ['b101', 'b102', 'hall'],
      ['fablab'],
    ])
  })

  test('V1 what has no placement is in the tray', () => {
    expect(parkedSessions(board).map(({ id }) => id)).toEqual([sessionId(3)])
  })
})

describe('now', () => {
  test('V2 a room is free until its next session, taken during one, and free until the end of the day after', () => {
    const b101 = (time: string) => {
      const { current, next, freeUntil, common } = nowIn(board, 'b101', at(time))
      return [current?.sessionId ?? null, next?.sessionId ?? null, freeUntil, common?.id ?? null]
    }
    expect(b101('12:30')).toEqual([null, sessionId(1), at('13:30'), 'buffet'])
    expect(b101('13:30')).toEqual([sessionId(1), null, null, null])
    expect(b101('15:29')).toEqual([sessionId(1), null, null, null])
    expect(b101('15:30')).toEqual([null, null, null, null])
    const hall = nowIn(board, 'hall', at('09:00'))
    expect(hall).toEqual({ current: null, next: null, freeUntil: at('15:30'), rest: [], common: null })
  })

  test('V2 the wall shows the slots that run, and the next that start together', () => {
    const { current, next, date } = nowOf(board, at('14:00'))
    expect([current.map((s) => s.id), next.map((s) => s.id), date]).toEqual([['s3', 'long'], ['s4'], day])
    expect(nowOf(board, at('12:10')).next.map((s) => s.id)).toEqual(['s3', 'long'])
  })

  test('V4 the day that is shown is the forum’s own: today, the next with slots, or the last', () => {
    expect(nowOf(board, at('20:00', '2024-07-01')).date).toBe(day)
    expect(nowOf(board, at('09:00', '2024-08-01')).date).toBe(day)
    expect(nowOf(proposed, at('00:10')).date).toBe(day)
  })
})

test('V3 my path is what I host and starred, in time order, with clashes, parked last', () => {
  const path = pathOf(board, 'carole', new Set([sessionId(1), sessionId(2)]))
  expect(path.map(({ session, mine, starred, clashes }) => [session.id, mine, starred, clashes])).toEqual([
    [sessionId(1), false, true, [sessionId(2)]],
    [sessionId(2), false, true, [sessionId(1)]],
    [sessionId(3), true, false, []],
  ])
})
