import { expect, test } from 'vitest'
import { appraise, consider } from '../../shared/consider.ts'
import type { Context } from '../../shared/context.ts'
import { build, by, claim, proposed, sessionOn } from '../support/boards.ts'

const board = build(proposed, [[by('ana'), claim(1, 'b101', 's3')]])
const session = sessionOn(board, 2)
const context: Context = { ...by('brieuc'), interest: () => 21, torn: () => 'few' }

test('B25 a cell is advised with its reasons: its places, who would be torn, how many will come', () => {
  expect(appraise(board, session, { roomId: 'b101', slotId: 's1' }, context)).toEqual({
    findings: [],
    places: 40,
    torn: 'none',
    expected: 25,
  })
  expect(appraise(board, session, { roomId: 'hall', slotId: 's3' }, context)).toEqual({
    findings: [],
    places: null,
    torn: 'few',
    expected: 25,
  })
})

test('B25 its findings are those that a claim would be told', () => {
  const cell = { roomId: 'b102', slotId: 's3' }
  const appraisal = appraise(board, session, cell, context)
  expect(appraisal?.findings).toEqual(consider(board, session, cell, context))
  expect(appraisal?.findings.map(({ rule }) => rule)).toEqual(['room-holds'])
})

test('B25 of a cell that is not there nothing is said', () => {
  expect(appraise(board, session, { roomId: 'cellar', slotId: 's3' }, context)).toBe(null)
  expect(appraise(board, session, { roomId: 'b101', slotId: 'never' }, context)).toBe(null)
})
