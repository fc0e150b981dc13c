import { expect, test } from 'vitest'
import type { Context, Torn } from '../../../shared/context.ts'
import { decide } from '../../../shared/decide.ts'
import type { SessionId } from '../../../shared/ids.ts'
import { build, by, claim, found, mergedInto, propose, proposed, sessionId, told } from '../../support/boards.ts'

const board = build(proposed, [[by('ana'), claim(1, 'b101', 's3')]])

const torn = (word: Torn): Context => ({ ...by('brieuc'), torn: () => word })

test('B21 people who would be torn are told as a word, from “some” on', () => {
  const says = (word: Torn) => found(decide(board, claim(2, 'b102', 's3'), torn(word)))
  expect((['none', 'few', 'some', 'many'] as const).map(says)).toEqual([
    [],
    [],
    ['hint audience-torn'],
    ['hint audience-torn'],
  ])
  expect(told(decide(board, claim(2, 'b102', 's3'), torn('some')), 'fr')).toEqual([
    'Assez de télescopage : un autre sujet de cette heure intéresse les mêmes personnes.',
  ])
  expect(told(decide(board, claim(2, 'b102', 's3'), torn('many')), 'en')).toEqual([
    'Much overlap: another session at that time interests the same people.',
  ])
})

test('B21 it is asked of the sessions of that time, and of what is held inside them, never of itself', () => {
  const asked: unknown[] = []
  const context: Context = {
    ...by('brieuc'),
    torn: (id, slots, others) => {
      asked.push([id, slots.map((slot) => slot.id), others])
      return 'none'
    },
  }
  const merged = mergedInto(build(board, [[by('carole'), propose(3)]]), 3, 1)
  const placed = build(merged, [[by('brieuc'), claim(2, 'b102', 's3')]])
  decide(placed, claim(2, 'hall', 'long'), context)
  const inside: readonly SessionId[] = [sessionId(1), sessionId(3)]
  expect(asked).toEqual([[sessionId(2), ['long'], inside]])
  expect(found(decide(board, claim(2, 'b102', 's1'), torn('many')))).toEqual([])
})
