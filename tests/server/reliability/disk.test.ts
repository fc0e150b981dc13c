import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { propose, sessionId } from '../../support/boards.ts'
import { type TemporaryFolder, temporaryFolder } from '../../support/temporary-database.ts'
import { buildDiskShim, type Disk, type DiskShim, diskFor } from './support/disk-shim.ts'
import { type RealServer, realServer } from './support/real-server.ts'

// Processes of their own take long to start where the machine is busy.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

let shimFolder: TemporaryFolder
let shim: DiskShim
let server: RealServer

beforeAll(async () => {
  shimFolder = await temporaryFolder()
  shim = await buildDiskShim(shimFolder)
  return () => shimFolder.remove()
})
beforeEach(async () => {
  server = await realServer()
})
afterEach(() => server.remove())

const disk = (skip: (note: string) => never): Promise<Disk> =>
  shim.type === 'built' ? diskFor(shim.library, server.folder, server.dataDir) : skip(shim.why)

const saved = async (): Promise<readonly string[]> =>
  (await server.snapshot()).board.sessions.map(({ id }) => id).filter((id) => id < sessionId(100))
const refusalOf = (body: unknown): unknown => (body as { refusal?: { code: string } }).refusal?.code
const health = () => server.ask('GET', '/api/health')

test.for([
  ['a sync of the disk that fails', 'sync-fails', 'The disk could not be read or written'],
  ['a full disk', 'is-full', 'The disk is full'],
] as const)(
  'L13 %s: nothing is acknowledged, phones are told, reading works, and it heals by itself',
  async ([_what, order, sentence], { skip }) => {
    const it = await disk(skip)
    await server.start(it.environment)
    const ana = await server.join('Ana')
    const phone = await server.phone(ana)
    expect((await server.command(ana, propose(1))).status).toBe(200)

    await it.order(order)
    const dropped = randomUUID()
    const refused = await server.command(ana, propose(2), dropped)
    expect([refused.status, refusalOf(refused.body)]).toEqual([503, 'not-saved'])
    expect(await phone.next('trouble')).toEqual({ type: 'trouble', readOnly: true, mismatch: false })
    expect(refusalOf((await server.command(ana, propose(3))).body)).toBe('read-only')
    expect(await health()).toMatchObject({
      status: 200,
      body: { ok: false, ready: true, degraded: true, reasons: [{ code: 'read-only' }] },
    })
    expect(((await health()).body as { reasons: { message: string }[] }).reasons[0]?.message).toContain(sentence)
    expect(await saved()).toEqual([sessionId(1)])
    await server.says('read-only until it can')
    // Who comes now is told at once, reads, and can't be let in by name: that would have to be saved.
    const late = await server.phone()
    expect(await late.next('trouble')).toMatchObject({ readOnly: true })
    expect((await server.ask('POST', '/api/forums/essai/join', { body: { name: 'Brieuc' } })).status).toBe(503)

    await it.order('nothing')
    expect(await phone.next('trouble', ({ readOnly }) => !readOnly)).toMatchObject({ mismatch: false })
    await server.says('can be written again')
    // The same command under the same id was never decided: now it is.
    expect((await server.command(ana, propose(2), dropped)).status).toBe(200)
    expect(await health()).toMatchObject({ status: 200, body: { ok: true, reasons: [] } })
    await server.stop('SIGKILL')
    await server.start()
    expect(await saved()).toEqual([sessionId(1), sessionId(2)])
  },
)

/** Another program that holds the right to write. @returns how to let go, which resolves when it has */
const hold = async (): Promise<() => Promise<void>> => {
  const script = join(import.meta.dirname, 'support/hold-write.ts')
  const child = spawn(process.execPath, [script, join(server.dataDir, 'forum.db')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()))
  await new Promise<void>((resolve) => child.stdout.once('data', () => resolve()))
  return () => {
    child.stdin.end()
    return gone
  }
}

test('L15 a database that another program holds for three seconds delays answers and refuses none; reading goes on', async () => {
  await server.start()
  const ana = await server.join('Ana')
  const phone = await server.phone(ana)
  const letGo = await hold()
  const commanded = server.command(ana, propose(1))
  const begun = performance.now()
  let pings = 0
  // What is being tested is a span of time; meanwhile the board is read again and again, and the line lives.
  while (performance.now() - begun < 3000) {
    // Not with every read: a quick machine would say more of them than the server lets one phone say.
    if (performance.now() - begun > 50 * pings) {
      phone.say({ type: 'ping' })
      pings += 1
    }
    expect((await server.snapshot()).board.sessions.some(({ id }) => id === sessionId(1))).toBe(false)
  }
  await letGo()
  expect((await commanded).status).toBe(200)
  const pongs = () => phone.heard.filter(({ type }) => type === 'pong').length
  await expect.poll(pongs, { timeout: 10_000 }).toBe(pings)
  expect(pings).toBeGreaterThan(5)
  expect(phone.heard.some(({ type }) => type === 'trouble')).toBe(false)
  expect(await saved()).toEqual([sessionId(1)])
})

test('L15 one that is held for longer is said: refused, read-only, and well again when it is let go', async () => {
  await server.start()
  const ana = await server.join('Ana')
  const phone = await server.phone(ana)
  const letGo = await hold()
  const { body } = await server.command(ana, propose(1))
  expect(refusalOf(body)).toBe('not-saved')
  await phone.next('trouble', ({ readOnly }) => readOnly)
  await server.says('Another process holds the database')
  expect(await saved()).toEqual([])
  await letGo()
  await phone.next('trouble', ({ readOnly }) => !readOnly)
  expect((await server.command(ana, propose(1))).status).toBe(200)
})
