import type { Person } from '../../shared/protocol.ts'
import type { LiveForum } from '../board/live-forum.ts'
import { httpError } from '../http/http-error.ts'
import { retryAfterSeconds } from '../sync/allowance.ts'

/** One action of this person, from the same purse as those over the socket. @throws HttpError 429 */
export const requireAllowance = (forum: LiveForum, person: Person): void => {
  if (!forum.allowance.take(person)) throw httpError(429, 'too-fast', retryAfterSeconds(person.role))
}
