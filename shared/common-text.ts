import type { Board } from './board.ts'
import type { Entry } from './events.ts'

/**
 * How entries look, with what is said most often at the end, where it is cheapest to point at. Spelled out here, for a default
 * that changes elsewhere would change what both ends hold.
 */
const usual: Entry = {
  seq: 1,
  commandId: '',
  by: '',
  at: 0,
  events: [
    {
      type: 'session-proposed',
      session: {
        id: '',
        title: '',
        description: '',
        hosts: [''],
        collectiveId: null,
        format: 'discussion',
        tags: [],
        needs: [],
        language: '',
        length: 1,
        expected: null,
        links: [],
        remarks: '',
        locked: false,
      },
    },
    { type: 'session-edited', sessionId: '', changes: { title: '' } },
    { type: 'session-released', sessionId: '' },
    { type: 'session-placed', sessionId: '', roomId: '', slotIds: [''] },
  ],
}
const looks = JSON.stringify({ type: 'entries', entries: [usual, usual] })

/** What deflate can point back at (RFC 1951: 32,768 bytes), less the little that it keeps free. Ids and `looks` are ASCII. */
const reach = 32_000

/** How the common text is made. Raised by one with each change of it: who asks for another way is sent text. */
export const PACKING = 1

/**
 * A text that the server and each phone at the same seq both hold without sending it (P12): entries are packed against it
 * (P21), for they are mostly ids that the board knows.
 */
export const commonText = (board: Board): string => {
  const sessions = [...board.sessions.values()].map(({ id, hosts }) => `${id} ${hosts.join(' ')}`)
  const others = [board.offers, board.collectives, board.rooms, board.slots].flatMap((map) => [...map.keys()])
  return [...sessions, ...others, looks].join(' ').slice(-reach)
}
