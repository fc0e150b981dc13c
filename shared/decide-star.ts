import type { Board } from './board.ts'
import type { Context } from './context.ts'
import type { SessionId } from './ids.ts'
import { refusing } from './judge.ts'
import { type Finding, fault, type Refusal } from './refusals.ts'
import { levelOf } from './rules/defaults.ts'
import { doorFacts } from './rules/door-open.ts'

/**
 * Whether a star may be put on (or taken off) a session now: it exists, and starring is open to this person (B4), as far as
 * the forum asks for it. A star brings no reason: where one is needed, it waits for its door.
 */
export const decideStar = (board: Board, sessionId: SessionId, context: Context): Refusal | null => {
  if (!board.sessions.has(sessionId)) return fault('unknown-session')
  const level = levelOf(board, 'door-open')
  const facts = context.actor.role === 'facilitator' ? undefined : doorFacts({ board, context }, 'star')[0]
  if (facts === undefined || level === 'off') return null
  const finding: Finding = { rule: 'door-open', level, facts }
  if (refusing([finding], context) === undefined) return null
  return { code: 'door-open', facts: {}, findings: [finding], alternatives: [] }
}
