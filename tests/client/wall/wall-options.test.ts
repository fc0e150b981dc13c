import { expect, test } from 'vitest'
import {
  optionsAfterKey,
  readWallOptions,
  type WallOptions,
  writeWallOptions,
} from '../../../client/wall/wall-options.ts'

const read = (query: string): WallOptions => readWallOptions(new URLSearchParams(query))
const plain: WallOptions = { isPaused: false, every: 12, theme: 'auto', show: 'auto', day: null }

test('U17 what the address says is what the wall does, and is said again', () => {
  const said = '?paused&every=20&theme=dark&show=now&day=2027-06-12'
  expect(read(said)).toEqual({ isPaused: true, every: 20, theme: 'dark', show: 'now', day: '2027-06-12' })
  expect(writeWallOptions(read(said))).toBe(said)
  expect([read(''), writeWallOptions(plain)]).toEqual([plain, ''])
})

test('what can’t be read is as if it were not there', () => {
  expect(read('?every=3&theme=blue&show=all&day=tomorrow')).toEqual(plain)
  expect([read('?every=601').every, read('?every=x').every, read('?every=7.5').every]).toEqual([12, 12, 7.5])
})

test('U17 each option has its key', () => {
  const dates = ['2027-06-12', '2027-06-13']
  const press = (keys: string): WallOptions => {
    let options = plain
    for (const key of keys) options = { ...options, ...optionsAfterKey(key, options, dates) }
    return options
  }
  expect([press(' ').isPaused, press('  ').isPaused]).toEqual([true, false])
  expect([press('+').every, press('--').every, press('-'.repeat(9)).every, press('+'.repeat(20)).every]).toEqual([
    15, 8, 4, 600,
  ])
  expect(['t', 'tt', 'ttt'].map((keys) => press(keys).theme)).toEqual(['light', 'dark', 'auto'])
  expect(['n', 'nn', 'nnn'].map((keys) => press(keys).show)).toEqual(['now', 'day', 'auto'])
  expect(['d', 'jD', 'ddd'].map((keys) => press(keys).day)).toEqual(['2027-06-12', '2027-06-13', null])
  expect(optionsAfterKey('x', plain, dates)).toBeNull()
})
