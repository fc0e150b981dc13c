import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loggerOptions } from '../../../server/logger.ts'
import { sessionId } from '../../support/boards.ts'
import { freePort } from '../../support/free-port.ts'
import { filesUnder, projectRoot, readProjectFile } from '../../support/project-files.ts'
import { helloOf, realPhone } from '../../support/real-phone.ts'
import { type RunningProcess, runScript, startScript } from '../../support/run-process.ts'
import { type TemporaryFolder, temporaryFolder } from '../../support/temporary-database.ts'

/* A server that logs as much as it can, behind a proxy, is told secrets in every way: where are they afterwards? */

const device = 'Mozilla/5.0 (Marked Device 7)'
const from = '203.0.113.77'
const name = 'Azenor Keravel'
const said = { 'content-type': 'application/json', 'user-agent': device, 'x-forwarded-for': from }

let folder: TemporaryFolder
let server: RunningProcess
let log: string
let files: ReadonlyMap<string, Buffer>
let token: string
let secret: string

beforeAll(async () => {
  folder = await temporaryFolder()
  const port = await freePort()
  const environment = { DATA_DIR: folder.file('data'), PORT: String(port), TRUST_PROXY: 'true', LOG_LEVEL: 'trace' }
  const plan = join(projectRoot, 'server/example/brest-2024.json')
  const made = await runScript('server/cli.ts', ['create', '--from', plan, '--slug', 'essai'], environment)
  secret = (JSON.parse(made.out) as { secret: string }).secret
  server = startScript('server/main.ts', [], environment)
  await server.says('forum-ouvert')
  const forum = `http://localhost:${port}/api/forums/essai`
  const post = (path: string, body: string, headers: Readonly<Record<string, string>> = {}) =>
    fetch(forum + path, { method: 'POST', headers: { ...said, ...headers }, body })
  const joined = await post('/join', JSON.stringify({ name }))
  token = ((await joined.json()) as { token: string }).token
  const mine = { authorization: `Bearer ${token}` }
  await post('/facilitator', JSON.stringify({ secret }), mine)
  // By mistakes that people and programs make: in the query, in a path, in a body that is none, in a cookie.
  for (const path of [`/me?token=${token}`, `/entries?after=${secret}`, `/rooms/${secret}/now?t=${token}`]) {
    await fetch(forum + path, { headers: { ...said, cookie: `forum-essai=${token}` } })
  }
  await fetch(`http://localhost:${port}/essai/desk?secret=${secret}`, { headers: said })
  await post('/commands', `{"id": "${token}", "secret": ${secret}`, mine)
  await post(`/commands?token=${token}`, JSON.stringify({ token, secret }), mine)
  const { epoch, seq } = (await (await fetch(forum)).json()) as { epoch: string; seq: number }
  const phone = await realPhone(`ws://localhost:${port}/api/forums/essai/live?token=${token}`, { ...said, ...mine })
  phone.say(helloOf(epoch, seq))
  await phone.next('welcome')
  phone.say({
    type: 'command',
    id: sessionId(1),
    command: { type: 'propose', sessionId: sessionId(1), title: 'Un sujet' },
  })
  await phone.next('entries')
  phone.socket.send(`{"token":"${token}"}`)
  await phone.next('malformed')
  phone.socket.send('x'.repeat(20_000))
  await phone.ended
  const read = await Promise.all(
    (await readdir(folder.file('data'))).map(
      async (file) => [file, await readFile(join(folder.file('data'), file))] as const,
    ),
  )
  files = new Map(read)
  server.child.kill('SIGTERM')
  const finished = await server.finished
  // Its own address it says itself, at the start.
  const lines = (finished.out + finished.error).split('\n').filter((line) => !line.includes('Server listening at'))
  log = lines.join('\n')
})
afterAll(() => folder.remove())

describe('I14 secrets', () => {
  test('I14 are in no line of the log, not even where they were sent in a query, a path or a broken body', () => {
    expect(log).toContain('"level"')
    for (const word of [token, 'Bearer', 'forum-essai=']) expect([word, log.includes(word)]).toEqual([word, false])
    const lines = log.split('\n').filter((line) => line.includes(secret))
    expect(lines).toEqual([])
  })

  test('I14 are in no file of the data folder', () => {
    expect([...files.keys()]).toContain('forum.db')
    const found = [...files].filter(([, bytes]) => bytes.includes(token) || bytes.includes(secret))
    expect(found.map(([file]) => file)).toEqual([])
    // The search finds what is there.
    expect([...files.values()].some((bytes) => bytes.includes('Un sujet'))).toBe(true)
  })
})

describe('I14 people', () => {
  test('I14 of somebody only the shown name is kept: no address, no device, in no file', () => {
    expect([...files.values()].some((bytes) => bytes.includes(name))).toBe(true)
    for (const word of [from, '127.0.0.1', '::1', device, 'Mozilla']) {
      const found = [...files].filter(([, bytes]) => bytes.includes(word))
      expect([word, found.map(([file]) => file)]).toEqual([word, []])
    }
  })

  test('I14 and the log holds neither their name, nor their address, nor their device', () => {
    for (const word of [name, from, '127.0.0.1', '::1', device, 'remoteAddress']) {
      expect([word, log.includes(word)]).toEqual([word, false])
    }
  })
})

test('I14 a line about a request is its method and its path: no query, no header, no address', () => {
  const options = loggerOptions('trace')
  const serializers = typeof options === 'object' ? options.serializers : undefined
  const headers = { authorization: `Bearer ${token}`, cookie: `forum-essai=${token}` }
  const request = { method: 'GET', url: `/api/forums/essai/me?token=${token}`, headers, ip: from, remoteAddress: from }
  expect(serializers?.req?.(request as never)).toEqual({ method: 'GET', url: '/api/forums/essai/me' })
})

describe('I6 the server', () => {
  test('I6 opens no line to anybody: nothing in its code could', () => {
    const sources = ['server', 'db', 'shared'].flatMap(filesUnder).filter((path) => path.endsWith('.ts'))
    expect(sources.length).toBeGreaterThan(100)
    const outgoing =
      /\bfetch\(|XMLHttpRequest|new WebSocket\b|\.request\(|from '(?:node:)?(?:https?|http2|net|tls|dgram|dns|undici)'/
    // Types of Node's own server, and whether a text is an address.
    const harmless = /import type .*|import \{ isIP \} from 'node:net'/g
    const found = sources.filter((path) => outgoing.test(readProjectFile(path).replace(harmless, '')))
    expect(found).toEqual([])
  })
})
