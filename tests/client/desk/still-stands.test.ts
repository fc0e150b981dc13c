import { expect, test } from 'vitest'
import { stillStands } from '../../../client/desk/still-stands.ts'
import { type Board, emptyBoard } from '../../../shared/board.ts'
import { boardFromJson, boardToJson } from '../../../shared/board-json.ts'
import type { Command } from '../../../shared/commands/command.schema.ts'
import { build, by, claim, propose, sessionId, smallBoard, team } from '../../support/boards.ts'

/** Session 1 moves from b101 to the hall, both in the first slot; 2 and 3 have nothing to do with it. */
const board = build(smallBoard, [
  [by('ana'), propose(1)],
  [by('ben'), propose(2)],
  [by('cleo'), propose(3)],
  [team, claim(1, 'b101', 's1')],
  [team, claim(2, 'b102', 's1')],
])
const moving = { sessions: [sessionId(1)], cells: [{ roomId: 'hall', slotId: 's1' }] }
const after = (...commands: readonly Command[]): Board =>
  build(
    board,
    commands.map((command) => [team, command] as const),
  )

test('U39 what happens elsewhere leaves a plan as it is, and so does reading the whole board anew', () => {
  const others: readonly Board[] = [
    after(claim(2, 'b102', 's2')),
    after(claim(3, 'hall', 's2'), { type: 'edit', sessionId: sessionId(2), title: 'Autrement' }),
    after({ type: 'set-cells', cells: [{ roomId: 'hall', slotId: 's3' }], use: { type: 'closed' } }),
    boardFromJson(boardToJson(board)),
  ]
  expect(others.map((now) => stillStands(board, now, moving))).toEqual([true, true, true, true])
})

test('U39 a plan is no more where its session, its cell or the rules were touched', () => {
  const others: readonly (readonly [string, Board])[] = [
    ['its session is elsewhere', after(claim(1, 'b101', 's2'))],
    ['its session says otherwise', after({ type: 'edit', sessionId: sessionId(1), expected: 30 })],
    ['somebody took its cell', after(claim(3, 'hall', 's1'))],
    ['its cell is closed', after({ type: 'set-cells', cells: moving.cells, use: { type: 'closed' } })],
    ['its room is otherwise', after({ type: 'edit-room', roomId: 'hall', capacity: 9 })],
    ['a rule is otherwise', after({ type: 'set-rule', rule: 'room-holds', level: 'block' })],
    ['nothing is there any more', emptyBoard],
  ]
  expect(others.filter(([, now]) => stillStands(board, now, moving)).map(([what]) => what)).toEqual([])
})
