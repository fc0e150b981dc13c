import type { Board, Placement } from '../board.ts'
import type { Context } from '../context.ts'
import type { CellRef, SessionId } from '../ids.ts'
import { judge, placing } from '../judge.ts'
import type { Finding } from '../refusals.ts'
import type { Spot } from './options.ts'

/** The board with everybody where these say, and nobody else placed. */
export const withSpots = (board: Board, spots: ReadonlyMap<SessionId, Spot>, { now }: Context): Board => {
  const placements = new Map<SessionId, Placement>()
  for (const [sessionId, { roomId, slotIds, start, end }] of spots) {
    const before = board.placements.get(sessionId)
    const isSame = before?.roomId === roomId && before.slotIds[0] === slotIds[0]
    placements.set(sessionId, isSame ? before : { sessionId, roomId, slotIds, start, end, since: now })
  }
  return { ...board, placements }
}

/** What the rules say of a session in a cell of this board; nothing where room or slot is gone. */
export const judgedAt = (board: Board, context: Context, sessionId: SessionId, cell: CellRef): readonly Finding[] => {
  const session = board.sessions.get(sessionId)
  const attempt = session === undefined ? null : placing({ board, context }, session, cell)
  return attempt === null ? [] : judge(attempt)
}
