import type { Board, Merged, Session } from '../board.ts'
import { cellOf, heldPlace } from '../commands/places.ts'
import type { Context } from '../context.ts'
import { isBlocked, judge } from '../judge.ts'
import type { Fault, Finding } from '../refusals.ts'
import { carrierOf, hostsOf, insideOf } from '../together.ts'
import type { Left } from './arrivals.ts'

/** A session that is held inside another again, with what is to be known of its people there. */
export interface Inside {
  readonly merged: Merged
  readonly findings: readonly Finding[]
}

/** What is said of the carrier's place once this one's people come with it: they must be free then (O9). */
export const withItsPeople = (board: Board, session: Session, context: Context): readonly Finding[] => {
  const placements = new Map(board.placements)
  placements.delete(session.id)
  const ground = { ...board, placements, sessions: new Map(board.sessions).set(session.id, session) }
  const carrier = carrierOf(ground, session)
  const place = heldPlace(ground, carrier)
  if (place === null) return []
  // Whoever is there without it was asked before.
  const others = new Map(board.sessions)
  others.delete(session.id)
  const without: Session = { ...carrier, hosts: hostsOf({ ...board, sessions: others }, carrier) }
  return judge({ board: ground, context, action: 'edit', session: carrier, before: without, place })
}

/**
 * Puts a session back inside the one that it was held in. Where that one is itself inside another by now, it goes there
 * too: to the card on which it would be looked for. Left where its carrier is gone, where it carries others itself, or
 * where somebody who hosts it is busy then.
 * @param own the session as it goes back, standing for itself
 * @param then how it was inside the other
 */
export const insideAgain = (board: Board, past: Board, own: Session, then: Merged, context: Context): Inside | Left => {
  const sessionId = own.id
  const into = board.sessions.get(then.intoId)
  const carrier = into === undefined ? undefined : carrierOf(board, into)
  const cell = cellOf(board, carrier?.id ?? '') ?? cellOf(past, then.intoId)
  const left = (fault: Fault | null, findings: readonly Finding[] = []): Left => ({ sessionId, cell, findings, fault })
  if (carrier === undefined) return left('carrier-gone')
  if (carrier.id === sessionId || insideOf(board, sessionId).length > 0) return left('already-merged')
  const now = board.sessions.get(sessionId)
  const isThere = now?.merged?.intoId === carrier.id
  // Where it is there already and nobody comes back with it, there is nobody to ask about.
  if (isThere && own.hosts.every((host) => now.hosts.includes(host))) return { merged: now.merged, findings: [] }
  // A cell that it had lent to the one is not the other's to give back.
  const elsewhere: Merged = carrier === into ? then : { ...then, intoId: carrier.id, lent: false }
  const merged = isThere ? now.merged : elsewhere
  const findings = withItsPeople(board, { ...own, merged }, context)
  return isBlocked(findings) ? left(null, findings) : { merged, findings }
}
