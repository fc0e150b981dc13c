import type { Board } from './board.ts'
import type { Context } from './context.ts'
import type { SessionId } from './ids.ts'
import { fault, type Refusal } from './refusals.ts'
import { doorFacts } from './rules/door-open.ts'

/** Whether a star may be put on (or taken off) a session now: it exists, and starring is open to this person (B4). */
export const decideStar = (board: Board, sessionId: SessionId, context: Context): Refusal | null => {
  if (!board.sessions.has(sessionId)) return fault('unknown-session')
  const facts = context.actor.role === 'facilitator' ? undefined : doorFacts({ board, context }, 'star')[0]
  if (facts === undefined) return null
  return { code: 'door-open', facts: {}, findings: [{ rule: 'door-open', level: 'block', facts }], alternatives: [] }
}
