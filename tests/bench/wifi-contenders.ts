import { once } from 'node:events'
import { io } from 'socket.io-client'
import { WebSocket } from 'ws'
import { startChild } from './child.ts'
import { makeHall } from './hall.ts'
import { boardDigest } from './own-phone.ts'
import type { PhoneKind } from './roamers.ts'

/** A server that is told something and hands it on to its phones. */
export interface Contender {
  readonly name: string
  readonly kind: PhoneKind
  readonly origin: string
  readonly slug: string
  readonly tokens: readonly string[]
  /** Whether it sends again what a phone missed. */
  readonly replays: boolean
  /** Resolves when the server has taken it and handed it on. */
  say(id: string): Promise<void>
  /** Of what the phones should show; empty where there is no board. */
  digest(): Promise<string>
  stop(): Promise<void>
}

/** About as large as one of our entries. */
const entry = (id: string) => ({ id, title: `Sujet ${id}`, description: 'x'.repeat(300) })

const ours = async (phones: number): Promise<Contender> => {
  const hall = await makeHall(phones)
  const server = await hall.start('server/main.ts')
  return {
    name: 'forum-ouvert',
    kind: 'forum-ouvert',
    origin: hall.origin,
    slug: hall.slug,
    tokens: hall.tokens,
    replays: true,
    say: hall.propose,
    digest: async () => boardDigest((await hall.snapshot()).board),
    stop: async () => {
      await server.stop()
      await hall.remove()
    },
  }
}

const bareWs = async (): Promise<Contender> => {
  const server = await startChild('tests/bench/servers/relay-ws.ts', [], {}, /^port (\d+)$/)
  const origin = `http://127.0.0.1:${server.match[1]}`
  const speaker = new WebSocket(origin.replace('http', 'ws'), { perMessageDeflate: false })
  await once(speaker, 'open')
  return {
    name: 'bare ws',
    kind: 'bare ws',
    origin,
    slug: '',
    tokens: [],
    replays: false,
    say: async (id) => {
      const heard = once(speaker, 'message')
      speaker.send(JSON.stringify(entry(id)))
      await heard
    },
    digest: async () => '',
    stop: async () => {
      speaker.terminate()
      await server.stop()
    },
  }
}

const socketIo = async (recovery: 'recovery' | 'standard'): Promise<Contender> => {
  const server = await startChild('tests/bench/servers/relay-socket-io.ts', ['0', recovery], {}, /^port (\d+)$/)
  const origin = `http://127.0.0.1:${server.match[1]}`
  const speaker = io(origin, { transports: ['websocket'], forceNew: true })
  await new Promise<void>((resolve) => speaker.once('connect', () => resolve()))
  return {
    name: recovery === 'recovery' ? 'Socket.IO with recovery' : 'Socket.IO',
    kind: 'Socket.IO',
    origin,
    slug: '',
    tokens: [],
    replays: recovery === 'recovery',
    say: async (id) => {
      await speaker.emitWithAck('relay', entry(id))
    },
    digest: async () => '',
    stop: async () => {
      speaker.disconnect()
      await server.stop()
    },
  }
}

/** Each opens its server for so many phones: ours, a bare web socket, Socket.IO as it comes, and with its recovery. */
export const contenders: readonly ((phones: number) => Promise<Contender>)[] = [
  ours,
  bareWs,
  () => socketIo('standard'),
  () => socketIo('recovery'),
]
