import type { Board, Session } from './board.ts'
import type { PersonId, SessionId } from './ids.ts'
import { recently } from './recently.ts'

const none: readonly Session[] = []

/** Boards share their sessions until one changes: what is inside what is looked up once for each such version. */
const mergedIn = recently((sessions: Board['sessions']): ReadonlyMap<SessionId, readonly Session[]> => {
  const byCarrier = new Map<SessionId, Session[]>()
  for (const session of sessions.values()) {
    const carrier = session.merged?.intoId
    if (carrier === undefined) continue
    const inside = byCarrier.get(carrier)
    if (inside === undefined) byCarrier.set(carrier, [session])
    else inside.push(session)
  }
  return byCarrier
})

/** The sessions that are held inside this one. */
export const insideOf = (board: Board, sessionId: SessionId): readonly Session[] =>
  mergedIn(board.sessions).get(sessionId) ?? none

/** Everybody who hosts what is held there: its own hosts, then those of the sessions inside it, each once. */
export const hostsOf = (board: Board, session: Session): readonly PersonId[] => {
  const inside = insideOf(board, session.id)
  return inside.length === 0 ? session.hosts : [...new Set([session, ...inside].flatMap(({ hosts }) => hosts))]
}

/** The session on whose card this one is found: the one that it is merged into, or itself. */
export const carrierOf = (board: Board, session: Session): Session =>
  session.merged === null ? session : (board.sessions.get(session.merged.intoId) ?? session)
