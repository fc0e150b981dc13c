import type { RefusalJson } from '../../shared/protocol.ts'

/** A refusal that the phone gives itself; where it has no message, its words are the screen's. */
export const ownRefusal = (code: RefusalJson['code'], message = ''): RefusalJson => ({
  code,
  message,
  findings: [],
  alternatives: [],
})
