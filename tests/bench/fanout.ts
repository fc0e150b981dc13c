import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Socket as IoSocket, io } from 'socket.io-client'
import { WebSocket } from 'ws'
import { newId } from '../../client/sync/new-id.ts'
import { PROTOCOL, type Snapshot } from '../../shared/protocol.ts'
import { widePlan } from '../support/wide-plan.ts'
import { benchTime } from './bench-time.ts'
import { startChild } from './child.ts'
import { inTurns, median, percentile, printBars } from './figures.ts'

const phones = 1000
const rounds = 6
const sends = 25
/** Longer than entries are joined for: each commit here is a lone one. */
const between = 70

/** Somebody who can make one thing reach a thousand phones, and know when the last has it. */
interface Contender {
  readonly name: string
  readonly p95s: number[]
  /** The same from when it was asked for. */
  readonly askedP95s: number[]
  send(): void
  /** Resolves when every phone has heard once more. */
  heard(): Promise<void>
  /** When the server had what it last sent and began to send it, as `benchTime`: ours once it is on disk. */
  began(): Promise<number>
  close(): Promise<void>
}

/** Counts arrivals; resolves at the thousandth. */
const arrivals = () => {
  let left = 0
  let done = () => {}
  return {
    one: () => {
      left -= 1
      if (left === 0) done()
    },
    all: () =>
      new Promise<void>((resolve) => {
        left = phones
        done = resolve
      }),
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })

const opened = (socket: WebSocket, after: (socket: WebSocket) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    socket.once('error', reject)
    socket.once('open', () => after(socket))
    socket.once('message', () => resolve())
  })

const connectAll = async (one: (n: number) => Promise<void>): Promise<void> => {
  for (let n = 0; n < phones; n += 50) await Promise.all(Array.from({ length: 50 }, (_, k) => one(n + k)))
}

const ours = async (): Promise<Contender & { frame: string }> => {
  const folder = await mkdtemp(join(tmpdir(), 'forum-bench-'))
  const port = await freePort()
  const env = { PORT: String(port), HOST: '127.0.0.1', DATA_DIR: folder, LOG_LEVEL: 'warn', PUBLIC_URL: '' }
  const child = await startChild('tests/bench/servers/counted-forum.ts', [], env, /#(\S+)\s*$/)
  const origin = `http://127.0.0.1:${port}`
  const post = async (path: string, body: object, token = '') => {
    const headers = {
      'content-type': 'application/json',
      ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
    }
    const answer = await fetch(`${origin}/api/forums${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return answer.json()
  }
  const { slug, secret } = await post('', { secret: child.match[1], plan: widePlan(10, 10, Date.now()) })
  const { token } = await post(`/${slug}/join`, { name: 'Banc' })
  await post(`/${slug}/facilitator`, { secret }, token)
  const sessionId = newId()
  const command = (body: object) => ({ id: newId(), command: body })
  await post(`/${slug}/commands`, command({ type: 'propose', sessionId, title: 'Mesure' }), token)
  const snapshot: Snapshot = await (await fetch(`${origin}/api/forums/${slug}`)).json()
  const hello = { type: 'hello', protocol: PROTOCOL, epoch: snapshot.epoch, seq: snapshot.seq, language: 'fr' }
  const cells = snapshot.board.slots.map((slot) => ({ roomId: snapshot.board.rooms[0]?.id ?? '', slotId: slot.id }))
  const counted = arrivals()
  const state = { frame: '', turn: 0 }
  const sockets: WebSocket[] = []
  await connectAll(async (n) => {
    const headers = n === 0 ? { authorization: `Bearer ${token}` } : {}
    const socket = new WebSocket(`ws://127.0.0.1:${port}/api/forums/${slug}/live`, {
      headers,
      perMessageDeflate: false,
    })
    sockets.push(socket)
    await opened(socket, () => socket.send(JSON.stringify(hello)))
    socket.on('message', (data) => {
      const text = data.toString()
      if (!text.startsWith('{"type":"entries"')) return
      state.frame = text
      counted.one()
    })
  })
  const mine = sockets[0]
  return {
    name: 'forum-ouvert',
    p95s: [],
    askedP95s: [],
    get frame() {
      return state.frame
    },
    send: () => {
      state.turn += 1
      const cell = cells[state.turn % cells.length]
      mine?.send(JSON.stringify({ type: 'command', ...command({ type: 'claim', sessionId, ...cell }) }))
    },
    heard: counted.all,
    began: async () => (await (await fetch(`${origin}/reads`)).json()).committedAt,
    close: async () => {
      for (const socket of sockets) socket.terminate()
      await child.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const bareWs = async (frame: string): Promise<Contender> => {
  const child = await startChild('tests/bench/servers/bare-ws.ts', [frame], {}, /^port (\d+)$/)
  const counted = arrivals()
  const sockets: WebSocket[] = []
  await connectAll(async () => {
    const socket = new WebSocket(`ws://127.0.0.1:${child.match[1]}`, { perMessageDeflate: false })
    sockets.push(socket)
    await new Promise((resolve) => socket.once('open', resolve))
    socket.on('message', (data) => data.toString().startsWith('{"type":"entries"') && counted.one())
  })
  return {
    name: 'bare ws',
    p95s: [],
    askedP95s: [],
    send: () => sockets[0]?.send('go'),
    heard: counted.all,
    began: () =>
      new Promise((resolve) => {
        sockets[0]?.once('message', (data) => resolve(Number(String(data))))
        sockets[0]?.send('when')
      }),
    close: async () => {
      for (const socket of sockets) socket.terminate()
      await child.stop()
    },
  }
}

const socketIo = async (frame: string): Promise<Contender> => {
  const child = await startChild('tests/bench/servers/socket-io.ts', [frame], {}, /^port (\d+)$/)
  const counted = arrivals()
  const sockets: IoSocket[] = []
  await connectAll(async () => {
    const socket = io(`http://127.0.0.1:${child.match[1]}`, { transports: ['websocket'], forceNew: true })
    sockets.push(socket)
    await new Promise<void>((resolve) => socket.once('connect', () => resolve()))
    socket.on('entries', () => counted.one())
  })
  return {
    name: 'Socket.IO',
    p95s: [],
    askedP95s: [],
    send: () => sockets[0]?.emit('go'),
    heard: counted.all,
    began: async () => sockets[0]?.emitWithAck('when'),
    close: async () => {
      for (const socket of sockets) socket.disconnect()
      await child.stop()
    },
  }
}

const measure = async (contender: Contender): Promise<void> => {
  const times: number[] = []
  const asked: number[] = []
  for (let n = 0; n < sends; n += 1) {
    const all = contender.heard()
    const start = benchTime()
    contender.send()
    await all
    const end = benchTime()
    asked.push(end - start)
    times.push(end - (await contender.began()))
    await pause(between)
  }
  contender.p95s.push(percentile(times, 0.95))
  contender.askedP95s.push(percentile(asked, 0.95))
}

/** G1: from the commit of a claim to the last of a thousand phones, against a bare loop that sends the same frame. */
export const fanout = async (): Promise<boolean> => {
  const own = await ours()
  // One commit gives the frame that the others send too.
  const first = own.heard()
  own.send()
  await first
  const bare = await bareWs(own.frame)
  const io = await socketIo(own.frame)
  const contenders = [own, bare, io]
  for (const contender of contenders) await measure(contender)
  for (const { p95s, askedP95s } of contenders) p95s.length = askedP95s.length = 0
  await inTurns(
    rounds,
    contenders.map((contender) => () => measure(contender)),
  )
  const [mine = 0, ws = 0, sio = 0] = contenders.map(({ p95s }) => median(p95s))
  for (const contender of contenders) await contender.close()
  return printBars(`fanout: ${phones} phones, ${rounds} rounds of ${sends}, frame of ${own.frame.length} bytes`, [
    { name: 'forum-ouvert, commit to last phone, p95', value: mine, unit: ' ms' },
    { name: 'bare ws, begun to last phone, p95', value: ws, unit: ' ms' },
    { name: 'Socket.IO, begun to last phone, p95', value: sio, unit: ' ms' },
    { name: 'forum-ouvert / bare ws', value: mine / ws, bar: { type: 'at most', value: 1.15 } },
    { name: 'forum-ouvert / Socket.IO', value: mine / sio, bar: { type: 'at most', value: 0.5 } },
    { name: 'forum-ouvert, claim sent to last phone, p95', value: median(own.askedP95s), unit: ' ms' },
    {
      name: 'forum-ouvert / bare ws, from asking to last phone',
      value: median(own.askedP95s) / median(bare.askedP95s),
    },
  ])
}
