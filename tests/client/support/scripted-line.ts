import type { Socket, SocketEvents } from '../../../client/sync/connection.ts'
import { pack } from '../../../server/sync/pack.ts'
import type { ClientMessage, ServerMessage } from '../../../shared/protocol.ts'

/**
 * A socket whose other end is played by the test: what the phone said is read as messages, what the server says is queued
 * and handed over when the test flushes.
 */
export interface ScriptedLine {
  /** What the phone said since it was last read. */
  said(): readonly ClientMessage[]
  open(): void
  say(...messages: readonly ServerMessage[]): void
  /** Text as it comes over the wire. */
  sayText(text: string): void
  /** Packed against `common` (P21). */
  sayPacked(message: ServerMessage, common: string): void
  /** Whether the phone asked for packed entries. */
  readonly isPacked: boolean
  /** The network closes the line. */
  cut(): void
  readonly closedByPhone: () => boolean
}

export interface ScriptedLines {
  readonly openSocket: (events: SocketEvents, packed: boolean) => Socket
  /** The line of the phone's latest try. */
  latest(): ScriptedLine
  /** How often the phone tried. */
  count(): number
}

const lineOf = (events: SocketEvents, isPacked: boolean): { readonly line: ScriptedLine; readonly socket: Socket } => {
  let unread: ClientMessage[] = []
  let closed = false
  const line: ScriptedLine = {
    said: () => {
      const read = unread
      unread = []
      return read
    },
    open: () => events.opened(),
    say: (...messages) => {
      for (const message of messages) events.heard(JSON.stringify(message))
    },
    sayText: (text) => events.heard(text),
    sayPacked: (message, common) => {
      events.heard(Uint8Array.from(pack(Buffer.from(JSON.stringify(message)), common)).buffer)
    },
    isPacked,
    cut: () => events.closed(),
    closedByPhone: () => closed,
  }
  const socket: Socket = {
    send: (text) => void unread.push(JSON.parse(text)),
    close: () => {
      closed = true
    },
  }
  return { line, socket }
}

export const scriptedLines = (): ScriptedLines => {
  const lines: ScriptedLine[] = []
  return {
    openSocket: (events, packed) => {
      const { line, socket } = lineOf(events, packed)
      lines.push(line)
      return socket
    },
    latest: () => {
      const line = lines.at(-1)
      if (line === undefined) throw new Error('the phone has opened no socket')
      return line
    },
    count: () => lines.length,
  }
}
