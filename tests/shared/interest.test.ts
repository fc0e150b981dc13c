import { expect, test } from 'vitest'
import { interestOf } from '../../shared/interest.ts'

test('U15 interest is a word: fewer than three people are never told apart, the rest against the mean', () => {
  const small = [1, 2, 3, 6]
  expect([0, 1, 2, 3, 4, 6].map((count) => interestOf(count, small))).toEqual([
    'none',
    'few',
    'few',
    'some',
    'some',
    'many',
  ])
  const large = [0, 10, 40, 40, 70]
  expect([10, 19, 20, 40, 59, 60, 70].map((count) => interestOf(count, large))).toEqual([
    'few',
    'few',
    'some',
    'some',
    'some',
    'many',
    'many',
  ])
})
