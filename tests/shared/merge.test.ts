import { describe, expect, test } from 'vitest'
import type { Command } from '../../shared/commands/command.schema.ts'
import { decide } from '../../shared/decide.ts'
import { hostsOf, insideOf } from '../../shared/together.ts'
import { at, build, by, claim, found, propose, sessionId, smallBoard, team } from '../support/boards.ts'
import { accept, cells, code, offer, offerId, openOffers, ownSession } from '../support/offers.ts'

/** Ana 1 in B101 s1, Brieuc 2 in B102 s2, Carole's 3 and Dora's 4 parked. */
const board = build(smallBoard, [
  [by('ana'), propose(1)],
  [by('brieuc'), propose(2)],
  [by('carole'), propose(3)],
  [by('dora'), propose(4)],
  [by('ana'), claim(1, 'b101', 's1')],
  [by('brieuc'), claim(2, 'b102', 's2')],
])

const unmerge = (n: number): Command => ({ type: 'unmerge', sessionId: sessionId(n) })
const withdraw = (n: number): Command => ({ type: 'withdraw', sessionId: sessionId(n) })
const merge = (from: number, to: number): Command => offer('merge', from, to, { offerId: offerId(from * 10 + to) })
const agree = (from: number, to: number): Command => accept(from * 10 + to)

/** Ana's 1, placed, inside Brieuc's 2, placed. */
const both = build(board, [
  [by('ana'), merge(1, 2)],
  [by('brieuc'), agree(1, 2)],
])
/** Ana's 1, placed, inside Carole's 3, which had no place. */
const lent = build(board, [
  [by('ana'), merge(1, 3)],
  [by('carole'), agree(1, 3)],
])
/** Carole's 3 and Dora's 4, both parked. */
const parked = build(board, [
  [by('carole'), merge(3, 4)],
  [by('dora'), agree(3, 4)],
])

describe('merging', () => {
  test('O6 both titles and hosts are kept, in one place: the second’s, or the first’s where it has none', () => {
    const shown = (from: number, to: number, on: typeof board) => [
      cells(on),
      ownSession(on, from).merged,
      insideOf(on, sessionId(to)).map(({ title }) => title),
      hostsOf(on, ownSession(on, to)),
    ]
    const was = { roomId: 'b101', slotId: 's1' }
    expect(shown(1, 2, both)).toEqual([
      { 2: 'b102 s2' },
      { intoId: sessionId(2), cell: was, lent: false },
      ['Sujet 1'],
      ['brieuc', 'ana'],
    ])
    expect(shown(1, 3, lent)).toEqual([
      { 2: 'b102 s2', 3: 'b101 s1' },
      { intoId: sessionId(3), cell: was, lent: true },
      ['Sujet 1'],
      ['carole', 'ana'],
    ])
    expect(shown(3, 4, parked)).toEqual([
      cells(board),
      { intoId: sessionId(4), cell: null, lent: false },
      ['Sujet 3'],
      ['dora', 'carole'],
    ])
  })

  test('O6 a third one joins them', () => {
    const three = build(both, [
      [by('carole'), merge(3, 2)],
      [by('ana'), agree(3, 2)],
    ])
    expect(insideOf(three, sessionId(2)).map(({ id }) => id)).toEqual([sessionId(1), sessionId(3)])
  })

  test('O6 the hosts of both must be free then', () => {
    const busy = build(board, [
      [by('ana'), propose(5)],
      [by('ana'), claim(5, 'hall', 's2')],
    ])
    expect(found(decide(busy, merge(1, 2), by('ana')))).toEqual(['block host-free'])
  })

  test('O6 the longer one is only lent a cell in which it has the time', () => {
    const long = build(board, [[by('carole'), { type: 'edit', sessionId: sessionId(3), length: 3 }]])
    expect(found(decide(long, merge(1, 3), by('ana')))).toEqual(['block length-fits'])
    const fits = build(board, [
      [by('carole'), { type: 'edit', sessionId: sessionId(3), length: 2 }],
      [by('ana'), merge(1, 3)],
      [by('carole'), agree(1, 3)],
    ])
    expect(cells(fits)).toEqual({ 2: 'b102 s2', 3: 'b101 s1 s2' })
  })

  test('O7 what is inside another is not placed, offered, joined, nor merged again', () => {
    const tried = (command: Command, who: string) => code(decide(both, command, by(who)))
    expect([
      tried(claim(1, 'hall', 's1'), 'ana'),
      tried({ ...claim(1, 'hall', 's1'), type: 'move' } as Command, 'ana'),
      tried({ type: 'release', sessionId: sessionId(1) }, 'ana'),
      tried(offer('merge', 1, 3), 'ana'),
      tried(offer('yield', 2, 1), 'brieuc'),
      tried(offer('merge', 3, 1), 'carole'),
      tried(offer('merge', 2, 3), 'brieuc'),
    ]).toEqual([
      'already-merged',
      'already-merged',
      'not-placed',
      'already-merged',
      'already-merged',
      'already-merged',
      'already-merged',
    ])
  })

  test('O7 all hosts of what is held there move it; only its own change what it says, and withdraw it', () => {
    const moved = build(both, [[by('ana'), claim(2, 'hall', 's3')]])
    expect(cells(moved)).toEqual({ 2: 'hall s3' })
    expect(code(decide(moved, claim(2, 'b101', 's3'), by('carole')))).toBe('actor-may')
    for (const command of [
      { type: 'edit', sessionId: sessionId(2), title: 'À moi' },
      { type: 'edit', sessionId: sessionId(2), hosts: ['ana'] },
      withdraw(2),
      { type: 'split', sessionId: sessionId(2), newId: sessionId(9), title: 'Autre', hosts: [] },
      { type: 'repeat', sessionId: sessionId(2), newId: sessionId(9) },
    ] as const satisfies readonly Command[]) {
      expect([command.type, found(decide(both, command, by('ana')))]).toEqual([command.type, ['block actor-may']])
    }
    const edited = build(both, [
      [by('ana'), { type: 'edit', sessionId: sessionId(1), title: 'Vélos' }],
      [by('brieuc'), { type: 'edit', sessionId: sessionId(2), title: 'Trains' }],
    ])
    expect([ownSession(edited, 1).title, ownSession(edited, 2).title]).toEqual(['Vélos', 'Trains'])
  })

  test('O9 who comes to host what is inside must be free where it is held', () => {
    const busy = build(both, [
      [by('carole'), claim(3, 'hall', 's2')],
      [by('ana'), { type: 'edit', sessionId: sessionId(1), hosts: ['ana', 'dora'] }],
    ])
    expect(hostsOf(busy, ownSession(busy, 2))).toEqual(['brieuc', 'ana', 'dora'])
    const joins: Command = { type: 'edit', sessionId: sessionId(1), hosts: ['ana', 'carole'] }
    expect(found(decide(busy, joins, by('ana')))).toEqual(['block host-free'])
    const hers: Command = { type: 'edit', sessionId: sessionId(1), hosts: ['brieuc'] }
    expect(decide(busy, hers, by('ana')).type).toBe('accepted')
  })

  test('O7 offers of what is merged are void, those of its carrier stand', () => {
    const offered = build(board, [
      [by('ana'), offer('swap', 1, 2)],
      [by('brieuc'), offer('swap', 2, 1, { kind: 'merge', offerId: offerId(2) })],
      [by('carole'), offer('merge', 3, 2, { offerId: offerId(3) })],
      [by('ana'), merge(1, 2)],
      [by('brieuc'), agree(1, 2)],
    ])
    expect(openOffers(offered)).toEqual([offerId(3)])
  })
})

describe('taking apart', () => {
  test.each([
    ['ana', by('ana')],
    ['brieuc', by('brieuc')],
    ['the team', team],
  ])('O8 %s takes them apart, and both are as they were', (_who, context) => {
    const alone = build(both, [[context, unmerge(1)]])
    expect([cells(alone), alone.sessions]).toEqual([cells(board), board.sessions])
  })

  test('O8 a lent cell is given back', () => {
    const alone = build(lent, [[by('carole'), unmerge(1)]])
    expect([cells(alone), alone.sessions]).toEqual([cells(board), board.sessions])
  })

  test('O8 nobody else takes them apart, and only what is together', () => {
    expect(found(decide(both, unmerge(1), by('carole')))).toEqual(['block actor-may'])
    const three = build(both, [
      [by('carole'), merge(3, 2)],
      [by('brieuc'), agree(3, 2)],
    ])
    expect(found(decide(three, unmerge(1), by('carole')))).toEqual(['block actor-may'])
    expect([unmerge(2), unmerge(3), unmerge(99)].map((c) => code(decide(both, c, by('brieuc'))))).toEqual([
      'not-merged',
      'not-merged',
      'unknown-session',
    ])
  })

  test('O8 where its cell is taken meanwhile it goes to the tray', () => {
    const taken = build(both, [
      [by('dora'), claim(4, 'b101', 's1')],
      [by('ana'), unmerge(1)],
    ])
    expect(cells(taken)).toEqual({ 2: 'b102 s2', 4: 'b101 s1' })
  })

  test('O8 also when its slot has begun, or the market is closed: apart, and nobody loses a place for nothing', () => {
    const late = build(lent, [[by('ana', 'participant', at('09:40')), unmerge(1)]])
    expect([cells(late), ownSession(late, 1).merged]).toEqual([{ 2: 'b102 s2', 3: 'b101 s1' }, null])
    const shut = build(lent, [
      [team, { type: 'close-door', door: 'claim' }],
      [by('ana'), unmerge(1)],
    ])
    expect(cells(shut)).toEqual({ 2: 'b102 s2', 3: 'b101 s1' })
    const byTeam = build(lent, [[{ ...team, now: at('09:40') }, unmerge(1)]])
    expect(cells(byTeam)).toEqual(cells(board))
  })

  test('O8 a carrier that has moved since keeps its place, and the other goes back to its own', () => {
    const moved = build(lent, [
      [by('carole'), claim(3, 'hall', 's3')],
      [by('ana'), unmerge(1)],
    ])
    expect(cells(moved)).toEqual({ 1: 'b101 s1', 2: 'b102 s2', 3: 'hall s3' })
  })

  test('O8 a carrier that is withdrawn first lets out what is inside it, each back to its cell', () => {
    const events = decide(lent, withdraw(3), by('carole'))
    expect(events).toMatchObject({
      type: 'accepted',
      events: [
        { type: 'session-unmerged', sessionId: sessionId(1) },
        { type: 'session-withdrawn', sessionId: sessionId(3) },
        { type: 'session-placed', sessionId: sessionId(1), roomId: 'b101', slotIds: ['s1'] },
      ],
    })
    const gone = build(lent, [[by('carole'), withdraw(3)]])
    expect(cells(gone)).toEqual(cells(board))
    const three = build(lent, [
      [by('dora'), merge(4, 3)],
      [by('carole'), agree(4, 3)],
      [by('carole'), withdraw(3)],
    ])
    expect([cells(three), ownSession(three, 4).merged]).toEqual([cells(board), null])
  })

  test('O8 one that is withdrawn while inside leaves its cell to the carrier', () => {
    expect(cells(build(lent, [[by('ana'), withdraw(1)]]))).toEqual({ 2: 'b102 s2', 3: 'b101 s1' })
  })
})
