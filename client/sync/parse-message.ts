import type { ServerMessage } from '../../shared/protocol.ts'

const types: Readonly<Record<ServerMessage['type'], true>> = {
  welcome: true,
  entries: true,
  refused: true,
  starred: true,
  people: true,
  you: true,
  counts: true,
  presence: true,
  trouble: true,
  resync: true,
  malformed: true,
  pong: true,
  goodbye: true,
}

/**
 * The server is our own and sends what it is typed to send, so only the kind is looked at; a message of a kind that this
 * build does not know (a newer server), or that is no JSON (a captive portal), is null.
 */
export const parseMessage = (text: string): ServerMessage | null => {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null || !('type' in value)) return null
    return typeof value.type === 'string' && Object.hasOwn(types, value.type) ? (value as ServerMessage) : null
  } catch {
    return null
  }
}
