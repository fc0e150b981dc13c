import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Snapshot } from '../../shared/protocol.ts'
import { freePort } from '../support/free-port.ts'
import { projectRoot } from '../support/project-files.ts'
import { helloOf, realPhone } from '../support/real-phone.ts'
import { type RunningProcess, runScript, startScript } from '../support/run-process.ts'
import { type TemporaryFolder, temporaryFolder } from '../support/temporary-database.ts'

let folder: TemporaryFolder
let port: number
let started: RunningProcess[]

beforeEach(async () => {
  folder = await temporaryFolder()
  port = await freePort()
  started = []
})
afterEach(async () => {
  for (const { child, finished } of started) {
    child.kill('SIGKILL')
    await finished
  }
  await folder.remove()
})

const environment = (more: Readonly<Record<string, string>> = {}) => ({
  DATA_DIR: folder.file('data'),
  PORT: String(port),
  ...more,
})

const serve = async (more: Readonly<Record<string, string>> = {}): Promise<RunningProcess> => {
  const server = startScript('server/main.ts', [], environment(more))
  started.push(server)
  await server.says('forum-ouvert')
  return server
}

const cli = (...args: string[]) => runScript('server/cli.ts', args, environment())
const get = async (path: string): Promise<Response> => fetch(`http://localhost:${port}${path}`)
const brest = join(projectRoot, 'server/example/brest-2024.json')

test('I1 the first start prints a set-up link once, and it works', async () => {
  const server = await serve()
  await server.says('/new#')
  const secret = /\/new#([\w-]{22})/.exec(server.out())?.[1]
  expect(secret).toBeDefined()
  const response = await fetch(`http://localhost:${port}/api/forums`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ secret, plan: { nothing: true } }),
  })
  expect(response.status).toBe(400)
  server.child.kill('SIGTERM')
  expect((await server.finished).code).toBe(0)
  const again = await serve()
  expect((await get('/api/health')).status).toBe(200)
  expect(again.out()).not.toContain('/new#')
})

test('S5 a second server on the same data says so in one line and stops, the first goes on', async () => {
  const first = await serve()
  const second = await runScript('server/main.ts', [], { ...environment(), PORT: String(await freePort()) })
  expect(second).toEqual({
    code: 1,
    out: '',
    error: `Another forum-ouvert (process ${first.child.pid}) uses ${folder.file('data')} already: stop it, or set DATA_DIR.\n`,
  })
  expect((await get('/api/health')).status).toBe(200)
})

test('S5 a port that is taken, and a wrong setting, are one line each', async () => {
  await serve()
  const taken = await runScript('server/main.ts', [], { ...environment(), DATA_DIR: folder.file('other') })
  expect(taken.code).toBe(1)
  expect(taken.error).toMatch(/^The port is in use already: stop the other program, or set PORT\. .*\n$/)
  const wrong = await runScript('server/main.ts', [], environment({ PORT: 'http' }))
  expect(wrong).toEqual({ code: 1, out: '', error: 'PORT must be a number from 0 to 65535, not "http".\n' })
})

test('S5 a data folder that is a file, or below one, is one line', async () => {
  const file = folder.file('notes.txt')
  await writeFile(file, 'notes')
  for (const script of ['server/main.ts', 'server/cli.ts']) {
    const below = await runScript(script, ['list'], { ...environment(), DATA_DIR: join(file, 'data') })
    const itself = await runScript(script, ['list'], { ...environment(), DATA_DIR: file })
    expect(itself).toEqual({ code: 1, out: '', error: expect.stringMatching(/^DATA_DIR is a file: [^\n]*\n$/) })
    expect(below).toEqual({ code: 1, out: '', error: expect.stringMatching(/^DATA_DIR is below a file: [^\n]*\n$/) })
  }
})

test('S5 a file that is no database of ours is not touched', async () => {
  const data = folder.file('plain')
  await mkdir(data)
  await writeFile(join(data, 'forum.db'), 'my recipes, for thirty years, all of them in this one file'.repeat(40))
  const { code, error } = await runScript('server/main.ts', [], { ...environment(), DATA_DIR: data })
  expect(code).toBe(1)
  expect(error).toMatch(/^The database .*forum\.db is damaged .*\n$/)
})

test('the command line works beside a running server, which finds the new forum at once; restore waits', async () => {
  await serve()
  const { code } = await cli('create', '--from', brest, '--start', '2031-01-01', '--sample', '--slug', 'essai')
  expect(code).toBe(0)
  const { board } = (await (await get('/api/forums/essai')).json()) as Snapshot
  expect(board.sessions.length).toBe(14)
  expect((await cli('backup', folder.file('copy.db'))).code).toBe(0)
  const restore = await cli('restore', folder.file('copy.db'))
  expect(restore).toEqual({ code: 1, out: '', error: `A server runs on ${folder.file('data')}: stop it first.\n` })
})

test('P11 SIGTERM says goodbye to each phone, ends within ten seconds, loses nothing and logs no secret', async () => {
  await cli('create', '--from', brest, '--start', '2031-01-01', '--slug', 'essai')
  const server = await serve({ LOG_LEVEL: 'trace' })
  const snapshot = (await (await get('/api/forums/essai')).json()) as Snapshot
  const joined = await fetch(`http://localhost:${port}/api/forums/essai/join`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"name":"Ana"}',
  })
  const { token } = (await joined.json()) as { token: string }
  const phone = await realPhone(`ws://localhost:${port}/api/forums/essai/live`, { authorization: `Bearer ${token}` })
  phone.say(helloOf(snapshot.epoch, snapshot.seq))
  await phone.next('welcome')
  const id = '00000000-0000-4000-8000-000000000001'
  phone.say({ type: 'command', id, command: { type: 'propose', sessionId: id, title: 'Juste avant' } })
  await phone.next('entries')
  const begun = performance.now()
  server.child.kill('SIGTERM')
  expect(await phone.next('goodbye')).toMatchObject({ reason: 'restarting', returnAfter: expect.any(Number) })
  expect((await phone.ended).code).toBe(1001)
  expect((await server.finished).code).toBe(0)
  expect(performance.now() - begun).toBeLessThan(9000)
  // Even the most talkative log says no token, no name and no address.
  expect(server.out()).toContain('"level"')
  for (const secret of [token, 'Ana', 'Bearer', '::1', 'remoteAddress']) expect(server.out()).not.toContain(secret)
  await serve()
  const after = (await (await get('/api/forums/essai')).json()) as Snapshot
  expect(after.epoch).toBe(snapshot.epoch)
  expect(after.board.sessions.map(({ title }) => title)).toEqual(['Juste avant'])
})

test('L2 kill -9 in a burst of claims: every acknowledged entry is there after the restart', async () => {
  await cli('create', '--from', brest, '--start', '2031-01-01', '--slug', 'essai')
  const server = await serve()
  const url = `http://localhost:${port}/api/forums/essai`
  const post = (path: string, body: object, token = '') =>
    fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token === '' ? {} : { authorization: `Bearer ${token}` }) },
      body: JSON.stringify(body),
    })
  const tokens = await Promise.all(
    Array.from(
      { length: 20 },
      async (_, n) => ((await (await post('/join', { name: `P${n}` })).json()) as { token: string }).token,
    ),
  )
  const acknowledged: number[] = []
  const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
  const burst = Array.from({ length: 400 }, async (_, n) => {
    const command = { type: 'propose', sessionId: uuid(n), title: `Sujet ${n}` }
    const answer = await post('/commands', { id: uuid(1000 + n), command }, tokens[n % 20])
    if (answer.status === 200) acknowledged.push(((await answer.json()) as { seq: number }).seq)
    if (acknowledged.length === 40) server.child.kill('SIGKILL')
  })
  await Promise.allSettled(burst)
  await server.finished
  expect(acknowledged.length).toBeGreaterThanOrEqual(40)
  await serve()
  const { board, seq } = (await (await get('/api/forums/essai')).json()) as Snapshot
  expect(seq).toBeGreaterThanOrEqual(Math.max(...acknowledged))
  expect(board.sessions.length).toBeGreaterThanOrEqual(acknowledged.length)
})
