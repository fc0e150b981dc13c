import { expect } from 'vitest'
import { readEntries } from '../../db/entries.ts'
import { readPlacements } from '../../db/placements.ts'
import { emptyBoard } from '../../shared/board.ts'
import { boardToJson } from '../../shared/board-json.ts'
import { evolveEntry } from '../../shared/evolve.ts'
import { overlap } from '../../shared/time.ts'
import type { TestApp } from './test-app.ts'

/** What the log, the live board and the placement table hold: one truth, in which no cell is taken twice. */
export const expectOneTruth = async ({ database, forum }: TestApp): Promise<void> => {
  const { board } = forum.board
  const log = await readEntries(database.db, forum.id, 0)
  expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1))
  expect(boardToJson(log.reduce(evolveEntry, emptyBoard))).toEqual(boardToJson(board))
  const rows = await readPlacements(database.db, forum.id)
  const held = [...board.placements.values()].map(({ sessionId: id, roomId, start, end }) => ({
    sessionId: id,
    roomId,
    start,
    end,
  }))
  const byId = (a: { sessionId: string }, b: { sessionId: string }) => (a.sessionId < b.sessionId ? -1 : 1)
  expect([...rows].sort(byId)).toEqual(held.sort(byId))
  const twice = held.filter((a) => held.some((b) => a !== b && a.roomId === b.roomId && overlap(a, b)))
  expect(twice).toEqual([])
}
