import { describe, expect, test } from 'vitest'
import { restoreRoom, restoreSession, restoreSlot } from '../../../client/desk/restore.ts'
import type { Board } from '../../../shared/board.ts'
import { boardToJson } from '../../../shared/board-json.ts'
import type { Command } from '../../../shared/commands/command.schema.ts'
import { build, by, claim, propose, sessionId, smallBoard, team } from '../../support/boards.ts'

const board = build(smallBoard, [
  [team, { type: 'add-collective', collectiveId: 'reseaux', name: 'Réseaux' }],
  [team, { type: 'set-cells', cells: [{ roomId: 'hall', slotId: 's1' }], use: { type: 'closed' } }],
  [
    team,
    {
      type: 'set-cells',
      cells: [
        { roomId: 'hall', slotId: 's2' },
        { roomId: 'b102', slotId: 's2' },
      ],
      use: { type: 'reserved', collectiveId: 'reseaux' },
    },
  ],
  [by('ana'), propose(1, { description: 'Pourquoi', tags: ['lire'], needs: ['paperboard'], expected: 12 })],
  [team, claim(1, 'b101', 's1')],
  [team, { type: 'lock', sessionId: sessionId(1) }],
])

const again = (gone: Command, back: readonly Command[]): Board =>
  build(
    board,
    [gone, ...back].map((command) => [team, command] as const),
  )

/** A board whose lists may be in another order: what comes back comes back last. */
const unordered = (json: Board) =>
  Object.fromEntries(
    Object.entries(boardToJson(json)).map(([name, part]) => [
      name,
      Array.isArray(part) ? part.map((item) => JSON.stringify(item)).sort() : part,
    ]),
  )

describe('undoing what was taken away', () => {
  test('a room comes back with what its cells are for', () => {
    const back = restoreRoom(board, 'hall')
    expect(unordered(again({ type: 'remove-room', roomId: 'hall' }, back))).toEqual(unordered(board))
  })

  test('a slot comes back with what its cells are for', () => {
    const back = restoreSlot(board, 's2')
    expect(unordered(again({ type: 'remove-slot', slotId: 's2' }, back))).toEqual(unordered(board))
  })

  test('a session comes back as it was: its hosts, its cell, its lock', () => {
    const back = restoreSession(board, sessionId(1))
    expect(unordered(again({ type: 'withdraw', sessionId: sessionId(1) }, back))).toEqual(unordered(board))
  })

  test('nothing comes back from what is not there', () => {
    expect([restoreRoom(board, 'x'), restoreSlot(board, 'x'), restoreSession(board, 'x')]).toEqual([[], [], []])
  })
})
