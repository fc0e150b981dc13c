import { alternatives } from './alternatives.ts'
import type { Board } from './board.ts'
import type { Context } from './context.ts'
import type { BoardEvent } from './events.ts'
import { judge, refusing } from './judge.ts'
import { type Facts, type Fault, type Finding, fault, type Refusal, type RuleId } from './refusals.ts'
import { holdersOf } from './rules/place-free.ts'
import type { Attempt } from './rules/rule.ts'

/** What a command comes to: what happens (with hints), or why nothing does. */
export type Decision =
  | { readonly type: 'accepted'; readonly events: readonly BoardEvent[]; readonly findings: readonly Finding[] }
  | { readonly type: 'refused'; readonly refusal: Refusal }

export const accept = (events: readonly BoardEvent[], findings: readonly Finding[] = []): Decision => ({
  type: 'accepted',
  events,
  findings,
})

export const refuse = (code: Fault, facts: Facts = {}): Decision => ({ type: 'refused', refusal: fault(code, facts) })

/** Rules that another cell may not offend: with any other that refuses, offering cells would be a false hope. */
const aboutThePlace: ReadonlySet<RuleId> = new Set([
  'place-free',
  'cell-open',
  'host-free',
  'host-available',
  'slot-begun',
  'length-fits',
  'late-pool',
  'walking-time',
  'turn-over',
  'room-holds',
  'room-equipped',
  'same-subject',
  'audience-torn',
])

const refusalOf = (attempt: Attempt, findings: readonly Finding[], worst: Finding): Refusal => {
  const { board, context, session, place } = attempt
  const held = holdersOf(attempt)[0]
  const title = held === undefined ? undefined : board.sessions.get(held.sessionId)?.title
  const elsewhere = findings.every(
    (finding) => refusing([finding], context) === undefined || aboutThePlace.has(finding.rule),
  )
  const wanted = place === null ? undefined : place.slots[0]
  return {
    code: worst.rule,
    facts: {},
    findings,
    ...(held === undefined || title === undefined
      ? {}
      : { holder: { sessionId: held.sessionId, title, since: held.since } }),
    alternatives:
      session !== null && place !== null && wanted !== undefined && elsewhere
        ? alternatives(board, session, { roomId: place.room.id, slotId: wanted.id }, context)
        : [],
  }
}

/** Asks the rules; where none refuses (or those that need a reason got one), `events` happen. */
export const unlessBlocked = (attempt: Attempt, events: readonly BoardEvent[]): Decision => {
  const findings = judge(attempt)
  const worst = refusing(findings, attempt.context)
  return worst === undefined
    ? accept(events, findings)
    : { type: 'refused', refusal: refusalOf(attempt, findings, worst) }
}

/** The frame is the team's (B5). */
export const byTeam = (board: Board, context: Context, events: readonly BoardEvent[]): Decision =>
  unlessBlocked({ board, context, action: 'frame', session: null, before: null, place: null }, events)
