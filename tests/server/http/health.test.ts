import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase } from '../../../db/open.ts'
import { Pulse } from '../../../server/jobs/pulse.ts'
import { Troubles } from '../../../server/jobs/troubles.ts'
import { propose } from '../../support/boards.ts'
import { temporaryFolder } from '../../support/temporary-database.ts'
import { type TestApp, type TestAppOptions, testApp } from '../../support/test-app.ts'
import { virtualTime } from '../../support/virtual-time.ts'

const start = 1_720_000_000_000

let server: TestApp | undefined
const opened = async (options: TestAppOptions = {}): Promise<TestApp> => {
  server = await testApp(options)
  return server
}
beforeEach(() => {
  server = undefined
})
afterEach(() => server?.close())

test('L11 health says live, ready, and nothing wrong', async () => {
  const { ask, services } = await opened()
  const { status, body, headers } = await ask('GET', '/api/health')
  expect({ status, body, cache: headers['cache-control'] }).toEqual({
    status: 200,
    body: { ok: true, version: services.config.version, live: true, ready: true, degraded: false, reasons: [] },
    cache: 'no-store',
  })
})

test('L11 what is wrong is named with since when, and the board can still be read: 200', async () => {
  const { ask, services } = await opened({ clock: virtualTime(start) })
  services.troubles.raise('read-only', 'Nothing can be saved: The disk is full.')
  services.troubles.raise('backup', 'The last backup failed: the log says why.')
  expect(await ask('GET', '/api/health')).toMatchObject({
    status: 200,
    body: {
      ok: false,
      ready: true,
      degraded: true,
      reasons: [
        { code: 'read-only', message: 'Nothing can be saved: The disk is full.', forum: null, since: start },
        { code: 'backup', message: 'The last backup failed: the log says why.', forum: null, since: start },
      ],
    },
  })
  services.troubles.clear('read-only')
  services.troubles.clear('backup')
  expect(await ask('GET', '/api/health')).toMatchObject({ status: 200, body: { ok: true, reasons: [] } })
})

test('L11 a database that does not answer is not ready: 503, within two seconds, until it does', async () => {
  const time = virtualTime(start)
  const { ask, services } = await opened({ clock: time })
  const { promise: held, resolve: letGo } = Promise.withResolvers<void>()
  const { promise: begun, resolve: began } = Promise.withResolvers<void>()
  // Somebody has the connection and does not give it back.
  const holding = services.db.transaction().execute(async () => {
    began()
    await held
  })
  await begun
  const asked = ask('GET', '/api/health')
  await new Promise((resolve) => setImmediate(resolve))
  time.advance(2000)
  expect(await asked).toMatchObject({
    status: 503,
    body: { ok: false, live: true, ready: false, degraded: true, reasons: [{ code: 'unanswered' }] },
  })
  letGo()
  await holding
  time.advance(1000)
  expect(await ask('GET', '/api/health')).toMatchObject({ status: 200, body: { ok: true, reasons: [] } })
})

test('L11 whoever asks often costs one read a second', async () => {
  const folder = await temporaryFolder()
  const reads: string[] = []
  const db = await openDatabase(folder.file('forum.db'), { log: (event) => void reads.push(event.query.sql) })
  const clock = virtualTime(start)
  const pulse = new Pulse({ db, clock, troubles: new Troubles(clock) })
  reads.length = 0
  await Promise.all(Array.from({ length: 50 }, () => pulse.beats()))
  clock.advance(1000)
  await Promise.all(Array.from({ length: 50 }, () => pulse.beats()))
  expect(reads).toEqual(['pragma data_version', 'pragma data_version'])
  await db.destroy()
  await folder.remove()
})

const sample = (text: string, name: string): number | undefined => {
  const line = text.split('\n').find((one) => one.startsWith(`${name} `))
  return line === undefined ? undefined : Number(line.slice(name.length + 1))
}

const metricsOf = async ({ app }: TestApp, headers: Record<string, string> = {}, remoteAddress = '127.0.0.1') => {
  const { statusCode, body } = await app.inject({
    url: '/metrics',
    headers: { host: 'localhost:3000', ...headers },
    remoteAddress,
  })
  return { statusCode, body }
}

test('L11 metrics count what happened: commands, refusals, entries, transactions', async () => {
  const it = await opened()
  const ana = await it.join('Ana')
  await it.command(ana, propose(1))
  await it.command(ana, propose(1))
  const { statusCode, body } = await metricsOf(it)
  const forum = it.forum.id
  expect({
    statusCode,
    proposed: sample(body, 'forum_commands_total{command="propose"}'),
    refused: sample(body, 'forum_refusals_total{rule="already-exists"}'),
    slowed: sample(body, 'forum_refusals_total{rule="too-fast"}'),
    entries: sample(body, `forum_entries{forum="${forum}"}`),
    sockets: sample(body, `forum_sockets{forum="${forum}"}`),
    readOnly: sample(body, 'forum_read_only'),
    mismatches: sample(body, 'forum_mismatches_total'),
    cuts: sample(body, 'forum_queue_cuts_total'),
    batches: sample(body, 'forum_commit_batch_entries_sum'),
  }).toEqual({
    statusCode: 200,
    proposed: 1,
    refused: 1,
    slowed: 0,
    entries: it.forum.board.seq,
    sockets: 0,
    readOnly: 0,
    mismatches: 0,
    cuts: 0,
    // Opening the market, and the session; the plan was written with the forum.
    batches: 2,
  })
  for (const name of ['forum_commit_seconds_count', 'forum_event_loop_delay_seconds{quantile="0.99"}']) {
    expect(sample(body, name), name).toBeGreaterThanOrEqual(0)
  }
  expect(sample(body, 'forum_memory_bytes{kind="rss"}')).toBeGreaterThan(1e7)
})

test('I10 metrics show no name, no address and no slug', async () => {
  const it = await opened({ slug: 'forum-discret' })
  const ana = await it.join('Anastasia')
  await it.command(ana, propose(1))
  const { body } = await metricsOf(it)
  for (const secret of ['forum-discret', 'Anastasia', ana.token, ana.person.id]) expect(body).not.toContain(secret)
})

test.each([
  ['another machine', {}, '192.0.2.7', 404],
  ['a proxy beside the server', { 'x-forwarded-for': '192.0.2.7' }, '127.0.0.1', 404],
  ['a proxy that says so by Via', { via: '1.1 proxy' }, '127.0.0.1', 404],
  ['a proxy that keeps the public host', { host: 'forum.example.org' }, '127.0.0.1', 404],
  ['this machine by IPv6', { host: '[::1]:3000' }, '::1', 200],
  ['this machine by a mapped address', {}, '::ffff:127.0.0.1', 200],
] as const)('I10 metrics are for this machine only: %s', async (_who, headers, address, status) => {
  expect((await metricsOf(await opened(), headers, address)).statusCode).toBe(status)
})

test('I10 metrics are nobody’s with METRICS=off, and everybody’s with METRICS=open', async () => {
  const off = await testApp({ environment: { METRICS: 'off' } })
  const open = await testApp({ environment: { METRICS: 'open' } })
  expect((await metricsOf(off)).statusCode).toBe(404)
  expect((await metricsOf(open, { host: 'forum.example.org' }, '192.0.2.7')).statusCode).toBe(200)
  await off.close()
  await open.close()
})
