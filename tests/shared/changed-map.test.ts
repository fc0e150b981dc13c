import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Board } from '../../shared/board.ts'
import { ChangedMap, withEntry, withoutEntry } from '../../shared/changed-map.ts'
import type { BoardEvent } from '../../shared/events.ts'
import { evolve } from '../../shared/evolve.ts'
import { occupancyOf } from '../../shared/occupancy.ts'
import { before, build, propose, sessionId, smallBoard, team } from '../support/boards.ts'

type Values = ReadonlyMap<number, { readonly value: number }>

const shown = (map: Values) => {
  const visited: unknown[] = []
  map.forEach((value, key, whole) => {
    visited.push([key, value, whole === map])
  })
  const keys = Array.from({ length: 130 }, (_, key) => key)
  return {
    size: map.size,
    all: [...map],
    entries: [...map.entries()],
    keys: [...map.keys()],
    values: [...map.values()],
    visited,
    got: keys.map((key) => map.get(key)),
    had: keys.map((key) => map.has(key)),
  }
}

const step = fc.record({ key: fc.nat(129), isSet: fc.boolean() })

test('B26 a map that was changed entry by entry reads like a map of its own, and so do those before it', () => {
  const base: Values = new Map(Array.from({ length: 100 }, (_, key) => [key, { value: key }]))
  fc.assert(
    fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
      const versions: { readonly map: Values; readonly own: Values }[] = [{ map: base, own: new Map(base) }]
      for (const [value, { key, isSet }] of steps.entries()) {
        const { map, own } = versions.at(-1) ?? { map: base, own: base }
        const next = new Map(own)
        if (isSet) next.set(key, { value })
        else next.delete(key)
        versions.push({ map: isSet ? withEntry(map, key, { value }) : withoutEntry(map, key), own: next })
      }
      for (const { map, own } of versions) expect(shown(map)).toEqual(shown(own))
    }),
    { numRuns: 50 },
  )
})

const rooms = [...smallBoard.rooms.keys()]
const slots = [...smallBoard.slots.values()]
const sessions = Array.from({ length: 150 }, (_, n) => sessionId(n))
const everyone: Board = build(
  smallBoard,
  sessions.map((_, n) => [team, propose(n)]),
)

const cell = fc.tuple(fc.constantFrom(...rooms), fc.constantFrom(...slots))
const session = fc.constantFrom(...sessions)
const placed = fc
  .tuple(session, cell)
  .map(([id, [roomId, slot]]): BoardEvent => ({ type: 'session-placed', sessionId: id, roomId, slotIds: [slot.id] }))
const released = session.map((id): BoardEvent => ({ type: 'session-released', sessionId: id }))
const event = fc.oneof({ weight: 4, arbitrary: placed }, released)

/** Who is where, as it is told of these placements, in the order in which it is told. */
const occupied = (placements: Board['placements']) => {
  const { inRoom, during } = occupancyOf({ placements })
  return [...rooms.map(inRoom), ...slots.map(during)]
}

test('B26 who is where is the same of placements that came one by one as of all of them at once', () => {
  fc.assert(
    fc.property(fc.array(event, { minLength: 300, maxLength: 400 }), (events) => {
      let board = everyone
      let changed = 0
      for (const each of events) {
        board = evolve(board, each, before)
        if (board.placements instanceof ChangedMap) changed += 1
        expect(occupied(board.placements)).toEqual(occupied(new Map(board.placements)))
      }
      expect(changed).toBeGreaterThan(50)
    }),
    { numRuns: 5 },
  )
})
