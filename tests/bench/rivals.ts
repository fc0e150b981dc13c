import { type Child, startChild } from './child.ts'
import type { Line, TongueName } from './line.ts'

/** A server that does nothing but send one frame to everybody, for each that somebody asks for. */
export interface Rival {
  readonly name: string
  readonly tongue: TongueName
  readonly script: string
  /** After the frame. */
  readonly options: readonly string[]
  /** Where its sockets are. */
  readonly path: string
  /** What a phone says to have the frame sent. */
  readonly go: string
}

const socketIo = {
  tongue: 'socket-io',
  script: 'tests/bench/servers/socket-io.ts',
  path: '/socket.io/?EIO=4&transport=websocket',
  go: '42["go"]',
} as const

/** Bare `ws`, and Socket.IO as it comes and with its recovery of lost connections. */
export const rivals: readonly Rival[] = [
  { name: 'bare ws', tongue: 'ws', script: 'tests/bench/servers/bare-ws.ts', options: [], path: '/', go: 'go' },
  { name: 'Socket.IO', ...socketIo, options: [] },
  { name: 'Socket.IO, recovery', ...socketIo, options: ['recovery'] },
]

export interface ServedRival {
  readonly child: Child
  readonly line: Line
}

/** @param frame a frame of ours, as text: what it sends */
export const serveRival = async (
  { tongue, script, options, path }: Rival,
  frame: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<ServedRival> => {
  const child = await startChild(script, [frame, ...options], environment, /^port (\d+)$/)
  return { child, line: { tongue, url: `ws://127.0.0.1:${child.match[1]}${path}`, hello: '' } }
}
