import { describe, expect, test } from 'vitest'
import type { Board } from '../../shared/board.ts'
import type { Context } from '../../shared/context.ts'
import { decide } from '../../shared/decide.ts'
import { build, by, claim, found, sessionId, team, told } from '../support/boards.ts'
import { accept, cells, offer, openOffers, twoPlaced } from '../support/offers.ts'
import { act, later, undone } from '../support/undoing.ts'

const [ana, brieuc] = [by('ana'), by('brieuc')]
const swapped = (board: Board): Board =>
  build(board, [
    [ana, offer('swap', 1, 2)],
    [brieuc, accept(1)],
  ])

describe('where the last cells are kept for late arrivals', () => {
  /** Every cell of s1 and s2 is held or kept. */
  const kept = build(twoPlaced, [[team, { type: 'set-figures', lateCells: 3 }]])

  test('O4, B16 who swaps takes no cell that was free, and neither does who takes the swap back', () => {
    const board = swapped(kept)
    expect([cells(board)[1], cells(board)[2]]).toEqual(['b102 s2', 'b101 s1'])
    const done = act(build(kept, [[ana, offer('swap', 1, 2)]]), brieuc, accept(1))
    expect(cells(undone(done, brieuc))).toEqual(cells(kept))
  })

  test('O4, B16 who is yielded a cell takes it from the other, not from the pool', () => {
    const board = build(kept, [
      [ana, offer('yield', 1, 3)],
      [by('carole'), accept(1)],
    ])
    expect(cells(board)).toEqual({ 2: 'b102 s2', 3: 'b101 s1' })
  })

  test('B16 a longer one that swaps takes the slot behind from the pool', () => {
    const long = build(kept, [
      [team, { type: 'set-figures', lateCells: 3 }],
      [team, claim(2, 'b102', 's3')],
      [team, { type: 'edit', sessionId: sessionId(1), length: 2 }],
    ])
    const decision = decide(long, offer('swap', 1, 2), ana)
    expect(found(decision)).toEqual(['block late-pool'])
  })
})

describe('what the other side is told', () => {
  const away: Context = {
    ...ana,
    isAway: (person, slots) => person === 'brieuc' && slots.some(({ id }) => id === 's1'),
  }

  test('I11 who offers learns that somebody is busy then, not that they said that they can’t be there', () => {
    const curated = build(twoPlaced, [[team, { type: 'set-mode', mode: 'curated' }]])
    const decision = decide(curated, offer('swap', 1, 2), away)
    expect(found(decision)).toEqual(['block host-free'])
    expect(told(decision)).toEqual(['Une personne qui porte ce sujet est prise à cette heure.'])
    const offered = build(twoPlaced, [[ana, offer('swap', 1, 2)]])
    const answered = decide(offered, accept(1), { ...away, actor: brieuc.actor })
    expect(told(answered)).toEqual(['Vous avez dit que vous n’êtes pas là à cette heure.'])
    const byTeam = decide(curated, offer('swap', 1, 2), { ...away, actor: team.actor })
    expect(found(byTeam)).toEqual(['block host-available'])
  })
})

describe('when the hours of a slot change', () => {
  const offered = build(twoPlaced, [[ana, offer('swap', 1, 2)]])
  const edit = (more: object) => ({ type: 'edit-slot', slotId: 's1', ...more }) as const

  test('O5 an offer about a session in it is void, one about others is not', () => {
    expect(openOffers(build(offered, [[team, edit({ start: '09:15' })]]))).toEqual([])
    expect(openOffers(build(offered, [[team, edit({ label: 'Première' })]]))).toHaveLength(1)
    expect(openOffers(build(offered, [[team, { ...edit({ start: '13:45' }), slotId: 's3' }]]))).toHaveLength(1)
  })

  test('T1 it is open again when the hours are taken back in time', () => {
    const done = act(offered, team, edit({ start: '09:15' }))
    expect(undone(done, team).offers).toEqual(offered.offers)
    const quick = build(twoPlaced, [
      [team, { type: 'set-figures', offerMinutes: 2 }],
      [ana, offer('swap', 1, 2)],
    ])
    const slow = act(quick, team, edit({ start: '09:15' }))
    expect(undone(slow, later(team, 2)).offers).toEqual(new Map())
  })
})
