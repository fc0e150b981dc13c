import { describe, expect, test } from 'vitest'
import { wallDay } from '../../../client/wall/wall-blocks.ts'
import { emptyBoard } from '../../../shared/board.ts'
import { at, build, by, claim, day, mergedInto, propose, sessionId, smallBoard, team } from '../../support/boards.ts'

const board = build(smallBoard, [
  [by('ana'), propose(1, { length: 2 })],
  [by('ana'), claim(1, 'b101', 's3')],
  [by('brieuc'), propose(2)],
  [by('brieuc'), claim(2, 'b102', 's1')],
  [team, { type: 'set-cells', cells: [{ roomId: 'hall', slotId: 's2' }], use: { type: 'closed' } }],
  [
    team,
    { type: 'set-cells', cells: [{ roomId: 'hall', slotId: 's4' }], use: { type: 'reserved', collectiveId: null } },
  ],
])

const told = (now: number) =>
  wallDay(board, now).blocks.map(({ key, tense, cards, free }) => [
    `${key} ${tense}`,
    cards.map((card) => `${card.room.name}: ${card.title}${card.until === null ? '' : ' …'}`).join(', '),
    free.join(' '),
  ])

describe('the day on the wall', () => {
  test('P10 rounds are now, next or later by the given time; those that are over leave', () => {
    expect(told(at('10:00'))).toEqual([
      ['s1 now', 'B102: Sujet 2', 'B101 Hall'],
      ['s2 next', '', 'B101 B102'],
      ['buffet later', '', ''],
      ['s3 later', 'B101: Sujet 1 …', 'B102 Hall'],
      ['long later', 'B101: Sujet 1', 'B102 Hall'],
      ['s4 later', 'B101: Sujet 1', 'B102'],
    ])
    expect(told(at('12:30')).map(([name]) => name)).toEqual(['buffet now', 's3 next', 'long next', 's4 later'])
  })

  test('a session that ends after its round says until when', () => {
    const card = wallDay(board, at('13:00')).blocks.find((block) => block.key === 's3')?.cards[0]
    expect(card).toEqual({
      sessionId: sessionId(1),
      room: { id: 'b101', name: 'B101' },
      title: 'Sujet 1',
      language: '',
      format: 'discussion',
      inside: [],
      hosts: ['ana'],
      until: at('15:30'),
    })
  })

  test('P10 a session with another inside names both and all their hosts', () => {
    const both = mergedInto(build(board, [[by('carole'), propose(3)]]), 3, 1)
    const card = wallDay(both, at('13:00')).blocks.find((block) => block.key === 's3')?.cards[0]
    expect([card?.title, card?.inside, card?.hosts]).toEqual(['Sujet 1', ['Sujet 3'], ['ana', 'carole']])
  })

  test('the evening before shows the first day, and a day that is over is shown whole', () => {
    const eve = wallDay(board, at('20:00', '2024-07-02'))
    expect([eve.date, eve.nextStart, eve.freeCells, eve.continuous]).toEqual([day, at('09:30'), 9, ['Fablab']])
    const after = wallDay(board, at('18:00'))
    expect([after.date, after.nextStart, after.freeCells]).toEqual([day, null, 0])
    expect(after.blocks.map((block) => block.tense)).toEqual(Array.from({ length: 6 }, () => 'over'))
  })

  test('a board without slots has no day', () => {
    expect(wallDay(emptyBoard, 0)).toEqual({ date: null, blocks: [], continuous: [], nextStart: null, freeCells: 0 })
  })
})

test('another day is shown whole where it has slots, and the next round stays the next one', () => {
  const two = build(board, [
    [team, { type: 'add-slot', slotId: 't1', date: '2024-07-04', start: '09:00', end: '10:00' }],
  ])
  const other = wallDay(two, at('10:00'), '2024-07-04')
  expect([other.date, other.blocks.map(({ key, tense }) => `${key} ${tense}`), other.nextStart]).toEqual([
    '2024-07-04',
    ['t1 later'],
    at('10:45'),
  ])
  expect(wallDay(two, at('10:00'), '2024-07-09').date).toBe(day)
})
