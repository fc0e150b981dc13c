import { expect, test } from 'vitest'
import type { CellUse } from '../../../shared/board.ts'
import type { Command } from '../../../shared/commands/command.schema.ts'
import { decide } from '../../../shared/decide.ts'
import { build, by, claim, found, propose, proposed, sessionId, smallBoard, team } from '../../support/boards.ts'

const using = (use: CellUse) =>
  build(proposed, [
    [team, { type: 'add-collective', collectiveId: 'reseaux', name: 'Réseaux', people: ['ana'] }],
    [team, { type: 'set-cells', cells: [{ roomId: 'b101', slotId: 's1' }], use }],
  ])

test('B3 a closed cell is refused to everybody until it is opened again', () => {
  const closed = using({ type: 'closed' })
  expect(found(decide(closed, claim(1, 'b101', 's1'), by('ana')))).toEqual(['block cell-open'])
  expect(found(decide(closed, claim(1, 'b101', 's1'), team))).toEqual(['block cell-open'])
  const again = build(closed, [
    [team, { type: 'set-cells', cells: [{ roomId: 'b101', slotId: 's1' }], use: { type: 'open' } }],
  ])
  expect(decide(again, claim(1, 'b101', 's1'), by('ana')).type).toBe('accepted')
})

test('B3 a cell reserved for a collective is its people’s and the team’s', () => {
  const reserved = using({ type: 'reserved', collectiveId: 'reseaux' })
  expect(decide(reserved, claim(1, 'b101', 's1'), by('ana')).type).toBe('accepted')
  expect(decide(reserved, claim(2, 'b101', 's1'), team).type).toBe('accepted')
  expect(found(decide(reserved, claim(2, 'b101', 's1'), by('brieuc')))).toEqual(['block cell-open'])
})

test('B3 a cell reserved for the team is the team’s alone', () => {
  const reserved = using({ type: 'reserved', collectiveId: null })
  expect(decide(reserved, claim(1, 'b101', 's1'), team).type).toBe('accepted')
  expect(found(decide(reserved, claim(1, 'b101', 's1'), by('ana')))).toEqual(['block cell-open'])
})

test('B3 nothing is held in a common moment, nor in a continuous space', () => {
  expect(found(decide(proposed, claim(1, 'b101', 'buffet'), by('ana')))).toEqual(['block cell-open'])
  expect(found(decide(proposed, claim(1, 'fablab', 's1'), by('ana')))).toEqual(['block cell-open'])
})

test('B3 every slot of a long session must be open', () => {
  const board = build(smallBoard, [
    [team, { type: 'set-cells', cells: [{ roomId: 'b101', slotId: 's4' }], use: { type: 'closed' } }],
    [by('ana'), propose(1, { length: 2 })],
  ])
  expect(found(decide(board, claim(1, 'b101', 's3'), by('ana')))).toEqual(['block cell-open'])
})

test('B3 a session that is there already is edited in peace when its cell is reserved for others', () => {
  const placed = build(proposed, [
    [by('ana'), claim(1, 'b101', 's1')],
    [
      team,
      { type: 'set-cells', cells: [{ roomId: 'b101', slotId: 's1' }], use: { type: 'reserved', collectiveId: null } },
    ],
  ])
  const edit: Command = { type: 'edit', sessionId: sessionId(1), title: 'Sans faute', hosts: ['ana', 'carole'] }
  expect(decide(placed, edit, by('ana')).type).toBe('accepted')
})

test('B3 no level makes a cell of a common moment or of a continuous space', () => {
  const lax = build(using({ type: 'closed' }), [[team, { type: 'set-rule', rule: 'cell-open', level: 'off' }]])
  expect(decide(lax, claim(1, 'b101', 's1'), by('ana')).type).toBe('accepted')
  expect(found(decide(lax, claim(1, 'b101', 'buffet'), by('ana')))).toEqual(['block cell-open'])
  expect(found(decide(lax, claim(1, 'fablab', 's1'), team))).toEqual(['block cell-open'])
})
