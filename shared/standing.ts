import type { Board, Placement } from './board.ts'
import type { Context } from './context.ts'
import type { SessionId } from './ids.ts'
import { judge, placeOf } from './judge.ts'
import type { RuleId } from './refusals.ts'
import { isRun } from './slots.ts'

/** Rules that would refuse a session where it is; null where its room or one of its slots is gone. */
const blocksOn = (board: Board, placement: Placement, context: Context): ReadonlySet<RuleId> | null => {
  const session = board.sessions.get(placement.sessionId)
  const place = session === undefined ? null : placeOf(board, session, placement)
  if (session === undefined || place?.slots.length !== placement.slotIds.length) return null
  const findings = judge({ board, context, action: 'place', session, before: session, place })
  return new Set(findings.flatMap(({ level, rule }) => (level === 'block' ? [rule] : [])))
}

const isTouched = (before: Board, after: Board, placement: Placement): boolean =>
  before.placements.get(placement.sessionId) !== placement ||
  before.rooms.get(placement.roomId) !== after.rooms.get(placement.roomId) ||
  before.cells !== after.cells ||
  before.slots !== after.slots

/**
 * Sessions that could stay where they are before a change of the frame, and could not after it: their room or slot is gone
 * or closed, their slots are torn apart, or they clash.
 * @param context of the team
 * @param among those that are asked about, as they are after it; everybody, where it is left out
 */
export const unsettled = (
  before: Board,
  after: Board,
  context: Context,
  among: Iterable<Placement> = after.placements.values(),
): readonly SessionId[] =>
  [...among].flatMap((placement) => {
    if (!isTouched(before, after, placement)) return []
    const blocks = blocksOn(after, placement, context)
    if (blocks === null) return [placement.sessionId]
    const earlier = before.placements.get(placement.sessionId)
    const known = earlier === undefined ? null : blocksOn(before, earlier, context)
    const isTorn = earlier !== undefined && isRun(before, earlier) && !isRun(after, placement)
    return isTorn || [...blocks].some((rule) => known?.has(rule) !== true) ? [placement.sessionId] : []
  })
