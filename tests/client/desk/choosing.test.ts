import { describe, expect, test } from 'vitest'
import { cellsBetween, withCells } from '../../../client/desk/cell-rectangle.ts'
import { isWanted, kindOf, type LogFilter, sessionOf } from '../../../client/desk/log-filter.ts'
import { movedBy } from '../../../client/desk/moved-by.ts'
import type { BoardEvent } from '../../../shared/events.ts'
import { cellKey } from '../../../shared/ids.ts'
import { entryBy, sessionId } from '../../support/boards.ts'

describe('cells of a sweep', () => {
  const slots = ['s1', 's2', 's3']
  const rooms = ['a', 'b', 'c']

  test('U19 all cells between two corners, whichever way they lie', () => {
    const keys = [cellKey('b', 's1'), cellKey('c', 's1'), cellKey('b', 's2'), cellKey('c', 's2')]
    expect(cellsBetween({ row: 0, column: 1 }, { row: 1, column: 2 }, slots, rooms)).toEqual(keys)
    expect(cellsBetween({ row: 1, column: 1 }, { row: 0, column: 2 }, slots, rooms)).toEqual(keys)
    expect(cellsBetween({ row: 2, column: 0 }, { row: 2, column: 0 }, slots, rooms)).toEqual([cellKey('a', 's3')])
  })

  test('a cell is chosen once, however often it is swept, and what was chosen before stays', () => {
    const chosen = new Set([cellKey('a', 's1')])
    const more = withCells(chosen, [cellKey('a', 's1'), cellKey('b', 's1')], true)
    expect([...more]).toEqual([cellKey('a', 's1'), cellKey('b', 's1')])
    expect([...withCells(more, [cellKey('a', 's1')], false)]).toEqual([cellKey('b', 's1')])
    expect(chosen.size).toBe(1)
  })
})

describe('order of rooms', () => {
  test('U19 one goes up or down by one, and the ends hold', () => {
    const ids = ['a', 'b', 'c']
    expect([movedBy(ids, 'b', 'up'), movedBy(ids, 'b', 'down')]).toEqual([
      ['b', 'a', 'c'],
      ['a', 'c', 'b'],
    ])
    expect([movedBy(ids, 'a', 'up'), movedBy(ids, 'c', 'down'), movedBy(ids, 'x', 'up')]).toEqual([null, null, null])
  })
})

describe('filters of who did what', () => {
  const placed: BoardEvent = { type: 'session-placed', sessionId: sessionId(1), roomId: 'b101', slotIds: ['s1'] }
  const locked: BoardEvent = { type: 'session-locked', sessionId: sessionId(2) }
  const all: LogFilter = { by: null, kind: null, sessionId: null }

  test('U19 person, kind and session all have to be right, kind and session in one event', () => {
    const both = entryBy('ana', placed, locked)
    const asked: readonly Partial<LogFilter>[] = [
      {},
      { by: 'ana' },
      { by: 'brieuc' },
      { kind: 'places' },
      { kind: 'doors' },
      { sessionId: sessionId(2) },
      { kind: 'sessions', sessionId: sessionId(2) },
      { kind: 'places', sessionId: sessionId(2) },
    ]
    expect(asked.map((filter) => isWanted(both, { ...all, ...filter }))).toEqual([
      true,
      true,
      false,
      true,
      false,
      true,
      true,
      false,
    ])
  })

  test('an event says what it was about', () => {
    expect([kindOf(placed), sessionOf(placed)]).toEqual(['places', sessionId(1)])
    const ordered: BoardEvent = { type: 'rooms-ordered', roomIds: [] }
    expect([kindOf(ordered), sessionOf(ordered)]).toEqual(['venue', null])
  })
})
