import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boardToJson } from '../../shared/board-json.ts'
import { difference, wallChanges } from '../../shared/difference.ts'
import { evolve } from '../../shared/evolve.ts'
import { sameValue } from '../../shared/same-value.ts'
import { allToward } from '../../shared/toward.ts'
import { before, build, by, claim, propose, proposed, sessionId, smallBoard, team } from '../support/boards.ts'

const [ana, brieuc] = [by('ana'), by('brieuc')]

const placed = build(proposed, [
  [ana, claim(1, 'b101', 's1')],
  [brieuc, claim(2, 'b102', 's2')],
])

test('T11 what changed names each session and where it was and is', () => {
  const other = build(placed, [
    [team, { type: 'set-mode', mode: 'barcamp' }],
    [ana, propose(3)],
    [ana, propose(4)],
    [ana, claim(4, 'hall', 's3')],
    [ana, claim(1, 'hall', 's1')],
    [ana, { type: 'edit', sessionId: sessionId(1), title: 'Autrement' }],
    [brieuc, { type: 'withdraw', sessionId: sessionId(2) }],
    [team, { type: 'lock', sessionId: sessionId(1) }],
  ])
  const [from, to] = [placed.placements, other.placements]
  const at = (n: number) => ({ from: from.get(sessionId(n)) ?? null, to: to.get(sessionId(n)) ?? null })
  expect(wallChanges(placed, other)).toEqual([
    { sessionId: sessionId(1), kind: 'moved', ...at(1) },
    { sessionId: sessionId(1), kind: 'edited', ...at(1) },
    { sessionId: sessionId(3), kind: 'new', from: null, to: null },
    { sessionId: sessionId(4), kind: 'new', ...at(4) },
    { sessionId: sessionId(2), kind: 'withdrawn', ...at(2) },
  ])
  expect(wallChanges(proposed, placed).map(({ kind }) => kind)).toEqual(['placed', 'placed'])
  expect(wallChanges(placed, proposed).map(({ kind }) => kind)).toEqual(['released', 'released'])
  expect(wallChanges(placed, placed)).toEqual([])
})

test('T11 a session follows its slot and the one that it is merged into; put back where it was it has not moved', () => {
  const later = build(placed, [[team, { type: 'edit-slot', slotId: 's1', start: '09:40' }]])
  expect(wallChanges(placed, later).map(({ sessionId: id, kind }) => [id, kind])).toEqual([[sessionId(1), 'moved']])
  const merged = build(placed, [
    [ana, { type: 'offer', offerId: sessionId(50), kind: 'merge', fromId: sessionId(1), toId: sessionId(2) }],
    [brieuc, { type: 'answer-offer', offerId: sessionId(50), answer: 'accept' }],
  ])
  const carrier = merged.placements.get(sessionId(2))
  expect(wallChanges(placed, merged)).toEqual([
    { sessionId: sessionId(1), kind: 'moved', from: placed.placements.get(sessionId(1)), to: carrier },
  ])
  const back = build(placed, [
    [{ ...ana, now: before + 1 }, claim(1, 'hall', 's4')],
    [{ ...ana, now: before + 2 }, claim(1, 'b101', 's1')],
  ])
  expect(wallChanges(placed, back)).toEqual([])
})

test('T11 two boards are compared thing by thing, and the first is reached from the second by what differs', () => {
  const other = build(placed, [
    [ana, propose(3)],
    [ana, claim(1, 'hall', 's3')],
    [brieuc, { type: 'withdraw', sessionId: sessionId(2) }],
    [team, { type: 'remove-room', roomId: 'b102' }],
    [team, { type: 'add-room', roomId: 'cave', name: 'Cave' }],
    [team, { type: 'set-cells', cells: [{ roomId: 'cave', slotId: 's1' }], use: { type: 'closed' } }],
    [team, { type: 'set-figures', ownLimit: 3 }],
    [team, { type: 'close-door', door: 'star' }],
  ])
  const targets = difference(placed, other).map((change) => change.before)
  const back = allToward(other, targets).reduce((board, event) => evolve(board, event, before), other)
  const listed = (board: typeof back) => {
    const { sessions, placements, withdrawn, ...rest } = boardToJson(board)
    const byId = [...sessions].sort((a, b) => (a.id < b.id ? -1 : 1))
    return { ...rest, sessions: byId, placements: [...placements].sort((a, b) => a.start - b.start) }
  }
  expect(listed(back)).toEqual(listed(placed))
  expect(difference(smallBoard, smallBoard)).toEqual([])
})

test('values are the same whatever the order of their fields, and only then', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      const copy: unknown = JSON.parse(JSON.stringify(a))
      expect(sameValue(a, copy)).toBe(true)
      expect(sameValue(a, b)).toBe(sameValue(b, a))
    }),
  )
  expect(sameValue({ a: 1, b: [2, { c: null }] }, { b: [2, { c: null }], a: 1 })).toBe(true)
  expect(sameValue({ a: undefined }, {})).toBe(false)
  expect(sameValue([1, 2], [2, 1])).toBe(false)
  expect(sameValue([], {})).toBe(false)
})
