import type { CellRef, SessionId } from './ids.ts'
import type { RefusalJson } from './protocol.ts'
import type { RuleId } from './refusals.ts'

/** Everything that stands against a rule now, as the desk reads it: `GET /api/forums/:slug/checks`. */
export interface Checks {
  /** The worst first, then in time order. */
  readonly problems: readonly Problem[]
  /** By rule, the sessions that it would speak of now if it were not off. */
  readonly affected: Readonly<Partial<Record<RuleId, readonly SessionId[]>>>
}

/** What stands against one placed session. */
export interface Problem {
  readonly sessionId: SessionId
  /** Worst first, in the reader's language. */
  readonly findings: RefusalJson['findings']
  /** Up to three cells that would be better, best first. */
  readonly mendings: readonly CellRef[]
}
