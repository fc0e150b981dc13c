import { describe, expect, test } from 'vitest'
import type { Command } from '../../shared/commands/command.schema.ts'
import { decide } from '../../shared/decide.ts'
import { build, by, claim, propose, sessionId, team } from '../support/boards.ts'
import { accept, cells, offer, offerId, openOffers, ownSession, twoPlaced } from '../support/offers.ts'
import { act, codeOf, fold, shown, undone, undoOf } from '../support/undoing.ts'

const [ana, brieuc, carole] = [by('ana'), by('brieuc'), by('carole')]
const unmerge = (n: number): Command => ({ type: 'unmerge', sessionId: sessionId(n) })
const withdraw = (n: number): Command => ({ type: 'withdraw', sessionId: sessionId(n) })
const merge = (from: number, to: number): Command => offer('merge', from, to, { offerId: offerId(10 * from + to) })

/** Ana's 1 inside Brieuc's 2. Ana proposed 1 before Brieuc proposed 2: what is inside comes first on the board. */
const both = build(twoPlaced, [
  [ana, merge(1, 2)],
  [brieuc, accept(12)],
])

describe('others have built on it', () => {
  test('T2 who was taken out does not go back into what is inside another by now', () => {
    const done = act(both, ana, unmerge(1))
    const carried = build(done.board, [
      [brieuc, merge(2, 3)],
      [carole, accept(23)],
    ])
    expect(codeOf(undoOf(carried, done, ana))).toBe('built-upon')
    expect(codeOf(undoOf(done.board, done, ana))).toBe('accepted')
  })

  test('T2, O6 who was taken out and has got a place since does not go back with it', () => {
    const parked = build(both, [[team, claim(3, 'b101', 's1')]])
    const done = act(parked, ana, unmerge(1))
    expect(cells(done.board)[1]).toBe(undefined)
    const placed = build(done.board, [[team, claim(1, 'hall', 's4')]])
    expect(codeOf(undoOf(placed, done, ana))).toBe('built-upon')
  })

  test('T2 who was taken down and is inside another by now gets no place of its own', () => {
    const done = act(twoPlaced, ana, { type: 'release', sessionId: sessionId(1) })
    const inside = build(done.board, [
      [team, merge(1, 2)],
      [brieuc, accept(12)],
      [by('ana'), accept(12)],
    ])
    expect(ownSession(inside, 1).merged?.intoId).toBe(sessionId(2))
    expect(codeOf(undoOf(inside, done, ana))).toBe('built-upon')
  })
})

test('T2 who was taken down and is withdrawn by now gets no place back', () => {
  const done = act(twoPlaced, ana, { type: 'release', sessionId: sessionId(1) })
  const gone = build(done.board, [[team, withdraw(1)]])
  expect(codeOf(undoOf(gone, done, ana))).toBe('built-upon')
})

test('T2 a length is not taken back from who was placed with it since', () => {
  const done = act(twoPlaced, carole, { type: 'edit', sessionId: sessionId(3), length: 2 })
  expect(codeOf(undoOf(done.board, done, carole))).toBe('accepted')
  const placed = build(done.board, [[team, claim(3, 'hall', 's3')]])
  expect(codeOf(undoOf(placed, done, carole))).toBe('built-upon')
})

test('T2 an offer that ended by a move does not come back to who is withdrawn by now', () => {
  const offered = build(twoPlaced, [[ana, offer('swap', 1, 2)]])
  const done = act(offered, ana, claim(1, 'hall', 's4'))
  const gone = build(done.board, [[brieuc, withdraw(2)]])
  const back = undone({ ...done, board: gone }, ana)
  expect([cells(back), openOffers(back)]).toEqual([{ 1: 'b101 s1' }, []])
  const own = act(offered, ana, withdraw(1))
  expect(openOffers(undone(own, ana))).toEqual([offerId(1)])
})

describe('all of it comes back', () => {
  test('T4 a withdrawn carrier has what it held inside it again', () => {
    const done = act(both, brieuc, withdraw(2))
    expect(cells(done.board)).toEqual({ 1: 'b101 s1' })
    expect(shown(undone(done, brieuc))).toEqual(shown(both))
  })

  test('T6 on a wall that is put back what was inside another is inside it again, whichever comes first', () => {
    const later = build(both, [
      [brieuc, withdraw(2)],
      [ana, withdraw(1)],
      [carole, propose(7)],
    ])
    const context = { ...team, past: both }
    const decision = decide(later, { type: 'restore', seq: 1, what: { type: 'wall' } }, context)
    if (decision.type === 'refused') throw new Error(JSON.stringify(decision.refusal))
    const back = fold(later, decision.events, team.now)
    expect(ownSession(back, 1)).toEqual(ownSession(both, 1))
    expect(cells(back)).toEqual(cells(both))
  })

  test('T6 two that changed places inside each other do so again', () => {
    const other = build(twoPlaced, [
      [brieuc, merge(2, 1)],
      [ana, accept(21)],
    ])
    const context = { ...team, past: both }
    const decision = decide(other, { type: 'restore', seq: 1, what: { type: 'wall' } }, context)
    if (decision.type === 'refused') throw new Error(JSON.stringify(decision.refusal))
    const back = fold(other, decision.events, team.now)
    expect([ownSession(back, 1).merged?.intoId, ownSession(back, 2).merged]).toEqual([sessionId(2), null])
    expect(cells(back)).toEqual(cells(both))
  })
})
