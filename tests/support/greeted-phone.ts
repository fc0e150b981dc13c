import { randomUUID } from 'node:crypto'
import type { LiveForum } from '../../server/board/live-forum.ts'
import type { Command } from '../../shared/commands/command.schema.ts'
import type { Entry } from '../../shared/events.ts'
import { limits } from '../../shared/limits.ts'
import type { Person, ServerMessage } from '../../shared/protocol.ts'
import { type HandPhone, handPhone } from './socket-pair.ts'
import type { TestApp } from './test-app.ts'
import type { VirtualTime } from './virtual-time.ts'

/**
 * A phone by hand that has been greeted, and has heard what everyone hears then.
 * @param time the clock of the forum's server
 */
export const greetedPhone = (forum: LiveForum, time: VirtualTime, person: Person | null = null): HandPhone => {
  const phone = handPhone(forum, time, { person })
  phone.hello()
  time.advance(limits.gatherMilliseconds)
  phone.flush()
  return phone
}

/** Until all that was said is on disk and answered; the first answer to an old command may come from the log. */
export const allAnswered = async ({ services }: Pick<TestApp, 'services'>): Promise<void> => {
  await services.committer.idle()
  await new Promise((resolve) => setImmediate(resolve))
}

/** What a phone says to have something done. @param command need not be one: the server must say so */
export const commandText = (command: Command | object, id = randomUUID()): string =>
  JSON.stringify({ type: 'command', id, command })

export const typesOf = (messages: readonly ServerMessage[]): readonly ServerMessage['type'][] =>
  messages.map(({ type }) => type)

/** The entries of each frame that brought some. */
export const entriesIn = (messages: readonly ServerMessage[]): readonly (readonly Entry[])[] =>
  messages.flatMap((message) => (message.type === 'entries' ? [message.entries] : []))
