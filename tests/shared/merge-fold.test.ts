import { expect, test } from 'vitest'
import { boardToJson } from '../../shared/board-json.ts'
import { evolve } from '../../shared/evolve.ts'
import { before, build, by, sessionId } from '../support/boards.ts'
import { accept, twoPlaced as board, offer, ownSession } from '../support/offers.ts'

/** Ana's 1 inside Brieuc's 2. */
const both = build(board, [
  [by('ana'), offer('merge', 1, 2)],
  [by('brieuc'), accept(1)],
])

test('O7 the fold is total: what is merged into something that is gone stands for itself', () => {
  const lost = evolve(both, { type: 'session-withdrawn', sessionId: sessionId(2) }, before)
  expect(ownSession(lost, 1).merged).toBe(null)
  const into = (n: number) => ({ intoId: sessionId(n), cell: null, lent: false })
  const odd = [
    { type: 'session-merged', sessionId: sessionId(66), merged: into(2) },
    { type: 'session-merged', sessionId: sessionId(3), merged: into(77) },
    { type: 'session-merged', sessionId: sessionId(3), merged: into(3) },
    { type: 'session-merged', sessionId: sessionId(3), merged: into(1) },
    { type: 'session-merged', sessionId: sessionId(2), merged: into(3) },
    { type: 'session-placed', sessionId: sessionId(1), roomId: 'hall', slotIds: ['s1'] },
  ] as const
  for (const event of odd) expect(boardToJson(evolve(both, event, before))).toEqual(boardToJson(both))
  const back = { ...ownSession(board, 4), id: sessionId(8), merged: into(77) }
  const restored = evolve(both, { type: 'session-restored', session: back }, before)
  expect(ownSession(restored, 8).merged).toBe(null)
})
