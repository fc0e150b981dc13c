import { expect } from 'vitest'
import { readEntries } from '../../db/entries.ts'
import { readPlacements } from '../../db/placements.ts'
import { emptyBoard } from '../../shared/board.ts'
import { boardToJson } from '../../shared/board-json.ts'
import type { Entry } from '../../shared/events.ts'
import { evolveEntry } from '../../shared/evolve.ts'
import { overlap } from '../../shared/time.ts'
import type { TestApp } from './test-app.ts'

/**
 * What must hold whatever happened: the log has no gap and replays to the live board, the database holds the same
 * placements, and no room holds two sessions at one time.
 * @returns the log
 */
export const expectReplayed = async ({ database, forum }: TestApp): Promise<readonly Entry[]> => {
  const log = await readEntries(database.db, forum.id, 0)
  expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1))
  const live = boardToJson(forum.board.board)
  expect(boardToJson(log.reduce(evolveEntry, emptyBoard))).toEqual(live)
  const rows = (await readPlacements(database.db, forum.id)).map((row) => `${row.sessionId} ${row.roomId} ${row.start}`)
  expect(rows.sort()).toEqual(live.placements.map((held) => `${held.sessionId} ${held.roomId} ${held.start}`).sort())
  const twice = live.placements.filter((a, n) =>
    live.placements.slice(n + 1).some((b) => a.roomId === b.roomId && overlap(a, b)),
  )
  expect(twice).toEqual([])
  return log
}
