import { describe, expect, test } from 'vitest'
import { decide } from '../../shared/decide.ts'
import { at, build, by, claim, day, found, propose, sessionId, smallBoard, team } from '../support/boards.ts'
import { accept, cells, offer } from '../support/offers.ts'

/** Ana's session 1 of a length and Brieuc's 2 of another, each in a cell. */
const placed = (one: readonly [number, string, string], two: readonly [number, string, string]) =>
  build(smallBoard, [
    [by('ana'), propose(1, { length: one[0] })],
    [by('brieuc'), propose(2, { length: two[0] })],
    [by('ana'), claim(1, one[1], one[2])],
    [by('brieuc'), claim(2, two[1], two[2])],
  ])

describe('swap', () => {
  test.each([
    ['in one room', placed([1, 'b101', 's1'], [1, 'b101', 's2']), { 1: 'b101 s2', 2: 'b101 s1' }],
    ['at one time', placed([1, 'b101', 's1'], [1, 'hall', 's1']), { 1: 'hall s1', 2: 'b101 s1' }],
    [
      'two of two slots, in two rooms',
      placed([2, 'b101', 's3'], [2, 'b102', 's1']),
      { 1: 'b102 s1 s2', 2: 'b101 s3 s4' },
    ],
  ] as const)('O4 places are swapped %s', (_what, board, wanted) => {
    const swapped = build(board, [
      [by('ana'), offer('swap', 1, 2)],
      [by('brieuc'), accept(1)],
    ])
    expect(cells(swapped)).toEqual(wanted)
  })

  test('O4 each takes its own length from the other’s first slot, and needs it free', () => {
    const board = placed([2, 'b101', 's1'], [1, 'b102', 's1'])
    const swapped = build(board, [
      [by('ana'), offer('swap', 1, 2)],
      [by('brieuc'), accept(1)],
    ])
    expect(cells(swapped)).toEqual({ 1: 'b102 s1 s2', 2: 'b101 s1' })
    const full = build(board, [
      [by('carole'), propose(3)],
      [by('carole'), claim(3, 'b102', 's2')],
    ])
    expect(found(decide(full, offer('swap', 1, 2), by('ana')))).toEqual(['block place-free'])
  })

  test('O4 a longer one is not swapped into a cell that has no slot behind it', () => {
    const board = placed([1, 'b101', 'long'], [2, 'b102', 's3'])
    expect(found(decide(board, offer('swap', 1, 2), by('ana')))).toEqual(['block length-fits'])
  })

  test('O4 two sessions of one room are not swapped where their lengths would make them overlap', () => {
    const quarters = build(smallBoard, [
      ...(['16:00', '16:30', '17:00'] as const).map(
        (start, n) =>
          [
            team,
            { type: 'add-slot', slotId: `q${n}`, date: day, start, end: start.replace(/\d\d$/, (m) => `${+m + 29}`) },
          ] as const,
      ),
      [by('ana'), propose(1)],
      [by('brieuc'), propose(2, { length: 2 })],
      [by('ana'), claim(1, 'b101', 'q0')],
      [by('brieuc'), claim(2, 'b101', 'q1')],
    ])
    // From q0 the long one reaches over q1, where the short one would be.
    expect(found(decide(quarters, offer('swap', 1, 2), by('ana')))).toEqual(['block place-free', 'block place-free'])
  })

  test('O4 a co-host of both is not in two places after it', () => {
    const shared = build(placed([1, 'b101', 's1'], [1, 'b102', 's2']), [
      [by('ana'), { type: 'edit', sessionId: sessionId(1), hosts: ['ana', 'eve'] }],
      [by('brieuc'), { type: 'edit', sessionId: sessionId(2), hosts: ['brieuc', 'eve'] }],
      [by('eve'), offer('swap', 1, 2)],
    ])
    expect(cells(shared)).toEqual({ 1: 'b102 s2', 2: 'b101 s1' })
  })
})

describe('yield', () => {
  const board = placed([1, 'b101', 's1'], [1, 'b102', 's2'])

  test('O4 the cell goes to the other, whose own is free; who yields is in the tray', () => {
    const yielded = build(board, [
      [by('ana'), offer('yield', 1, 2)],
      [by('brieuc'), accept(1)],
    ])
    expect(cells(yielded)).toEqual({ 2: 'b101 s1' })
  })

  test('O4 a parked one gets it too', () => {
    const yielded = build(board, [
      [by('carole'), propose(3)],
      [by('ana'), offer('yield', 1, 3)],
      [by('carole'), accept(1)],
    ])
    expect(cells(yielded)).toEqual({ 2: 'b102 s2', 3: 'b101 s1' })
  })

  test('O4 a cell that is reserved goes to who may be there only', () => {
    const reserved = build(board, [
      [team, { type: 'add-collective', collectiveId: 'reseau', name: 'Réseau', people: ['ana', 'carole'] }],
      [
        team,
        {
          type: 'set-cells',
          cells: [{ roomId: 'b101', slotId: 's1' }],
          use: { type: 'reserved', collectiveId: 'reseau' },
        },
      ],
      [by('carole'), propose(3)],
    ])
    expect(found(decide(reserved, offer('yield', 1, 2), by('ana')))).toEqual(['block cell-open'])
    expect(decide(reserved, offer('yield', 1, 3), by('ana')).type).toBe('accepted')
  })

  test('O4 a session that has begun is not yielded', () => {
    const now = at('09:31')
    expect(found(decide(board, offer('yield', 1, 2), by('ana', 'participant', now)))).toEqual([
      'block slot-begun',
      'block slot-begun',
    ])
  })
})
