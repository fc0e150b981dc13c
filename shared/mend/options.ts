import { isKept } from '../alternatives.ts'
import type { Board, Placement, Session } from '../board.ts'
import type { Context } from '../context.ts'
import { expectationOf } from '../expectation.ts'
import type { CellRef, SessionId } from '../ids.ts'
import { isBlocked, judge, placing } from '../judge.ts'
import type { Finding } from '../refusals.ts'
import type { Steps } from '../steps.ts'
import type { Interval } from '../time.ts'

/** A session in a room from a start to an end, as the search moves it about. */
export interface Spot extends Interval, CellRef {
  readonly slotIds: readonly string[]
}

export const spotOf = ({ roomId, slotIds, start, end }: Placement): Spot => ({
  roomId,
  slotId: slotIds[0] ?? '',
  slotIds,
  start,
  end,
})

const weightOf = (findings: readonly Finding[]): number =>
  findings.length === 0 ? 0 : findings[0]?.level === 'needs-reason' ? 2 : 1

/** Smaller is better, the first figure that differs decides. */
type Rank = readonly number[]

const compare = (a: Rank, b: Rank): number => {
  for (let n = 0; n < a.length; n += 1) {
    const [one, other] = [a[n] ?? 0, b[n] ?? 0]
    if (one !== other) return one - other
  }
  return 0
}

/**
 * Where each session could go, the best first, whoever that can move is there: open cells before kept ones, no findings
 * before some, the same time in another room, then the same room, then the nearest time; rooms that are just large enough
 * first. Only slots to come, or the running one that it is in. A step for each slot, the first time that a session is asked
 * after: on a large board its cells take tens of milliseconds to judge.
 * @param ground the board on which only what does not move has a place
 */
export const optionsOn = (
  ground: Board,
  origins: ReadonlyMap<SessionId, Spot>,
  context: Context,
): ((sessionId: SessionId) => Steps<readonly Spot[]>) => {
  const known = new Map<SessionId, readonly Spot[]>()
  function* search(session: Session): Steps<readonly Spot[]> {
    const origin = origins.get(session.id)
    const seats = expectationOf(ground, session, context)?.people ?? 0
    const found: { readonly spot: Spot; readonly rank: Rank }[] = []
    for (const slot of ground.slots.values()) {
      const isOwn = origin?.slotIds.includes(slot.id) === true
      if (slot.kind !== 'open' || (isOwn ? slot.end : slot.start) <= context.now) continue
      yield
      for (const room of ground.rooms.values()) {
        const cell = { roomId: room.id, slotId: slot.id }
        if (room.kind === 'continuous' || (origin?.roomId === room.id && origin.slotId === slot.id)) continue
        const attempt = placing({ board: ground, context }, session, cell)
        if (attempt?.place == null) continue
        const findings = judge(attempt)
        if (isBlocked(findings)) continue
        const { slots, start, end } = attempt.place
        const near = origin?.start === start ? 0 : origin?.roomId === room.id ? 1 : 2
        const spare = (room.capacity ?? seats) - seats
        found.push({
          spot: { ...cell, slotIds: slots.map(({ id }) => id), start, end },
          rank: [
            isKept(ground, session, cell) ? 1 : 0,
            weightOf(findings),
            near,
            Math.abs(start - (origin?.start ?? start)),
            spare < 0 ? Number.MAX_SAFE_INTEGER : spare,
          ],
        })
      }
    }
    return found.sort((a, b) => compare(a.rank, b.rank)).map(({ spot }) => spot)
  }
  return function* optionsOf(sessionId) {
    const before = known.get(sessionId)
    if (before !== undefined) return before
    const session = ground.sessions.get(sessionId)
    const options = session === undefined ? [] : yield* search(session)
    known.set(sessionId, options)
    return options
  }
}
