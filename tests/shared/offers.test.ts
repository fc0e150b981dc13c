import { describe, expect, test } from 'vitest'
import type { Board, Offer } from '../../shared/board.ts'
import type { Command } from '../../shared/commands/command.schema.ts'
import { decide } from '../../shared/decide.ts'
import { kindsBetween } from '../../shared/offers.ts'
import { MINUTE } from '../../shared/time.ts'
import { at, before, build, by, claim, found, propose, sessionId, team } from '../support/boards.ts'
import {
  accept,
  answer,
  twoPlaced as board,
  cells,
  code,
  offer,
  offerId,
  openOffers,
  ownSession,
} from '../support/offers.ts'

const mode = (set: 'open-space' | 'barcamp' | 'curated'): Command => ({ type: 'set-mode', mode: set })

describe('who offers', () => {
  test('O1 a host offers, and waits: nothing has moved', () => {
    const offered = build(board, [[by('ana'), offer('swap', 1, 2, { word: '  Votre salle nous irait mieux. ' })]])
    const made: Offer = {
      id: offerId(1),
      kind: 'swap',
      fromId: sessionId(1),
      toId: sessionId(2),
      by: 'ana',
      madeAt: before,
      expiresAt: before + 10 * MINUTE,
      word: 'Votre salle nous irait mieux.',
      agreed: [sessionId(1)],
      talk: null,
    }
    expect([...offered.offers.values()]).toEqual([made])
    expect(offered.placements).toEqual(board.placements)
  })

  test('O1 who hosts neither may not offer, nor who hosts only the other one', () => {
    for (const who of ['carole', 'brieuc']) {
      const decision = decide(board, offer('swap', 1, 2), by(who))
      expect(found(decision)).toEqual(['block actor-may'])
    }
  })

  test('O1 who hosts both needs nobody: it takes effect in the same entry', () => {
    const joined = build(board, [[by('ana'), offer('yield', 1, 4)]])
    expect([cells(joined), openOffers(joined)]).toEqual([{ 2: 'b102 s2', 4: 'b101 s1' }, []])
  })

  test.each(['barcamp', 'curated'] as const)('O1 in %s the team decides at once', (set) => {
    const swapped = build(board, [
      [team, mode(set)],
      [team, offer('swap', 1, 2)],
    ])
    expect([cells(swapped), openOffers(swapped)]).toEqual([{ 1: 'b102 s2', 2: 'b101 s1' }, []])
  })

  test('O1 in an open space the team proposes, and both sides must agree', () => {
    const offered = build(board, [[team, offer('swap', 1, 2)]])
    expect(offered.offers.get(offerId(1))?.agreed).toEqual([])
    expect(code(decide(offered, accept(1), team))).toBe('hosts-decide')
    const half = build(offered, [[by('brieuc'), accept(1)]])
    expect([half.offers.get(offerId(1))?.agreed, cells(half)]).toEqual([[sessionId(2)], cells(board)])
    expect(code(decide(half, accept(1), by('brieuc')))).toBe('already-exists')
    const both = build(half, [[by('ana'), accept(1)]])
    expect([cells(both), openOffers(both)]).toEqual([{ 1: 'b102 s2', 2: 'b101 s1' }, []])
  })

  test('O1 for a session without host the team answers, in every mode', () => {
    const seeking = build(board, [[by('dora'), propose(5, { seeking: true })]])
    const offered = build(seeking, [[by('ana'), offer('yield', 1, 5)]])
    expect(found(decide(offered, accept(1), by('dora')))).toEqual(['block actor-may'])
    expect(cells(build(offered, [[team, accept(1)]]))).toEqual({ 2: 'b102 s2', 5: 'b101 s1' })
  })

  test('O1 only what can be is offered: two places to swap, one to yield, two sessions', () => {
    const codes = [
      offer('swap', 1, 3),
      offer('yield', 4, 1),
      offer('swap', 1, 1),
      offer('merge', 1, 1),
      offer('swap', 1, 99),
    ].map((command) => code(decide(board, command, by('ana'))))
    expect(codes).toEqual(['no-such-offer', 'no-such-offer', 'no-such-offer', 'no-such-offer', 'unknown-session'])
    const kinds = (from: number, to: number) => kindsBetween(board, ownSession(board, from), ownSession(board, to))
    expect([kinds(1, 2), kinds(1, 3), kinds(4, 1), kinds(1, 1)]).toEqual([
      ['swap', 'merge', 'yield'],
      ['merge', 'yield'],
      ['merge'],
      [],
    ])
  })

  test('O1 an offer is made once, whoever would swap first, and one person has so many open', () => {
    const offered = build(board, [[by('ana'), offer('swap', 1, 2)]])
    expect(code(decide(offered, offer('swap', 1, 2, { offerId: offerId(2) }), by('ana')))).toBe('already-exists')
    expect(code(decide(offered, offer('swap', 2, 1, { offerId: offerId(2) }), by('brieuc')))).toBe('already-exists')
    expect(code(decide(offered, offer('merge', 1, 2), by('ana')))).toBe('already-exists')
    const others = Array.from({ length: 19 }, (_, n) => n + 10)
    const many = build(offered, [
      ...others.map((n) => [by('brieuc'), propose(n)] as const),
      ...others.map((n) => [by('ana'), offer('merge', 1, n, { offerId: offerId(n) })] as const),
    ])
    const more = offer('merge', 1, 2, { offerId: offerId(2) })
    expect(decide(many, more, by('ana'))).toMatchObject({ refusal: { code: 'too-many', facts: { limit: 20 } } })
    expect(decide(many, more, by('ana', 'participant', before + 10 * MINUTE)).type).toBe('accepted')
  })

  test('O4 what could not be accepted is not offered: a locked session, a closed market, a slot that began', () => {
    const locked = build(board, [[team, { type: 'lock', sessionId: sessionId(2) }]])
    expect(found(decide(locked, offer('swap', 1, 2), by('ana')))).toEqual(['block locked'])
    const shut = build(board, [[team, { type: 'close-door', door: 'claim' }]])
    expect(found(decide(shut, offer('swap', 1, 2), by('ana')))).toEqual(['block door-open'])
    expect(decide(shut, offer('merge', 1, 2), by('ana')).type).toBe('accepted')
    const began = decide(board, offer('swap', 1, 2), by('ana', 'participant', at('09:30')))
    expect(found(began)[0]).toBe('block slot-begun')
  })
})

describe('how it is answered', () => {
  const offered: Board = build(board, [[by('ana'), offer('swap', 1, 2)]])

  test('O2 the other host accepts, declines, or would rather talk', () => {
    const swapped = build(offered, [[by('brieuc'), accept(1)]])
    expect([cells(swapped), openOffers(swapped)]).toEqual([{ 1: 'b102 s2', 2: 'b101 s1' }, []])
    const declined = build(offered, [[by('brieuc'), answer(1, 'decline')]])
    expect([cells(declined), openOffers(declined)]).toEqual([cells(board), []])
    const talked = build(offered, [[by('brieuc'), answer(1, 'talk', ' Je suis au bar. ')]])
    expect(talked.offers.get(offerId(1))?.talk).toBe('Je suis au bar.')
    expect(cells(build(talked, [[by('brieuc'), accept(1)]]))).toEqual({ 1: 'b102 s2', 2: 'b101 s1' })
  })

  test('O2 a short word goes with each answer, and is no part of it where nothing is left of it', () => {
    const proposed = build(board, [[team, offer('swap', 1, 2)]])
    const said = (on: Board, who: string, what: 'accept' | 'decline', word: string) => {
      const decision = decide(on, answer(1, what, word), by(who))
      return decision.type === 'accepted' ? decision.events[0] : decision
    }
    const ended = { type: 'offer-ended', offerId: offerId(1) }
    expect([
      said(offered, 'brieuc', 'accept', '  Avec plaisir ! '),
      said(offered, 'brieuc', 'decline', 'Notre public est prévenu.'),
      said(offered, 'brieuc', 'decline', ' \u200b '),
      said(proposed, 'ana', 'accept', 'Pour moi, oui.'),
    ]).toEqual([
      { ...ended, how: 'accepted', word: 'Avec plaisir !' },
      { ...ended, how: 'declined', word: 'Notre public est prévenu.' },
      { ...ended, how: 'declined' },
      { type: 'offer-agreed', offerId: offerId(1), sessionIds: [sessionId(1)], word: 'Pour moi, oui.' },
    ])
  })

  test.each(['accept', 'decline', 'talk'] as const)('O2 only the other session’s hosts %s', (what) => {
    expect(found(decide(offered, answer(1, what), by('ana')))).toEqual(['block actor-may'])
    expect(found(decide(offered, answer(1, what), by('carole')))).toEqual(['block actor-may'])
    expect(code(decide(offered, answer(1, what), team))).toBe('hosts-decide')
    const barcamp = build(offered, [[team, mode('barcamp')]])
    expect(decide(barcamp, answer(1, what), team).type).toBe('accepted')
  })

  test('O2 where the team proposed it either side declines', () => {
    const proposed = build(board, [[team, offer('swap', 1, 2)]])
    for (const who of ['ana', 'brieuc']) {
      const half = build(proposed, [[by('ana'), accept(1)]])
      expect(openOffers(build(half, [[by(who), answer(1, 'decline')]]))).toEqual([])
    }
  })

  test('O3 who made it withdraws it, a co-host of theirs, or the team; nobody else', () => {
    const hosted = build(offered, [[by('ana'), { type: 'edit', sessionId: sessionId(1), hosts: ['ana', 'eve'] }]])
    const withdraw: Command = { type: 'withdraw-offer', offerId: offerId(1) }
    for (const context of [by('ana'), by('eve'), team]) {
      expect(openOffers(build(hosted, [[context, withdraw]]))).toEqual([])
    }
    expect(found(decide(hosted, withdraw, by('brieuc')))).toEqual(['block actor-may'])
    const gone = build(hosted, [[by('ana'), withdraw]])
    expect([withdraw, accept(1), answer(1, 'decline')].map((c) => code(decide(gone, c, by('brieuc'))))).toEqual([
      'unknown-offer',
      'unknown-offer',
      'unknown-offer',
    ])
  })

  test('O4 accepting is checked again with all rules: refused in words, and the offer stays open', () => {
    const blocked = build(offered, [
      [
        team,
        { type: 'set-cells', cells: [{ roomId: 'b102', slotId: 's2' }], use: { type: 'reserved', collectiveId: null } },
      ],
    ])
    const decision = decide(blocked, accept(1), by('brieuc'))
    expect(decision).toEqual({
      type: 'refused',
      refusal: {
        code: 'cell-open',
        facts: {},
        findings: [{ rule: 'cell-open', level: 'block', facts: { kind: 'team' } }],
        alternatives: [],
      },
    })
    expect(openOffers(blocked)).toEqual([offerId(1)])
  })

  test('O4 each session is judged in its own host’s name, and the one who accepts hears of another’s hours, not of theirs', () => {
    const taken = build(offered, [[by('ana'), claim(4, 'hall', 's2')]])
    const decision = decide(taken, accept(1), by('brieuc'))
    expect(decision).toMatchObject({
      refusal: { code: 'host-free', findings: [{ rule: 'host-free', facts: { kind: 'other' } }] },
    })
  })

  test('O4 what asks for a reason asks it of who accepts', () => {
    const asking: Board = build(board, [
      [by('brieuc'), { type: 'edit', sessionId: sessionId(2), needs: ['four'] }],
      [team, { type: 'set-rule', rule: 'room-equipped', level: 'needs-reason' }],
    ])
    const open = build(asking, [[by('ana'), offer('swap', 1, 2)]])
    expect(found(decide(open, accept(1), by('brieuc')))).toEqual(['needs-reason room-equipped'])
    const given = decide(open, accept(1), { ...by('brieuc'), reason: 'On apporte le nôtre.' })
    expect([given.type, found(given)]).toEqual(['accepted', ['needs-reason room-equipped']])
  })
})
