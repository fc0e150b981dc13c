import { decideStar } from '../../shared/decide-star.ts'
import type { SessionId } from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import type { Star } from '../../shared/protocol.schema.ts'
import type { ClientMessage, Person, ServerMessage } from '../../shared/protocol.ts'
import { fault, type Refusal } from '../../shared/refusals.ts'
import { refusalJson } from '../../shared/sentences.ts'
import type { LiveForum } from '../board/live-forum.ts'
import type { Answer } from '../board/submission.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import { shownEntry } from './frame.ts'

type Commanded = Extract<ClientMessage, { type: 'command' }>

export interface Asked {
  readonly forum: LiveForum
  readonly clock: Clock
  readonly log: Log
  /** Whose device it is, as of now. */
  readonly person: Person | null
  readonly language: Language
}

/** Why this person may do nothing at all now; null where they may. Takes one from their allowance. */
const whyNot = ({ forum, person }: Asked): Refusal | null => {
  if (person === null) return fault('not-joined')
  return forum.allowance.take(person) ? null : fault('too-fast')
}

const decideCommand = async (asked: Asked, { id, command, reason }: Commanded): Promise<Answer> => {
  const { forum, log, person } = asked
  const refusal = whyNot(asked)
  if (refusal !== null || person === null) return { type: 'refused', refusal: refusal ?? fault('not-joined') }
  try {
    return await forum.board.submit({ id, command, reason, actor: { personId: person.id, role: person.role } })
  } catch (error) {
    log.error({ err: error, command: command.type }, 'a command could not be answered')
    return { type: 'refused', refusal: fault('not-saved') }
  }
}

/** Null where the star is on disk, else why not. */
const setStar = async (asked: Asked, { sessionId, on }: Star): Promise<Refusal | null> => {
  const { forum, clock, log, person } = asked
  const refusal = whyNot(asked)
  if (refusal !== null || person === null) return refusal
  const actor = { personId: person.id, role: person.role }
  const context = { actor, now: clock.now(), interest: (id: SessionId) => forum.interest.count(id) }
  const decided = decideStar(forum.board.board, sessionId, context)
  if (decided !== null) return decided
  try {
    await forum.interest.set(person.id, sessionId, on)
    return null
  } catch (error) {
    log.error({ err: error }, 'a star could not be saved')
    void forum.probe()
    return fault('not-saved')
  }
}

const refused = (commandId: string, refusal: Refusal, language: Language): ServerMessage => ({
  type: 'refused',
  commandId,
  refusal: refusalJson(refusal, language),
})

/**
 * What a command of the socket comes to (P2); null where nothing is left to say: its entry reaches its sender as it
 * reaches everybody. Never rejects.
 */
export const answerCommand = async (asked: Asked, message: Commanded): Promise<ServerMessage | null> => {
  const sentBefore = asked.forum.hub.sentSeq
  const answer = await decideCommand(asked, message)
  if (answer.type === 'refused') return refused(message.id, answer.refusal, asked.language)
  // One that was sent to everybody before is not sent to everybody again: its first answer is repeated here.
  return answer.entry.seq <= sentBefore ? { type: 'entries', entries: [shownEntry(answer.entry)] } : null
}

/** What a star of the socket comes to. Never rejects. */
export const answerStar = async (asked: Asked, message: Star): Promise<ServerMessage> => {
  const { id, sessionId, on } = message
  const refusal = await setStar(asked, message)
  if (refusal !== null) return refused(id, refusal, asked.language)
  return { type: 'starred', id, sessionId, on, count: asked.forum.interest.count(sessionId) }
}
