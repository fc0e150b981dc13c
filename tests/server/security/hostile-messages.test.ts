import { randomUUID } from 'node:crypto'
import { connect, type Socket } from 'node:net'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readMessage } from '../../../server/sync/read-message.ts'
import { limits } from '../../../shared/limits.ts'
import { sessionId } from '../../support/boards.ts'
import { helloOf, listen, type RealPhone, realPhone } from '../../support/real-phone.ts'
import { handPhone } from '../../support/socket-pair.ts'
import { type Device, type TestApp, testApp } from '../../support/test-app.ts'

/* What no phone of ours would say: refused in order, nobody else hurt, and the memory flat. */

let server: TestApp
let address: string
let ana: Device
beforeAll(async () => {
  server = await testApp()
  address = await listen(server.app)
  ana = await server.join('Ana')
})
afterAll(() => server.close())

const url = () => `ws://${address}/api/forums/essai/live`
const greeted = async (): Promise<RealPhone> => {
  const phone = await realPhone(url(), { authorization: `Bearer ${ana.token}` })
  phone.say(helloOf(server.forum.epoch, server.forum.board.seq))
  await phone.next('welcome')
  return phone
}

const deep = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`
const id = randomUUID()
const command = (inner: string): string => `{"type":"command","id":"${id}","command":${inner}}`
const propose1 = `"type":"propose","sessionId":"${sessionId(1)}","title":"T"`

/** Frames that are text, and no message. */
const hostile: readonly (readonly [string, string])[] = [
  ['as many levels as fit into a frame', deep(8000)],
  ['sixteen thousand levels that never close', '['.repeat(16_000)],
  ['thousands of levels in a field', command(`{${propose1},"tags":${deep(4000)}}`)],
  ['objects in objects', `${'{"a":'.repeat(2500)}1${'}'.repeat(2500)}`],
  ['__proto__ at the top', '{"type":"ping","__proto__":{"role":"facilitator"}}'],
  ['__proto__ in a command', command(`{${propose1},"__proto__":{"hosts":["x"]}}`)],
  ['constructor.prototype', command(`{${propose1},"constructor":{"prototype":{"role":"facilitator"}}}`)],
  ['a type out of the prototype', '{"type":"toString"}'],
  ['__proto__ as a type', '{"type":"__proto__"}'],
  ['a type in the prototype', '{"__proto__":{"type":"ping"}}'],
  ['a command out of the prototype', command('{"type":"constructor"}')],
  ['a command in the prototype', command(`{"__proto__":{${propose1}}}`)],
  ['somebody else as the author', command(`{${propose1},"by":"team","role":"facilitator"}`)],
  ['a time of its own', `{"type":"command","id":"${id}","at":0,"command":{${propose1}}}`],
  ['a role of its own', '{"type":"hello","protocol":2,"epoch":"","seq":0,"role":"facilitator"}'],
  ['a number as a title', command(`{"type":"propose","sessionId":"${sessionId(1)}","title":1e999}`)],
  ['no text at all', ''],
  ['null', 'null'],
  ['a bare number', '1e308'],
  ['a list of messages', '[{"type":"ping"}]'],
  ['two values', '{"type":"ping"}{"type":"ping"}'],
  ['a zero byte', '{"type":"ping"}\u0000'],
  ['a byte order mark', '\ufeff{"type":"ping"}'],
  ['a comment', '/**/{"type":"ping"}'],
  ['not a number', '{"type":"hello","protocol":NaN,"epoch":"","seq":0}'],
]

describe('P8 hostile messages', () => {
  test.each(hostile)('P8 %s is malformed, and once more ends the line', async (_what, text) => {
    expect(text.length).toBeLessThan(limits.frameBytes)
    const phone = handPhone(server.forum, server.services.clock, { person: ana.person })
    phone.hello()
    phone.flush()
    phone.say(text)
    expect(phone.flush().map(({ type }) => type)).toEqual(['malformed'])
    phone.say(text)
    expect(phone.end).toEqual({ type: 'closed', code: 1008, reason: 'malformed' })
    expect(server.forum.board.board.sessions.size).toBe(0)
    expect(({} as { role?: string }).role).toBeUndefined()
    phone.peer.closed()
  })

  test.each([
    ['ten thousand levels', deep(10_000), 400],
    ['ten thousand levels in a field', `{"id":"${id}","command":{${propose1},"tags":${deep(10_000)}}}`, 400],
    ['__proto__', `{"id":"${id}","command":{${propose1}},"__proto__":{"role":"facilitator"}}`, 400],
    ['__proto__ in a command', `{"id":"${id}","command":{${propose1},"__proto__":{}}}`, 400],
    ['constructor.prototype', `{"id":"${id}","command":{${propose1},"constructor":{"prototype":{}}}}`, 400],
    ['broken UTF-8 in a title', Buffer.from(`{"id":"${id}","command":{"type":"\xff`, 'latin1'), 400],
  ])('P8 %s in a body answers %s', async (_what, payload, status) => {
    const { statusCode } = await server.app.inject({
      method: 'POST',
      url: '/api/forums/essai/commands',
      headers: { authorization: `Bearer ${ana.token}`, 'content-type': 'application/json' },
      payload,
    })
    expect(statusCode).toBe(status)
    expect(server.forum.board.board.sessions.size).toBe(0)
  })

  test('P8 a hundred thousand of them leave nothing behind in memory', () => {
    setFlagsFromString('--expose-gc')
    const collect: () => void = runInNewContext('gc')
    const texts = hostile.map(([, text]) => text).filter((text) => text.length < 1000)
    const read = (count: number) => {
      for (let n = 0; n < count; n += 1) {
        if (readMessage(texts[n % texts.length] ?? '').type === 'right') throw new Error('it was taken for a message')
      }
    }
    read(10_000)
    collect()
    const before = process.memoryUsage().heapUsed
    read(100_000)
    collect()
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(4e6)
  })
})

/** A socket by hand, below what a library would send: text, frames, whatever. */
const rawSocket = async (): Promise<Socket> => {
  const [host = '', port = ''] = address.split(':')
  const socket = connect(Number(port), host)
  socket.on('error', () => undefined)
  const answered = new Promise<string>((resolve) => socket.once('data', (data) => resolve(String(data))))
  socket.write(
    `GET /api/forums/essai/live HTTP/1.1\r\nHost: ${address}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
      'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n',
  )
  expect(await answered).toMatch(/^HTTP\/1\.1 101 /)
  return socket
}
const closed = (socket: Socket): Promise<void> => new Promise((resolve) => socket.once('close', () => resolve()))

/** A frame of RFC 6455, masked with zeros. */
const frame = (first: number, payload: Buffer, saysLength = payload.length): Buffer => {
  const length =
    saysLength < 126 ? Buffer.from([0x80 | saysLength]) : Buffer.from([0x80 | 126, saysLength >> 8, saysLength & 255])
  return Buffer.concat([Buffer.from([first]), length, Buffer.alloc(4), payload])
}

describe('P8 hostile lines', () => {
  test('P8 frames that break the protocol, and a message that grows past the cap in pieces, end their own line only', async () => {
    const calm = await greeted()
    const piece = Buffer.alloc(4000, 0x20)
    const lines: readonly (readonly Buffer[])[] = [
      // A reserved bit, as compression would set it; an unknown opcode; a ping that is too long; no mask.
      [frame(0xc1, Buffer.from('x'))],
      [frame(0x83, Buffer.from('x'))],
      [frame(0x89, Buffer.alloc(126))],
      [Buffer.from([0x81, 0x01, 0x78])],
      // Text that is never the last piece.
      [frame(0x01, piece), ...Array.from({ length: 5 }, () => frame(0x00, piece))],
      // A length that is a lie: the server must not wait for it.
      [Buffer.concat([Buffer.from([0x81, 0xff, 0, 0, 0, 1, 0, 0, 0, 0]), Buffer.alloc(4)])],
    ]
    await Promise.all(
      lines.map(async (frames) => {
        const socket = await rawSocket()
        const ended = closed(socket)
        for (const each of frames) socket.write(each)
        socket.resume()
        await ended
      }),
    )
    calm.say({ type: 'ping' })
    await calm.next('pong')
    calm.socket.terminate()
  })

  test('I9 pings of the line itself count as messages: a flood of them ends, and a neighbour feels nothing', async () => {
    const [loud, calm] = [await greeted(), await greeted()]
    // Fifty at a time, each answered: so many unanswered ones would end the line for another reason.
    let pongs = 0
    loud.socket.on('pong', () => {
      pongs += 1
    })
    const isOpen = () => loud.socket.readyState === loud.socket.OPEN
    for (let sent = 0; isOpen() && sent < 3 * limits.messageBurst; sent += 50) {
      for (let n = 0; n < 50; n += 1) loud.socket.ping()
      await expect.poll(() => !isOpen() || pongs === sent + 50, { interval: 1 }).toBe(true)
    }
    expect(pongs).toBeGreaterThanOrEqual(limits.messageBurst - 50)
    expect((await loud.ended).code).toBe(1006)
    calm.socket.ping()
    calm.say({ type: 'ping' })
    await calm.next('pong')
    calm.socket.terminate()
  })

  test('P7 who sends pings and reads no answer is cut before answers pile up', async () => {
    const socket = await rawSocket()
    socket.pause()
    const ended = closed(socket)
    const burst = Buffer.concat(Array.from({ length: 500 }, () => frame(0x89, Buffer.alloc(125))))
    for (let n = 0; n < 20; n += 1) socket.write(burst)
    socket.resume()
    await ended
  })
})
