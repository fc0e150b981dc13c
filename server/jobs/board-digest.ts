import { createHash } from 'node:crypto'
import type { Breath } from '../../db/breath.ts'
import type { Board } from '../../shared/board.ts'
import { boardToJson } from '../../shared/board-json.ts'

/**
 * A hash of all that a board holds, in its order: two boards with the same one are the same. Made item by item, so that a
 * large board does not hold the event loop.
 */
export const boardDigest = async (board: Board, breath: Breath): Promise<string> => {
  const hash = createHash('sha256')
  breath.begin()
  for (const [part, value] of Object.entries(boardToJson(board))) {
    hash.update(part)
    for (const item of Array.isArray(value) ? value : [value]) {
      hash.update(JSON.stringify(item) ?? '').update('\n')
      await breath.take()
    }
  }
  return hash.digest('base64url')
}
