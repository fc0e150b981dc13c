import type { ForumSlug } from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import { limits } from '../../shared/limits.ts'
import { type ClientMessage, PROTOCOL, type ServerMessage } from '../../shared/protocol.ts'
import { openBrowserSocket } from '../sync/browser-socket.ts'
import { parseMessage } from '../sync/parse-message.ts'
import type { Missed } from './own-offers.ts'

/** An entry of a log. */
export interface LogPlace {
  readonly epoch: string
  readonly seq: number
}

/** What was missed until that entry. */
export interface MissedUntil extends Missed {
  readonly until: number
}

/** Entries that are asked for at the most: while the greeting is under way some may be written. */
const reach = limits.resumeEntries - 50

/** What a forum answers to somebody who has seen all until that entry; null where it does not. */
const greet = (slug: ForumSlug, hello: ClientMessage): Promise<ServerMessage | null> =>
  new Promise((resolve) => {
    const socket = openBrowserSocket(slug)(
      {
        opened: () => socket.send(JSON.stringify(hello)),
        heard: (frame) => typeof frame === 'string' && end(parseMessage(frame)),
        closed: () => end(null),
      },
      false,
    )
    const end = (answer: ServerMessage | null) => {
      clearTimeout(late)
      resolve(answer)
      socket.close()
    }
    const late = setTimeout(() => end(null), limits.greetingMilliseconds)
  })

/**
 * What a device missed while it was away. A page begins with the board as it is now, which tells nothing of how it came
 * to that: so the forum is greeted once more, as by somebody who has seen no more than this device had then.
 * @param at what its board shows now
 * @param since the last entry that it heard; null where that is not known
 * @returns null where the server has it no longer at hand, undefined where there is no answer
 */
export const fetchMissed = async (
  slug: ForumSlug,
  language: Language,
  at: LogPlace,
  since: LogPlace | null,
): Promise<MissedUntil | null | undefined> => {
  const { epoch } = at
  const earliest = Math.max(0, at.seq - reach)
  // Of a log that was restored the numbers mean others than they did.
  const isKnown = since !== null && since.epoch === epoch && since.seq <= at.seq
  const seq = isKnown ? Math.max(since.seq, earliest) : earliest
  const answer = await greet(slug, { type: 'hello', protocol: PROTOCOL, epoch, seq, language })
  if (answer?.type === 'resync') return null
  if (answer?.type !== 'welcome') return undefined
  return { entries: answer.entries, isWhole: isKnown && seq === since.seq, until: answer.seq }
}
