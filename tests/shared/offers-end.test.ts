import { describe, expect, test } from 'vitest'
import { decide } from '../../shared/decide.ts'
import { offersFor } from '../../shared/offers.ts'
import { MINUTE } from '../../shared/time.ts'
import { at, before, build, by, claim, sessionId, team } from '../support/boards.ts'
import { accept, answer, twoPlaced as board, code, offer, offerId, openOffers } from '../support/offers.ts'

describe('when it ends', () => {
  const offered = build(board, [[by('ana'), offer('swap', 1, 2)]])
  const later = (minutes: number) => by('brieuc', 'participant', before + minutes * MINUTE)

  test('O5 it can be accepted until the minutes that the forum sets are over', () => {
    expect(decide(offered, accept(1), by('brieuc', 'participant', before + 10 * MINUTE - 1)).type).toBe('accepted')
    const late = [accept(1), answer(1, 'decline'), answer(1, 'talk')].map((c) => code(decide(offered, c, later(10))))
    expect(late).toEqual(['offer-over', 'offer-over', 'offer-over'])
    const quick = build(board, [
      [team, { type: 'set-figures', offerMinutes: 2 }],
      [by('ana'), offer('swap', 1, 2)],
    ])
    expect(quick.offers.get(offerId(1))?.expiresAt).toBe(before + 2 * MINUTE)
    const again = build(offered, [
      [by('ana', 'participant', before + 10 * MINUTE), offer('swap', 1, 2, { offerId: offerId(2) })],
    ])
    expect(openOffers(again)).toEqual([offerId(2)])
  })

  test('O5 it ends when the earlier of the two slots starts', () => {
    const now = at('09:25')
    const last = build(board, [[by('ana', 'participant', now), offer('swap', 1, 2)]])
    expect(last.offers.get(offerId(1))?.expiresAt).toBe(at('09:30'))
    expect(code(decide(last, accept(1), by('brieuc', 'participant', at('09:30'))))).toBe('offer-over')
  })

  test.each([
    ['the first one moves', [by('ana'), claim(1, 'hall', 's1')]],
    ['the other one moves', [by('brieuc'), claim(2, 'hall', 's2')]],
    ['one is taken down', [by('brieuc'), { type: 'release', sessionId: sessionId(2) }]],
    ['one is withdrawn', [by('ana'), { type: 'withdraw', sessionId: sessionId(1) }]],
  ] as const)('O5 it is void when %s', (_what, step) => {
    const moved = build(offered, [step])
    expect([openOffers(moved), code(decide(moved, accept(1), by('brieuc')))]).toEqual([[], 'unknown-offer'])
  })

  test('O5 a session that becomes longer where it is keeps its offers', () => {
    const longer = build(offered, [[by('brieuc'), { type: 'edit', sessionId: sessionId(2), title: 'Autre' }]])
    expect(openOffers(longer)).toEqual([offerId(1)])
  })
})

describe('how it is found', () => {
  test('O2 everyone finds the offers that wait for them, and those that they wait for', () => {
    const offered = build(board, [
      [by('ana'), offer('swap', 1, 2)],
      [team, offer('merge', 3, 2, { offerId: offerId(2) })],
    ])
    const ids = (who: string, now = before) => {
      const { incoming, outgoing } = offersFor(offered, who, now)
      return [incoming.map(({ id }) => id), outgoing.map(({ id }) => id)]
    }
    expect([ids('ana'), ids('brieuc'), ids('carole'), ids('team'), ids('dora')]).toEqual([
      [[], [offerId(1)]],
      [[offerId(1), offerId(2)], []],
      [[offerId(2)], []],
      [[], [offerId(2)]],
      [[], []],
    ])
    expect(ids('brieuc', before + 10 * MINUTE)).toEqual([[], []])
    const half = build(offered, [[by('brieuc'), accept(2)]])
    expect(offersFor(half, 'brieuc', before).outgoing.map(({ id }) => id)).toEqual([offerId(2)])
  })
})
