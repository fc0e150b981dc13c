import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type WebSocket, WebSocketServer } from 'ws'
import { type ChaosProxy, chaosProxy } from './chaos-proxy.ts'
import { realPhone } from './real-phone.ts'

/* The proxy itself, so that what it is said to do to a line is what it does. */

let http: ReturnType<typeof createServer>
let sockets: WebSocketServer
let proxy: ChaosProxy

beforeEach(async () => {
  http = createServer((_request, response) => response.end(JSON.stringify({ text: 'x'.repeat(5000) })))
  sockets = new WebSocketServer({ server: http })
  http.listen(0, 'localhost')
  await once(http, 'listening')
  proxy = await chaosProxy(`http://localhost:${(http.address() as AddressInfo).port}`, () => 0.5)
})
afterEach(async () => {
  await proxy.close()
  for (const socket of sockets.clients) socket.terminate()
  http.close()
})

/** A phone and the server's end of its line. */
const line = async () => {
  const opened = once(sockets, 'connection')
  const phone = await realPhone(proxy.origin.replace('http', 'ws'))
  const [server] = (await opened) as [WebSocket]
  return { phone, server }
}

/** Milliseconds until a message has gone up. */
const goesUp = async ({ phone, server }: Awaited<ReturnType<typeof line>>): Promise<number> => {
  const begun = performance.now()
  const arrived = once(server, 'message')
  phone.say({ type: 'ping' })
  await arrived
  return performance.now() - begun
}

const get = () => fetch(`${proxy.origin}/api/health`, { redirect: 'manual' })

test('in fair weather everything passes', async () => {
  expect(((await (await get()).json()) as { text: string }).text.length).toBe(5000)
  expect(await goesUp(await line())).toBeLessThan(500)
  expect(proxy.lines).toBeGreaterThan(0)
})

test('latency, jitter and bandwidth delay what passes', async () => {
  const open = await line()
  proxy.weather({ latency: 100, jitter: 100 })
  expect(await goesUp(open)).toBeGreaterThanOrEqual(149)
  proxy.weather({ latency: 0, jitter: 0, bytesPerSecond: 10_000 })
  const begun = performance.now()
  await (await get()).text()
  expect(performance.now() - begun).toBeGreaterThan(450)
})

test('a reset ends both ends at once', async () => {
  const { phone, server } = await line()
  const serverEnded = once(server, 'close')
  proxy.reset()
  expect((await phone.ended).code).toBe(1006)
  await serverEnded
})

test('a silent cut tells neither end, and leaves new lines alone', async () => {
  const cut = await line()
  proxy.cutSilently()
  let hasArrived = false
  cut.server.once('message', () => {
    hasArrived = true
  })
  cut.phone.say({ type: 'ping' })
  await goesUp(await line())
  expect([hasArrived, cut.phone.socket.readyState, cut.server.readyState]).toEqual([false, 1, 1])
})

test('a lost phone leaves the server a half-open line', async () => {
  const { phone, server } = await line()
  proxy.loseDownstream()
  await phone.ended
  await get()
  expect(server.readyState).toBe(1)
})

test('a one-way stall holds one direction, and what was held arrives', async () => {
  const open = await line()
  proxy.weather({ down: 'hold' })
  open.server.send(JSON.stringify({ type: 'presence', here: 3 }))
  await goesUp(open)
  expect(open.phone.heard).toEqual([])
  proxy.weather({ down: 'pass' })
  expect(await open.phone.next('presence')).toEqual({ type: 'presence', here: 3 })
})

test('an answer can end in the middle', async () => {
  const { hostname, port } = new URL(proxy.origin)
  const socket = connect({ host: hostname, port: Number(port) })
  await once(socket, 'connect')
  await expect.poll(() => proxy.lines).toBe(1)
  proxy.truncateAfter(1000)
  let received = ''
  socket.on('data', (bytes) => {
    received += String(bytes)
  })
  socket.write('GET / HTTP/1.1\r\nHost: here\r\n\r\n')
  await once(socket, 'close')
  expect(received.length).toBe(1000)
})

test('somebody else answers in the server’s place: with a page, with a redirect, not at all', async () => {
  proxy.answer('html')
  expect((await get()).headers.get('content-type')).toBe('text/html')
  proxy.answer('redirect')
  expect((await get()).status).toBe(302)
  proxy.answer('refuse')
  await expect(get()).rejects.toThrow()
  proxy.answer('server')
  expect((await get()).status).toBe(200)
})
