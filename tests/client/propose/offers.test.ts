import { expect, test } from 'vitest'
import { bestOffers, offersAfter } from '../../../client/propose/offers.ts'
import { verdictOf } from '../../../client/sync/rules-code.ts'
import type { Board, Session } from '../../../shared/board.ts'
import { build, by, claim, propose, sessionId, smallBoard } from '../../support/boards.ts'

const ana = by('ana')
const board = build(smallBoard, [
  [ana, propose(1, { needs: ['videoprojecteur'] })],
  [by('brieuc'), propose(2)],
  [by('carole'), propose(3)],
])
const session = (n: number): Session => {
  const found = board.sessions.get(sessionId(n))
  if (found === undefined) throw new Error('no session')
  return found
}
const words = (cells: readonly { roomId: string; slotId: string }[]) =>
  cells.map(({ roomId, slotId }) => `${roomId} ${slotId}`)

test('U13 at most two rooms of a slot are offered, so that a choice of rooms does not hide the hours', () => {
  expect(words(bestOffers(board, session(2), by('brieuc')))).toEqual([
    'hall s1',
    'b102 s1',
    'hall s2',
    'b102 s2',
    'hall s3',
    'b102 s3',
  ])
})

test('U13 cells that lack nothing come first; each says its seats, and what it has of what is needed or lacks', () => {
  const [best] = bestOffers(board, session(1), ana)
  expect(best).toEqual({ roomId: 'b101', slotId: 's1' })
  const said = (roomId: string) => verdictOf(board, session(1), { roomId, slotId: 's1' }, ana, 'fr')
  expect([said('b101')?.type, said('b101')?.good]).toEqual(['free', '40 places, videoprojecteur'])
  expect([said('b102')?.type, said('b102')?.good, said('b102')?.why]).toEqual([
    'problem',
    '20 places',
    expect.stringContaining('videoprojecteur'),
  ])
})

test('U13 what is taken meanwhile stays in its place and says so; others come below once few are left', () => {
  const first = offersAfter([], board, session(2), by('brieuc'))
  const taking = (cells: readonly (readonly [string, string])[]): Board =>
    build(
      board,
      cells.flatMap(([roomId, slotId], n) => [
        [by(`rival-${n}`), propose(10 + n)] as const,
        [by(`rival-${n}`), claim(10 + n, roomId, slotId)] as const,
      ]),
    )
  const one = taking([['hall', 's1']])
  expect(offersAfter(first, one, session(2), by('brieuc'))).toBe(first)
  expect(verdictOf(one, session(2), { roomId: 'hall', slotId: 's1' }, by('brieuc'), 'fr')?.type).toBe('no')
  const many = taking([
    ['hall', 's1'],
    ['b102', 's1'],
    ['hall', 's2'],
    ['b102', 's2'],
  ])
  const after = words(offersAfter(first, many, session(2), by('brieuc')))
  expect(after.slice(0, 6)).toEqual(words(first))
  expect(after.slice(6)).toEqual(['b101 s1', 'b101 s2', 'hall long', 'b102 long'])
})
