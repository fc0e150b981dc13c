import { decideStar } from '../../shared/decide-star.ts'
import type { CommandId } from '../../shared/ids.ts'
import type { Star } from '../../shared/protocol.schema.ts'
import type { ClientMessage, Person } from '../../shared/protocol.ts'
import { fault, type Refusal } from '../../shared/refusals.ts'
import type { LiveForum } from '../board/live-forum.ts'
import type { Answer } from '../board/submission.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'

export interface Asked {
  readonly forum: LiveForum
  readonly clock: Clock
  readonly log: Log
  /** Whose device it is, as of now. */
  readonly person: Person | null
}

/** Why this person may do nothing at all now; null where they may. Takes one from their allowance. */
const whyNot = ({ forum, person }: Asked): Refusal | null => {
  if (person === null) return fault('not-joined')
  return forum.allowance.take(person) ? null : fault('too-fast')
}

/** What a command of the socket comes to (P2). Never rejects. */
export const answerCommand = async (
  asked: Asked,
  { id, command }: Extract<ClientMessage, { type: 'command' }>,
): Promise<Answer> => {
  const { forum, log, person } = asked
  const refusal = whyNot(asked)
  if (refusal !== null || person === null) return { type: 'refused', refusal: refusal ?? fault('not-joined') }
  try {
    return await forum.board.submit({ id, command, actor: { personId: person.id, role: person.role } })
  } catch (error) {
    log.error({ err: error, command: command.type }, 'a command could not be answered')
    return { type: 'refused', refusal: fault('not-saved') }
  }
}

/** What a star comes to: null where it is on disk, else why not. Never rejects. */
export const answerStar = async (asked: Asked, { sessionId, on }: Star): Promise<Refusal | null> => {
  const { forum, clock, log, person } = asked
  const refusal = whyNot(asked)
  if (refusal !== null || person === null) return refusal
  const actor = { personId: person.id, role: person.role }
  const context = { actor, now: clock.now(), interest: (id: CommandId) => forum.interest.count(id) }
  const decided = decideStar(forum.board.board, sessionId, context)
  if (decided !== null) return decided
  try {
    await forum.interest.set(person.id, sessionId, on)
    return null
  } catch (error) {
    log.error({ err: error }, 'a star could not be saved')
    return fault('not-saved')
  }
}
