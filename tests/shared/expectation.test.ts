import { expect, test } from 'vitest'
import type { Session } from '../../shared/board.ts'
import type { Context } from '../../shared/context.ts'
import { expectationOf } from '../../shared/expectation.ts'
import { build, by, mergedInto, propose, proposed, sessionId, sessionOn } from '../support/boards.ts'

const session = sessionOn(proposed, 1)

const starred = (stars: number, votes?: { readonly all: number; readonly before: number }): Context => ({
  ...by('ana'),
  interest: () => stars,
  ...(votes === undefined ? {} : { votes: { all: votes.all, before: () => votes.before } }),
})

const people = (one: Session, context: Context) => expectationOf(proposed, one, context)?.people ?? null

test('B9 the host’s own figure counts before any interest, and is said as it is', () => {
  const figure = { ...session, expected: 2 }
  expect(expectationOf(proposed, figure, starred(50))).toEqual({ people: 2, said: 2 })
})

test('B9 interest is corrected for who came late: the part of the votes since then, of all votes', () => {
  // Two sessions on the board: 10 × 2 votes are taken for granted.
  expect(people(session, starred(20, { all: 180, before: 0 }))).toBe(18)
  expect(people(session, starred(20, { all: 180, before: 100 }))).toBe(36)
  expect(people(session, starred(20, { all: 180, before: 180 }))).toBe(180)
  expect(people(session, starred(20))).toBe(20)
})

test('B9 below three nobody is counted, however late the session came', () => {
  expect(people(session, starred(2))).toBe(null)
  expect(people(session, starred(2, { all: 180, before: 180 }))).toBe(null)
  expect(people(session, starred(3, { all: 3, before: 0 }))).toBe(null)
})

test('B9 a guess is said as a round figure that is never below it', () => {
  const said = (stars: number) => expectationOf(proposed, session, starred(stars))?.said
  expect([3, 9, 10, 21, 96, 101, 240, 241].map(said)).toEqual([3, 9, 10, 25, 100, 110, 240, 250])
})

test('B9 of sessions that are held together the one with most counts', () => {
  const three = build(proposed, [[by('carole'), propose(3, { expected: 12 })]])
  const merged = mergedInto(mergedInto(three, 2, 1), 3, 1)
  const context: Context = { ...by('ana'), interest: (id) => (id === sessionId(2) ? 31 : 4) }
  expect(expectationOf(merged, sessionOn(merged, 1), context)).toEqual({ people: 31, said: 35 })
  expect(expectationOf(merged, sessionOn(merged, 3), context)).toEqual({ people: 12, said: 12 })
})
