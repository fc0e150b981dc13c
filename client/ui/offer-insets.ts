import type { SessionId } from '../../shared/ids.ts'
import { makeInset } from './inset.tsx'

/** On a session's page: what its hosts may offer to others, and what stands open. */
export const SessionOffersInset = makeInset<{ readonly sessionId: SessionId }>()

/** At the top of "my path": what waits for an answer. */
export const PathOffersInset = makeInset()
