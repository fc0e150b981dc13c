import { expect, test } from 'vitest'
import { candidatesFor, isLike } from '../../../client/offers/candidates.ts'
import { gistOf, outcomesOf } from '../../../client/offers/outcome.ts'
import type { OfferKind } from '../../../shared/board.ts'
import { evolve } from '../../../shared/evolve.ts'
import { build, by, claim, propose, proposed, sessionId } from '../../support/boards.ts'

const [one, two, three] = [sessionId(1), sessionId(2), sessionId(3)]
const at = (roomId: string, slotId: string) => ({ roomId, slotId })

/** Sessions 1 and 2 are placed, 3 is in the tray. */
const board = build(proposed, [
  [by('ana'), claim(1, 'b101', 's2')],
  [by('brieuc'), claim(2, 'b102', 's1')],
  [by('chloe'), propose(3)],
])

test('U32 what an offer would do is told for both sessions', () => {
  const outcomes = (kind: OfferKind, fromId: string, toId: string) => outcomesOf(board, { kind, fromId, toId })
  expect(outcomes('swap', one, two)).toEqual([
    { type: 'moves', id: one, from: at('b101', 's2'), to: at('b102', 's1') },
    { type: 'moves', id: two, from: at('b102', 's1'), to: at('b101', 's2') },
  ])
  expect(outcomes('yield', one, three)).toEqual([
    { type: 'moves', id: three, from: null, to: at('b101', 's2') },
    { type: 'moves', id: one, from: at('b101', 's2'), to: null },
  ])
  expect(outcomes('merge', one, two)).toEqual([
    { type: 'inside', id: one, intoId: two, at: at('b102', 's1') },
    { type: 'stays', id: two, at: at('b102', 's1') },
  ])
  expect(outcomes('merge', one, three)).toEqual([
    { type: 'inside', id: one, intoId: three, at: at('b101', 's2') },
    { type: 'moves', id: three, from: null, to: at('b101', 's2') },
  ])
})

test('U32 in a line it says what becomes of one’s own session, or who would be held with whom', () => {
  const gist = (kind: OfferKind, toId: string, you: string) =>
    gistOf(board, outcomesOf(board, { kind, fromId: one, toId }), you)
  expect(
    [gist('swap', two, 'brieuc'), gist('swap', two, 'ana'), gist('swap', two, 'somebody')].map(({ id }) => id),
  ).toEqual([two, one, two])
  expect([gist('yield', three, 'chloe').id, gist('merge', two, 'brieuc').type]).toEqual([three, 'inside'])
})

test('U32 something is offered to those to whom it can be, in time order, never to oneself', () => {
  const from = board.sessions.get(one)
  if (from === undefined) throw new Error('no session')
  const ids = (kind: OfferKind) => candidatesFor(board, from, kind, () => true).map(({ id }) => id)
  expect([ids('swap'), ids('merge'), ids('yield')]).toEqual([[two], [two, three], [two, three]])
  const inside = evolve(
    board,
    { type: 'session-merged', sessionId: two, merged: { intoId: three, cell: null, lent: false } },
    0,
  )
  expect(candidatesFor(inside, from, 'merge', () => true).map(({ id }) => id)).toEqual([three])
  expect(candidatesFor(board, from, 'merge', ({ id }) => id === three).map(({ id }) => id)).toEqual([three])
})

test('U32 a session is found by words of its title or of its hosts’ names, without accents', () => {
  expect(
    [
      ['', 'Écouter la rade Chloé'],
      ['ecouter', 'Écouter la rade Chloé'],
      ['chloe rade', 'Écouter la rade Chloé'],
      ['rade nolwenn', 'Écouter la rade Chloé'],
    ].map(([typed = '', said = '']) => isLike(typed, said)),
  ).toEqual([true, true, true, false])
})
