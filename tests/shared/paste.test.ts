import { describe, expect, test } from 'vitest'
import { parseRooms, parseSlotRule, parseTime } from '../../shared/paste.ts'

describe('rooms', () => {
  const brief = (text: string) =>
    parseRooms(text).rooms.map(({ name, capacity, kind, features }) => [name, capacity, kind, features])

  test('S1 a room is a name, its seats and what it has', () => {
    expect(brief('B102 (40), vidéoprojecteur, ascenseur\nHall\n\n- Jardin (60), plein air')).toEqual([
      ['B102', 40, 'room', ['vidéoprojecteur', 'ascenseur']],
      ['Hall', null, 'room', []],
      ['Jardin', 60, 'outdoor', ['plein air']],
    ])
  })

  test('S1 seats are read in the ways people write them', () => {
    expect(brief('A (20 places)\nB ; 30 places ; sono\nC, 25\nD\t18')).toEqual([
      ['A', 20, 'room', []],
      ['B', 30, 'room', ['sono']],
      ['C', 25, 'room', []],
      ['D', 18, 'room', []],
    ])
  })

  test('S1 a name that is missing or repeated is said by its line', () => {
    expect(parseRooms('Hall\n(40)\nhâll').problems).toEqual([
      { line: 2, taken: null },
      { line: 3, taken: 'Hall' },
    ])
    expect(parseRooms('\njardin', ['Jardin']).problems).toEqual([{ line: 2, taken: 'Jardin' }])
  })
})

test.each([
  ['9h30', '09:30'],
  ['9:30', '09:30'],
  ['9.30', '09:30'],
  ['09h', '09:00'],
  ['14 h', '14:00'],
  ['14 h 05', '14:05'],
  ['9', '09:00'],
  [' 18H15 ', '18:15'],
  ['25h', null],
  ['9h75', null],
  ['midi', null],
])('S2 an hour typed as “%s” is %s', (text, expected) => {
  expect(parseTime(text)).toBe(expected)
})

describe('slots by rule', () => {
  const times = (text: string) => {
    const rule = parseSlotRule(text)
    return rule.type === 'unclear' ? 'unclear' : rule.slots.map(({ start, end }) => `${start}-${end}`)
  }

  test('S3 a count, a length, a break and a first hour', () => {
    expect(times('3 × 45 min, 15 de pause, dès 10:00')).toEqual(['10:00-10:45', '11:00-11:45', '12:00-12:45'])
    expect(times('2x1h30, pause 10 min à partir de 9h')).toEqual(['09:00-10:30', '10:30-12:00'])
    expect(times('2 x 1h, 10 min de pause, à 14 h')).toEqual(['14:00-15:00', '15:10-16:10'])
    expect(times('2 * 60 min, 5 min break, from 9.30')).toEqual(['09:30-10:30', '10:35-11:35'])
    expect(times('2 × 50')).toEqual(['09:00-09:50', '09:50-10:40'])
  })

  test('S3 what can’t be read, or would pass midnight, is said to be unclear', () => {
    expect(['', 'toute la journée', '0 × 45', '3 × 0', '9 × 2h dès 10:00'].map(times)).toEqual(Array(5).fill('unclear'))
  })
})
