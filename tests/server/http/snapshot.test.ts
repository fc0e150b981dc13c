import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { boardToJson } from '../../../shared/board-json.ts'
import { before, propose, sessionId } from '../../support/boards.ts'
import { type Device, type TestApp, testApp } from '../../support/test-app.ts'
import { virtualTime } from '../../support/virtual-time.ts'

const time = virtualTime(before)
let server: TestApp
let ana: Device

beforeAll(async () => {
  server = await testApp({ clock: time })
  ana = await server.join('Ana')
  await server.command(ana, propose(1))
})
afterAll(() => server.close())

const url = '/api/forums/essai'
const get = (headers: Record<string, string> = {}) => server.app.inject({ method: 'GET', url, headers })

test('the snapshot is the board at a seq, with names and counts', async () => {
  await server.ask('PUT', `${url}/stars/${sessionId(1)}`, { token: ana.token, body: { on: true } })
  time.advance(1000)
  const { forum } = server
  expect((await get()).json()).toEqual({
    epoch: forum.epoch,
    seq: forum.board.seq,
    serverTime: time.now(),
    board: JSON.parse(JSON.stringify(boardToJson(forum.board.board))),
    people: [...forum.people.all],
    counts: { [sessionId(1)]: 1 },
  })
})

test('it says nothing of tokens, secrets or who starred', async () => {
  const { body } = await get()
  expect(body).not.toContain(ana.token)
  expect(body).not.toContain(server.secret)
  expect(body).not.toContain('token')
})

test('P10 each answer says the server’s time, also that nothing changed since', async () => {
  const { etag } = (await get()).headers
  time.advance(90_000)
  const same = await get({ 'if-none-match': String(etag) })
  expect([same.statusCode, Number(same.headers['server-time'])]).toEqual([304, time.now()])
})

test('with the ETag it answers 304 without a body, until something changes', async () => {
  const etag = String((await get()).headers.etag)
  expect(etag).toMatch(/^W\/"[0-9a-f-]{36}-\d+-\d+"$/)
  const same = await get({ 'if-none-match': etag })
  expect({ status: same.statusCode, body: same.body, etag: same.headers.etag }).toEqual({ status: 304, body: '', etag })
  expect((await get({ 'if-none-match': etag.replace('W/', '') })).statusCode).toBe(304)
  await server.command(ana, propose(2))
  const changed = await get({ 'if-none-match': etag })
  expect(changed.statusCode).toBe(200)
  expect(changed.headers.etag).not.toBe(etag)
})

test('a name that changes, and a star, make a new version too', async () => {
  const first = (await get()).headers.etag
  await server.ask('PATCH', `${url}/me`, { token: ana.token, body: { name: 'Anaïs' } })
  const second = (await get()).headers.etag
  expect(second).not.toBe(first)
  time.advance(1000)
  await server.ask('PUT', `${url}/stars/${sessionId(1)}`, { token: ana.token, body: { on: false } })
  const third = await get()
  expect(third.headers.etag).not.toBe(second)
  expect(third.json().counts).toEqual({})
})

test('a burst of stars makes one version a second', async () => {
  await server.ask('PUT', `${url}/stars/${sessionId(1)}`, { token: ana.token, body: { on: true } })
  time.advance(1000)
  const first = (await get()).headers.etag
  await server.ask('PUT', `${url}/stars/${sessionId(2)}`, { token: ana.token, body: { on: true } })
  expect((await get()).headers.etag).toBe(first)
  time.advance(1000)
  expect((await get()).json().counts).toEqual({ [sessionId(1)]: 1, [sessionId(2)]: 1 })
})

test.each([
  ['br', 'gzip, deflate, br', (bytes: Buffer) => brotliDecompressSync(bytes)],
  ['gzip', 'gzip, deflate, br;q=0', (bytes: Buffer) => gunzipSync(bytes)],
  [undefined, 'identity', (bytes: Buffer) => bytes],
] as const)('it is sent as %s to who accepts "%s"', async (encoding, accepted, decode) => {
  const plain = (await get()).json()
  const response = await get({ 'accept-encoding': accepted })
  expect(response.headers['content-encoding']).toBe(encoding)
  expect(response.headers.vary).toBe('accept-encoding')
  expect(JSON.parse(decode(response.rawPayload).toString())).toEqual(plain)
})

test('it is encoded once for all who ask within a second', () => {
  const { snapshot } = server.forum
  const first = snapshot.current()
  time.advance(900)
  expect(snapshot.current()).toBe(first)
  expect(snapshot.current().bytes('br')).toBe(first.bytes('br'))
  time.advance(200)
  // The time in it would be too old for a phone that sets its clock by it.
  expect(snapshot.current()).not.toBe(first)
  expect(snapshot.current().etag).toBe(first.etag)
})

test('the stars of a withdrawn session are not told of', async () => {
  await server.command(ana, propose(2))
  await server.ask('PUT', `${url}/stars/${sessionId(2)}`, { token: ana.token, body: { on: true } })
  await server.command(ana, { type: 'withdraw', sessionId: sessionId(2) })
  time.advance(2000)
  expect(Object.keys((await get()).json().counts)).not.toContain(sessionId(2))
})
