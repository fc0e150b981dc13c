import { describe, expect, test } from 'vitest'
import { decide } from '../../../shared/decide.ts'
import { decideStar } from '../../../shared/decide-star.ts'
import { type Level, levels } from '../../../shared/refusals.ts'
import { findingSentence } from '../../../shared/sentences.ts'
import { at, before, build, by, claim, found, propose, proposed, sessionId, team } from '../../support/boards.ts'

const closed = build(proposed, [
  [team, { type: 'close-door', door: 'propose' }],
  [team, { type: 'close-door', door: 'claim' }],
  [team, { type: 'close-door', door: 'star' }],
])

describe('doors', () => {
  test('B4 a closed door refuses participants and lets the team through', () => {
    expect(found(decide(closed, propose(3), by('ana')))).toEqual(['block door-open'])
    expect(found(decide(closed, claim(1, 'b101', 's1'), by('ana')))).toEqual(['block door-open'])
    expect(decide(closed, claim(1, 'b101', 's1'), team).type).toBe('accepted')
    expect(decideStar(closed, sessionId(1), by('ana'))?.code).toBe('door-open')
    expect(decideStar(closed, sessionId(1), team)).toBe(null)
  })

  test('B4 a host may release, edit and withdraw while the market is closed', () => {
    const placed = build(proposed, [
      [by('ana'), claim(1, 'b101', 's1')],
      [team, { type: 'close-door', door: 'claim' }],
    ])
    const id = { sessionId: sessionId(1) }
    expect(decide(placed, { type: 'release', ...id }, by('ana')).type).toBe('accepted')
    expect(decide(placed, { type: 'edit', ...id, title: 'Autre' }, by('ana')).type).toBe('accepted')
    expect(decide(placed, { type: 'withdraw', ...id }, by('ana')).type).toBe('accepted')
  })

  test('B4 a dated door is open from its first instant to before its last, by the server’s clock', () => {
    const dated = build(closed, [
      [team, { type: 'schedule-door', door: 'claim', opensAt: at('08:00'), closesAt: at('09:00') }],
    ])
    const outcome = (now: number) => decide(dated, claim(1, 'b101', 's1'), by('ana', 'participant', now)).type
    expect([at('08:00') - 1, at('08:00'), at('09:00') - 1, at('09:00')].map(outcome)).toEqual([
      'refused',
      'accepted',
      'accepted',
      'refused',
    ])
  })

  test('B4 the refusal says when the door will open', () => {
    const dated = build(closed, [[team, { type: 'schedule-door', door: 'claim', opensAt: at('10:45') }]])
    const say = (now: number, language: 'fr' | 'en') => {
      const decision = decide(dated, claim(1, 'b101', 's1'), by('ana', 'participant', now))
      return decision.type === 'refused' ? decision.refusal.findings.map((f) => findingSentence(f, language)) : []
    }
    expect(say(before, 'fr')).toEqual(['La place du marché est fermée : ouverture le 03/07/2024 à 10:45.'])
    expect(say(at('08:00'), 'en')).toEqual(['The market is closed: it opens at 10:45.'])
  })

  test('B4 a door that was closed by hand can be opened again', () => {
    const open = build(closed, [[team, { type: 'open-door', door: 'claim' }]])
    expect(decide(open, claim(1, 'b101', 's1'), by('ana')).type).toBe('accepted')
  })

  test('B4 a star is for a session that is on the board', () => {
    expect(decideStar(proposed, sessionId(9), by('ana'))?.code).toBe('unknown-session')
    expect(decideStar(proposed, sessionId(1), by('ana'))).toBe(null)
  })

  test('B4, B22 a star waits for its door as strictly as the team set it; it can bring no reason', () => {
    const shut = build(proposed, [[team, { type: 'close-door', door: 'star' }]])
    const at = (level: Level) => {
      const board = build(shut, [[team, { type: 'set-rule', rule: 'door-open', level }]])
      return decideStar(board, sessionId(1), by('ana'))?.findings[0]?.level ?? 'starred'
    }
    expect(levels.map(at)).toEqual(['block', 'needs-reason', 'starred', 'starred'])
    expect(decideStar(shut, sessionId(1), team)).toBe(null)
  })
})
