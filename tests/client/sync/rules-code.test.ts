import { expect, test } from 'vitest'
import { maySteer } from '../../../client/sync/rights.ts'
import { bestCells, foldPending, verdictOf, whyStays, whyTooLate } from '../../../client/sync/rules-code.ts'
import type { Board, Session } from '../../../shared/board.ts'
import type { Context } from '../../../shared/context.ts'
import { cellKey } from '../../../shared/ids.ts'
import { at, before, build, by, claim, proposed, sessionId, team } from '../../support/boards.ts'

const session = (board: Board, n: number): Session => {
  const found = board.sessions.get(sessionId(n))
  if (found === undefined) throw new Error(`no session ${n}`)
  return found
}
const taken = build(proposed, [[by('brieuc'), claim(2, 'b101', 's1')]])

test('B11 a held card hears from each cell what a claim would hear, in the reader’s language', () => {
  const said = (roomId: string, slotId: string, language: 'fr' | 'en') =>
    verdictOf(taken, session(taken, 1), { roomId, slotId }, by('ana'), language)
  expect(said('hall', 's1', 'fr')).toEqual({ type: 'free', word: 'libre', why: '', good: '', best: '' })
  expect(said('b101', 's1', 'fr')).toEqual({
    type: 'no',
    word: 'non',
    why: 'La case B101 09:30 est prise par « Sujet 2 » depuis 20:00.',
    good: '40 places',
    best: '',
  })
  expect(said('b101', 's1', 'en')?.why).toBe('B101 at 09:30 has been held by “Sujet 2” since 20:00.')
  expect(said('nowhere', 's1', 'fr')).toBeNull()
})

test('U41 a free cell says what speaks for it, a rule that wants a reason is told apart from a hint', () => {
  const strict = build(taken, [
    [team, { type: 'set-rule', rule: 'room-holds', level: 'needs-reason' }],
    [team, { type: 'edit', sessionId: sessionId(1), expected: 30, needs: ['videoprojecteur'] }],
  ])
  const at = (roomId: string, context: Context) =>
    verdictOf(strict, session(strict, 1), { roomId, slotId: 's2' }, context, 'fr')
  expect(at('b102', by('ana'))).toMatchObject({ type: 'reason', word: 'raison demandée', good: '20 places' })
  // Who would be torn is said where it is known, and where enough people are interested for it to say something.
  const told: Context = { ...by('ana'), interest: () => 12, torn: () => 'few' }
  expect(at('b101', by('ana'))?.good).toBe('40 places pour environ 30 personnes, videoprojecteur')
  const beside = build(strict, [[by('brieuc'), claim(2, 'hall', 's2')]])
  const seen = (context: Context) =>
    verdictOf(beside, session(beside, 1), { roomId: 'b101', slotId: 's2' }, context, 'fr')?.good
  expect(seen(told)).toBe('40 places pour environ 30 personnes, videoprojecteur, peu de télescopage')
  expect(seen({ ...told, interest: () => 2 })).toBe('40 places pour environ 30 personnes, videoprojecteur')
  expect(seen({ ...told, torn: () => 'none' })).toContain('pas de télescopage')
})

test('U41 the best cells say why they are: never one that would be refused, nor the one where the card is', () => {
  const placed = build(taken, [[by('ana'), claim(1, 'b102', 's1')]])
  const best = bestCells(placed, session(placed, 1), by('ana'), 'fr')
  expect([...best]).toEqual([
    [cellKey('hall', 's1'), 'conseillée : à la même heure'],
    [cellKey('b102', 's2'), 'conseillée : dans la même salle'],
    [cellKey('b102', 's3'), 'conseillée : dans la même salle'],
  ])
  expect([...bestCells(taken, session(taken, 1), by('ana'), 'en')]).toEqual([
    [cellKey('hall', 's1'), 'advised: as soon as can be'],
    [cellKey('b102', 's1'), 'advised: as soon as can be'],
    [cellKey('hall', 's2'), 'advised'],
  ])
  // Beside the other session everybody would be torn.
  const torn: Context = { ...by('ana'), torn: () => 'many' }
  const calm = bestCells(taken, session(taken, 1), torn, 'fr')
  expect([...calm.values()]).toEqual(
    Array.from({ length: 3 }, () => 'conseillée : là où le public est le moins partagé'),
  )
  expect([...calm.keys()].filter((key) => key.endsWith(' s1'))).toEqual([])
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

test('B7 a session or a cell whose slot has begun says so, to participants, where the team lets the rule forbid', () => {
  const late = { ...by('brieuc'), now: at('09:31') }
  const cell = { roomId: 'hall', slotId: 's1' }
  const said = (board: Board, context: Context) => [
    whyStays(board, session(board, 2), context, 'fr'),
    whyTooLate(board, cell, context, 'fr'),
  ]
  expect(said(taken, late)).toEqual([
    'Ce sujet a commencé à 09:30\u00a0: il reste où il est.',
    'Ce créneau a commencé à 09:30\u00a0: choisissez-en un autre.',
  ])
  expect(said(taken, { ...late, now: at('09:29') })).toEqual(['', ''])
  expect(said(taken, { ...team, now: at('09:31') })).toEqual(['', ''])
  expect(said(build(taken, [[team, { type: 'set-rule', rule: 'slot-begun', level: 'hint' }]]), late)).toEqual(['', ''])
  expect(whyTooLate(taken, { roomId: 'nowhere', slotId: 's1' }, late, 'fr')).toBe('')
})
