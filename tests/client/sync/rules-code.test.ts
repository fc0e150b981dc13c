import { expect, test } from 'vitest'
import { maySteer } from '../../../client/sync/rights.ts'
import { bestCells, foldPending, objections } from '../../../client/sync/rules-code.ts'
import type { Board, Session } from '../../../shared/board.ts'
import { cellKey } from '../../../shared/ids.ts'
import { before, build, by, claim, proposed, sessionId, team } from '../../support/boards.ts'

const session = (board: Board, n: number): Session => {
  const found = board.sessions.get(sessionId(n))
  if (found === undefined) throw new Error(`no session ${n}`)
  return found
}
const taken = build(proposed, [[by('brieuc'), claim(2, 'b101', 's1')]])

test('B11 a held card hears from each cell what a claim would hear, in the reader’s language', () => {
  const said = (roomId: string, slotId: string, language: 'fr' | 'en') =>
    objections(taken, session(taken, 1), { roomId, slotId }, by('ana'), language)
  expect(said('hall', 's1', 'fr')).toBeNull()
  expect(said('b101', 's1', 'fr')).toEqual({
    level: 'block',
    why: 'B101 à 09:30 est prise par « Sujet 2 » depuis 20:00.',
  })
  expect(said('b101', 's1', 'en')?.why).toBe('B101 at 09:30 has been held by “Sujet 2” since 20:00.')
})

test('the best cells never contain one that would be refused, nor the one where the card is', () => {
  const placed = build(taken, [[by('ana'), claim(1, 'b102', 's1')]])
  const best = bestCells(placed, session(placed, 1), by('ana'))
  expect(best.size).toBe(3)
  expect([best.has(cellKey('b101', 's1')), best.has(cellKey('b102', 's1'))]).toEqual([false, false])
})

test('P9 what waits is folded over the board; what would be refused changes nothing', () => {
  const pending = [claim(1, 'b101', 's1'), claim(1, 'b102', 's1')].map((command, nth) => ({
    id: sessionId(900 + nth),
    command,
    since: before,
  }))
  const shown = foldPending(taken, pending, by('ana'))
  expect(shown.placements.get(sessionId(1))?.roomId).toBe('b102')
  expect(shown.placements.get(sessionId(2))).toBe(taken.placements.get(sessionId(2)))
})

test('B6 handles are shown to hosts and the team, of a locked session to the team only', () => {
  const locked = build(proposed, [[team, { type: 'lock', sessionId: sessionId(1) }]])
  const people = [
    null,
    { id: 'ana', name: 'Ana', role: 'participant' },
    { id: 'brieuc', name: 'Brieuc', role: 'participant' },
    { id: 'team', name: 'Zoé', role: 'facilitator' },
  ] as const
  expect(people.map((you) => maySteer(session(proposed, 1), you))).toEqual([false, true, false, true])
  expect(people.map((you) => maySteer(session(locked, 1), you))).toEqual([false, false, false, true])
})
