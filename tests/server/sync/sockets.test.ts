import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readPlacements } from '../../../db/placements.ts'
import type { Command } from '../../../shared/commands/command.schema.ts'
import { limits } from '../../../shared/limits.ts'
import { claim, propose, sessionId } from '../../support/boards.ts'
import { helloOf, listen, type RealPhone, realPhone } from '../../support/real-phone.ts'
import { type Device, type TestApp, testApp } from '../../support/test-app.ts'
import { slotId } from '../../support/test-plan.ts'

let server: TestApp
let address: string
let url: string

beforeEach(async () => {
  server = await testApp()
  address = await listen(server.app)
  url = `ws://${address}/api/forums/essai/live`
})
afterEach(() => server.close())

const bearer = ({ token }: Device) => ({ authorization: `Bearer ${token}` })

const greeted = async (device: Device | null): Promise<RealPhone> => {
  const phone = await realPhone(url, device === null ? {} : bearer(device))
  phone.say(helloOf(server.forum.epoch, server.forum.board.seq))
  await phone.next('welcome')
  return phone
}

const send = async (phone: RealPhone, command: Command, id = randomUUID()) => {
  phone.say({ type: 'command', id, command })
  const refused = phone.next('refused', (message) => message.commandId === id)
  const entries = phone.next('entries', ({ entries }) => entries.some(({ commandId }) => commandId === id))
  return Promise.race([refused, entries])
}

test('U1 what one phone does reaches the others', async () => {
  const [ana, wall] = [await greeted(await server.join('Ana')), await greeted(null)]
  const id = randomUUID()
  await send(ana, propose(1), id)
  const { entries } = await wall.next('entries')
  expect(entries).toMatchObject([
    { commandId: id, events: [{ type: 'session-proposed', session: { title: 'Sujet 1' } }] },
  ])
})

test('the cookie of the forum says who it is, and another forum’s does not', async () => {
  const { person, token } = await server.join('Ana')
  const mine = await realPhone(url, { cookie: `forum-essai=${token}`, origin: `http://${address}` })
  mine.say(helloOf(server.forum.epoch, 0))
  expect((await mine.next('welcome')).you).toEqual(person)
  const other = await realPhone(url, { cookie: `forum-autre=${token}` })
  other.say(helloOf(server.forum.epoch, 0))
  expect((await other.next('welcome')).you).toBeNull()
})

test.each([
  'null',
  'https://evil.example',
  'http://evil.example',
  'http://localhost:3000.evil.example',
  'http://127.0.0.1',
  'http://127.0.0.1:1',
  'http://localhost',
  'file://',
])('I5 a page of %s gets no socket', async (origin) => {
  const device = await server.join('Ana')
  await expect(realPhone(url, { origin, ...bearer(device) })).rejects.toThrow('403')
})

test('I5 the pages of the host that was asked, and of the public address, get one', async () => {
  for (const origin of [`http://${address}`, server.services.config.publicUrl]) {
    const phone = await realPhone(url, { origin })
    expect(phone.socket.readyState).toBe(phone.socket.OPEN)
  }
})

test('an unknown forum answers 404, and the route without an upgrade 404 in JSON', async () => {
  await expect(realPhone(`ws://${address}/api/forums/rien/live`)).rejects.toThrow('404')
  expect((await server.ask('GET', '/api/forums/essai/live')).status).toBe(404)
})

test('frames are not compressed, even for a phone that offers it', async () => {
  const phone = await realPhone(url, { 'sec-websocket-extensions': 'permessage-deflate' })
  expect(phone.socket.extensions).toBe('')
})

test('P8 a frame above sixteen kilobytes closes the line with 1009', async () => {
  const [big, calm] = [await greeted(null), await greeted(null)]
  big.socket.send('x'.repeat(limits.frameBytes + 1))
  expect((await big.ended).code).toBe(1009)
  calm.say({ type: 'ping' })
  await calm.next('pong')
})

test('P8 binary is answered as malformed, then the line is closed; broken UTF-8 closes it with 1007', async () => {
  const binary = await greeted(null)
  binary.socket.send(Buffer.from([1, 2, 3]))
  await binary.next('malformed')
  binary.socket.send(Buffer.from([1, 2, 3]))
  expect((await binary.ended).code).toBe(1008)
  const broken = await greeted(null)
  broken.socket.send(Buffer.from([0xff, 0xfe, 0xfd]), { binary: false })
  expect((await broken.ended).code).toBe(1007)
})

test('what a phone says right with the upgrade is heard', async () => {
  const hello = JSON.stringify(helloOf(server.forum.epoch, server.forum.board.seq))
  const { promise, resolve } = Promise.withResolvers<unknown>()
  const socket = await server.app.injectWS(
    '/api/forums/essai/live',
    {},
    {
      onInit: (opening) => opening.once('message', (data) => resolve(JSON.parse(String(data)))),
      onOpen: (opened) => opened.send(hello),
    },
  )
  expect(await promise).toMatchObject({ type: 'welcome' })
  socket.terminate()
})

test('a person has at most a dozen sockets, and gets a place again when one closes', async () => {
  const device = await server.join('Ana')
  const phones = await Promise.all(Array.from({ length: limits.socketsPerPerson }, () => greeted(device)))
  const surplus = await realPhone(url, bearer(device))
  expect(await surplus.next('goodbye')).toEqual({
    type: 'goodbye',
    reason: 'too-many',
    returnAfter: expect.any(Number),
  })
  expect((await surplus.ended).code).toBe(1013)
  await greeted(await server.join('Brieuc'))
  phones[0]?.socket.close()
  await phones[0]?.ended
  await expect.poll(async () => (await greeted(device)).socket.readyState).toBe(1)
})

test('B1, B12 a stampede on one cell over sockets: one wins, each other reads who and gets free cells', async () => {
  const count = 60
  const phones = await Promise.all(
    Array.from({ length: count }, async (_, n) => {
      const phone = await greeted(await server.join(`Personne ${n}`))
      await send(phone, propose(n))
      return phone
    }),
  )
  const answers = await Promise.all(phones.map((phone, n) => send(phone, claim(n, 'hall', slotId('0930')))))
  const winner = answers.findIndex(({ type }) => type === 'entries')
  expect(answers.filter(({ type }) => type === 'entries').length).toBe(1)
  for (const answer of answers) {
    if (answer.type !== 'refused') continue
    expect(answer.refusal).toMatchObject({
      code: 'place-free',
      holder: { sessionId: sessionId(winner), title: `Sujet ${winner}` },
      alternatives: [{ slotId: slotId('0930') }, { slotId: slotId('0930') }, expect.anything()],
    })
  }
  const rows = await readPlacements(server.database.db, server.forum.id)
  expect(rows.map((row) => row.sessionId)).toEqual([sessionId(winner)])
})

test('P11 closing the server tells each phone when to return, and is over soon', async () => {
  const phones = await Promise.all(Array.from({ length: 20 }, () => greeted(null)))
  const silent = await realPhone(url)
  const begun = performance.now()
  await server.app.close()
  expect(performance.now() - begun).toBeLessThan(5000)
  for (const phone of phones) {
    expect(await phone.next('goodbye')).toMatchObject({ reason: 'restarting', returnAfter: expect.any(Number) })
    expect((await phone.ended).code).toBe(1001)
  }
  expect((await silent.ended).code).toBe(1001)
})
