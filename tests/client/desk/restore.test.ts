import { describe, expect, test } from 'vitest'
import { restoreRoom, restoreSlot } from '../../../client/desk/restore.ts'
import { restoreSession } from '../../../client/ui/restore-session.ts'
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
    const after = again({ type: 'remove-room', roomId: 'hall' }, back)
    expect(unordered(after)).toEqual(unordered(board))
    expect([...after.rooms.keys()]).toEqual([...board.rooms.keys()])
  })

  test('a room comes back to its place among those that are there by then', () => {
    const gone = build(board, [
      [team, { type: 'remove-room', roomId: 'b102' }],
      [team, { type: 'add-room', roomId: 'new', name: 'Nouvelle' }],
      [team, { type: 'remove-room', roomId: 'hall' }],
    ])
    const after = build(
      gone,
      restoreRoom(board, 'hall', gone).map((command) => [team, command] as const),
    )
    expect([...after.rooms.keys()]).toEqual(['b101', 'hall', 'fablab', 'new'])
  })

  test('a slot comes back with what its cells are for', () => {
    const back = restoreSlot(board, 's2')
    expect(unordered(again({ type: 'remove-slot', slotId: 's2' }, back))).toEqual(unordered(board))
  })

  test('a session comes back as it was: its hosts, its cell, its lock', () => {
    const back = restoreSession(board, sessionId(1), sessionId(9))
    const after = again({ type: 'withdraw', sessionId: sessionId(1) }, back)
    expect(after.sessions.get(sessionId(9))).toEqual({ ...board.sessions.get(sessionId(1)), id: sessionId(9) })
    expect(after.placements.get(sessionId(9))).toEqual({
      ...board.placements.get(sessionId(1)),
      sessionId: sessionId(9),
    })
  })

  test('nothing comes back from what is not there', () => {
    expect([restoreRoom(board, 'x'), restoreSlot(board, 'x'), restoreSession(board, 'x', 'y')]).toEqual([[], [], []])
  })
})
