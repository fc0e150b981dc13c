import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { WebSocket } from 'ws'
import { type ClientMessage, PROTOCOL, type ServerMessage } from '../../shared/protocol.ts'

/** A phone over a real socket. */
export interface RealPhone {
  readonly socket: WebSocket
  /** All that was heard so far as text. */
  readonly heard: readonly ServerMessage[]
  say(message: ClientMessage): void
  /** The first message, heard already or to come, that fits. */
  next<T extends ServerMessage['type']>(
    type: T,
    fits?: (message: Extract<ServerMessage, { type: T }>) => boolean,
  ): Promise<Extract<ServerMessage, { type: T }>>
  /** How the line ended. */
  readonly ended: Promise<{ readonly code: number; readonly reason: string }>
}

/** Listens on a free port. @returns the address, "127.0.0.1:4711" */
export const listen = async (app: Pick<FastifyInstance, 'listen' | 'server'>): Promise<string> => {
  await app.listen({ port: 0, host: '127.0.0.1' })
  return `127.0.0.1:${(app.server.address() as AddressInfo).port}`
}

/** Opens a socket; rejects with the status where the server does not want it. */
export const realPhone = (url: string, headers: Readonly<Record<string, string>> = {}): Promise<RealPhone> => {
  const socket = new WebSocket(url, { headers })
  const heard: ServerMessage[] = []
  const waiting = new Set<() => void>()
  socket.on('message', (data, isBinary) => {
    if (isBinary) return
    heard.push(JSON.parse(String(data)))
    for (const look of [...waiting]) look()
  })
  const ended = new Promise<{ code: number; reason: string }>((resolve) => {
    socket.once('close', (code, reason) => resolve({ code, reason: String(reason) }))
  })
  const next: RealPhone['next'] = (type, fits = () => true) =>
    new Promise((resolve) => {
      const look = () => {
        const found = heard.find((message) => message.type === type && fits(message as never))
        if (found === undefined) return
        waiting.delete(look)
        resolve(found as never)
      }
      waiting.add(look)
      look()
    })
  const phone = { socket, heard, ended, next, say: (message: ClientMessage) => socket.send(JSON.stringify(message)) }
  return new Promise((resolve, reject) => {
    socket.once('open', () => resolve(phone))
    socket.once('unexpected-response', (_request, response) => reject(new Error(String(response.statusCode))))
    socket.on('error', reject)
  })
}

export const helloOf = (epoch: string, seq: number): ClientMessage => ({
  type: 'hello',
  protocol: PROTOCOL,
  epoch,
  seq,
})
