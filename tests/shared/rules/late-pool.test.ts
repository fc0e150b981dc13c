import { expect, test } from 'vitest'
import type { Command } from '../../../shared/commands/command.schema.ts'
import { decide } from '../../../shared/decide.ts'
import { at, build, by, claim, found, propose, proposed, team, told } from '../../support/boards.ts'

/** The board has three rooms with cells: with Ana in one of them and one kept, one is left to take. */
const keeping = (figures: Omit<Extract<Command, { type: 'set-figures' }>, 'type'>) =>
  build(proposed, [
    [by('ana'), claim(1, 'b101', 's3')],
    [team, { type: 'set-figures', ...figures }],
    [by('carole'), propose(3)],
  ])

test('B16 the last cells of a slot are kept until it begins', () => {
  const two = keeping({ lateCells: 2 })
  const decision = decide(two, claim(2, 'b102', 's3'), by('brieuc'))
  expect(found(decision)).toEqual(['block late-pool'])
  expect(told(decision)).toEqual([
    'À 13:30, les dernières cases libres sont gardées jusqu’à 13:30 pour les sujets de dernière minute.',
  ])
  expect(decision.type === 'refused' && decision.refusal.alternatives.map(({ slotId }) => slotId)).toEqual([
    's2',
    's1',
    's4',
  ])
  const one = keeping({ lateCells: 1 })
  const full = build(one, [[by('brieuc'), claim(2, 'b102', 's3')]])
  expect(told(decide(full, claim(3, 'hall', 's3'), by('carole')), 'en')).toEqual([
    'At 13:30, the last free cell is kept until 13:30 for late sessions.',
  ])
})

test('B16 they are free from the hour that the team set, of the slot’s own day', () => {
  const board = keeping({ lateCells: 2, lateUntil: '11:00' })
  const says = (time: string, date?: string) =>
    found(decide(board, claim(2, 'b102', 's3'), by('brieuc', 'participant', at(time, date))))
  expect([says('23:00', '2024-07-02'), says('10:59'), says('11:00')]).toEqual([
    ['block late-pool'],
    ['block late-pool'],
    [],
  ])
})

test('B16 a longer slot takes from every slot that it overlaps', () => {
  const board = keeping({ lateCells: 2 })
  expect(found(decide(board, claim(2, 'b102', 'long'), by('brieuc')))).toEqual(['block late-pool'])
  expect(found(decide(board, claim(2, 'b102', 's4'), by('brieuc')))).toEqual(['block late-pool'])
  expect(found(decide(board, claim(2, 'b102', 's2'), by('brieuc')))).toEqual([])
})

test('B16 moving within a slot, a reserved cell and the team take nothing from it', () => {
  const board = keeping({ lateCells: 2 })
  expect(found(decide(board, claim(1, 'b102', 's3'), by('ana')))).toEqual([])
  expect(found(decide(board, claim(2, 'b102', 's3'), team))).toEqual([])
  const cells = ['s3', 'long'].map((slotId) => ({ roomId: 'b102', slotId }))
  const reserved = build(board, [
    [team, { type: 'add-collective', collectiveId: 'reseaux', name: 'Réseaux', people: ['brieuc'] }],
    [team, { type: 'set-cells', cells, use: { type: 'reserved', collectiveId: 'reseaux' } }],
  ])
  expect(found(decide(reserved, claim(2, 'b102', 's3'), by('brieuc')))).toEqual([])
  expect(found(decide(reserved, claim(3, 'hall', 's3'), by('carole')))).toEqual(['block late-pool'])
})
