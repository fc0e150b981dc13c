import { describe, expect, test } from 'vitest'
import type { Command } from '../../shared/commands/command.schema.ts'
import { gridOf, parkedSessions } from '../../shared/grid.ts'
import { nowIn, nowOf } from '../../shared/now.ts'
import { pathOf } from '../../shared/path.ts'
import { pathDays } from '../../shared/path-days.ts'
import { similarIndex } from '../../shared/similar.ts'
import { at, build, by, claim, day, propose, proposed, sessionId, smallBoard, team } from '../support/boards.ts'
import { accept, offer } from '../support/offers.ts'

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
    expect(hall).toEqual({ current: null, next: null, freeUntil: at('09:30'), rest: [], common: null })
  })

  test('V2 free time ends at a common moment, a closed or a reserved hour too, but not while another hour is free', () => {
    const set = (slotId: string, type: 'closed' | 'reserved'): readonly [typeof team, Command] => {
      const use = type === 'closed' ? { type } : { type, collectiveId: null }
      return [team, { type: 'set-cells', cells: [{ roomId: 'hall', slotId }], use }]
    }
    const freeUntil = (time: string, steps: readonly (readonly [typeof team, Command])[]) =>
      nowIn(build(smallBoard, steps), 'hall', at(time)).freeUntil
    expect([freeUntil('09:00', []), freeUntil('12:00', []), freeUntil('13:30', [])]).toEqual([
      at('12:00'),
      at('15:30'),
      at('15:30'),
    ])
    expect(freeUntil('09:00', [set('s2', 'reserved')])).toBe(at('10:45'))
    // The hour is closed, and a longer one runs over it that anybody may take.
    expect(freeUntil('13:45', [set('s4', 'closed')])).toBe(at('15:30'))
    expect(freeUntil('13:45', [set('s4', 'closed'), set('long', 'reserved')])).toBe(at('14:30'))
    expect(freeUntil('15:30', [])).toBe(null)
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

describe('a session inside another', () => {
  /** Carole's 3, which Dora joined with her 4, and which is held in the hall. */
  const merged = build(board, [
    [by('carole'), { type: 'edit', sessionId: sessionId(3), title: 'Vélos en ville' }],
    [by('dora'), propose(4, { title: 'Réparer les vélos' })],
    [by('dora'), offer('merge', 4, 3)],
    [by('carole'), accept(1)],
    [by('dora'), claim(3, 'hall', 's3')],
  ])

  test('O6 V1 has no place of its own: neither in the tray nor in the grid', () => {
    expect(parkedSessions(merged)).toEqual([])
    const shown = gridOf(merged, day).rows.flatMap(({ cells }) => [...cells.values()])
    expect(shown.flatMap((cell) => (cell.type === 'session' ? [cell.sessionId] : []))).toEqual([
      sessionId(1),
      sessionId(3),
      sessionId(2),
    ])
    const { current } = nowIn(merged, 'hall', at('13:45'))
    expect(current?.sessionId).toBe(sessionId(3))
  })

  test('O6 V3 is one step with its carrier, for its hosts and for those who starred it', () => {
    const steps = (who: string, stars: readonly number[]) =>
      pathOf(merged, who, new Set(stars.map(sessionId))).map(({ session, inside, mine, starred, clashes }) => [
        session.id,
        inside.map(({ id }) => id),
        mine,
        starred,
        clashes,
      ])
    const once = [sessionId(3), [sessionId(4)]] as const
    expect(steps('dora', [])).toEqual([[...once, true, false, []]])
    expect(steps('carole', [4])).toEqual([[...once, true, true, []]])
    expect(steps('eve', [4, 1])).toEqual([
      [sessionId(1), [], false, true, [sessionId(3)]],
      [...once, false, true, [sessionId(1)]],
    ])
    const [first] = pathDays(merged, pathOf(merged, 'dora', new Set()), () => 0, at('09:00'))
    expect(first?.parts.filter(({ type }) => type === 'step').length).toBe(1)
  })

  test('O6 U14 who types its title is led to its carrier, once', () => {
    const near = (text: string, but: readonly number[] = []) =>
      similarIndex(merged.sessions.values(), new Set(but.map(sessionId)))
        .near(text, 3)
        .map(({ session }) => session.id)
    expect(near('vélos à réparer')).toEqual([sessionId(3)])
    expect(near('vélos')).toEqual([sessionId(3)])
    expect(near('vélos à réparer', [3])).toEqual([])
  })
})
