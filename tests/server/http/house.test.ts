import { afterEach, beforeEach, expect, test } from 'vitest'
import { renewSetUpSecret } from '../../../server/set-up.ts'
import { limits } from '../../../shared/limits.ts'
import type { Snapshot } from '../../../shared/protocol.ts'
import { at } from '../../support/boards.ts'
import { type TestApp, testApp } from '../../support/test-app.ts'
import { runningClock } from '../../support/test-clock.ts'
import { testPlan } from '../../support/test-plan.ts'

let server: TestApp
beforeEach(async () => {
  server = await testApp({ slug: 'exemple-99', clock: runningClock(at('20:00')) })
})
afterEach(() => server.close())

test('health says that the server lives, and its version', async () => {
  const { status, body } = await server.ask('GET', '/api/health')
  expect({ status, body }).toMatchObject({ status: 200, body: { ok: true, version: server.services.config.version } })
})

test('an address of the API that does not exist answers JSON 404', async () => {
  const { status, body } = await server.ask('GET', '/api/nothing', { headers: { 'accept-language': 'en' } })
  expect({ status, body }).toEqual({
    status: 404,
    body: { error: { code: 'unknown-route', message: 'There is nothing at this address.' } },
  })
})

test('an address that can’t be decoded is answered like every other error', async () => {
  for (const path of ['/api/forums/%zz', '/api/forums/essai/rooms/%/now']) {
    const { status, body } = await server.ask('GET', path, { headers: { 'accept-language': 'en' } })
    expect({ status, body }).toEqual({
      status: 400,
      body: { error: { code: 'malformed', message: 'This request does not have the expected form.' } },
    })
  }
})

test('S4 the set-up secret makes a forum, whose own secret makes its team', async () => {
  const secret = await renewSetUpSecret(server.database.db)
  const { status, body } = await server.ask('POST', '/api/forums', { body: { secret, plan: testPlan } })
  const made = body as { slug: string; secret: string; links: object }
  expect(status).toBe(201)
  expect(made).toEqual({
    slug: 'forum-d-essai',
    secret: expect.stringMatching(/^[\w-]{22}$/),
    links: {
      participants: 'http://localhost:3000/forum-d-essai',
      facilitators: `http://localhost:3000/forum-d-essai/desk#${made.secret}`,
      wall: 'http://localhost:3000/forum-d-essai/wall',
    },
  })
  const { board, seq } = (await server.ask('GET', '/api/forums/forum-d-essai')).body as Snapshot
  expect(seq).toBeGreaterThan(0)
  expect(board.rooms.map(({ id }) => id)).toEqual(['b101', 'b102', 'hall'])
  expect(board.doors).toMatchObject({ propose: { opensAt: expect.any(Number) }, claim: { opensAt: null } })
  const again = await server.ask('POST', '/api/forums', { body: { secret, plan: testPlan } })
  expect(again.body).toMatchObject({ slug: 'forum-d-essai-2' })
})

test('S4 an address that is taken, or not to be had, is refused, and nothing is made', async () => {
  const secret = await renewSetUpSecret(server.database.db)
  for (const slug of ['exemple-99', 'api', 'new']) {
    const { status, body } = await server.ask('POST', '/api/forums', { body: { secret, plan: testPlan, slug } })
    expect({ status, body }).toMatchObject({ status: 409, body: { refusal: { code: 'already-exists' } } })
  }
  const bad = await server.ask('POST', '/api/forums', { body: { secret, plan: testPlan, slug: '../x' } })
  expect(bad).toMatchObject({ status: 400, body: { error: { path: '/slug' } } })
})

test('S4 a plan that the rules refuse makes nothing', async () => {
  const secret = await renewSetUpSecret(server.database.db)
  const plan = { ...testPlan, timeZone: 'Europe/Nowhere' }
  const { status, body } = await server.ask('POST', '/api/forums', { body: { secret, plan } })
  expect({ status, body }).toMatchObject({ status: 409, body: { refusal: { code: 'bad-time-zone' } } })
  expect((await server.ask('GET', '/api/forums')).body).toMatchObject({ forums: [{ slug: 'exemple-99' }] })
})

test('I1 without the set-up secret nothing is made, a renewed one ends the old, and guessing is slowed', async () => {
  const old = await renewSetUpSecret(server.database.db)
  await renewSetUpSecret(server.database.db)
  const attempt = (secret: string) => server.ask('POST', '/api/forums', { body: { secret, plan: testPlan } })
  expect(await attempt(old)).toMatchObject({ status: 403, body: { error: { code: 'wrong-secret' } } })
  const guesses = await Promise.all(Array.from({ length: limits.secretsPerMinute }, (_, n) => attempt(`guess-${n}`)))
  expect(guesses.at(-1)?.status).toBe(429)
  expect((await server.ask('GET', '/api/forums')).body).toMatchObject({ forums: [{ slug: 'exemple-99' }] })
})

test('the example is made once, filled, for anyone; and is no longer offered beside a real forum', async () => {
  const open = () => server.ask('POST', '/api/forums/example', { body: {} })
  await server.database.db.updateTable('forum').set({ is_example: 1 }).execute()
  // The example of this test is over, so that a new one is made; who asks at once gets the same.
  const later = await Promise.all([open(), open()])
  expect(later.map(({ status }) => status)).toEqual([201, 201])
  const [made] = later.map(({ body }) => body as { slug: string; secret: string })
  expect(later[1]?.body).toEqual(later[0]?.body)
  const { board, counts, people } = (await server.ask('GET', `/api/forums/${made?.slug}`)).body as Snapshot
  expect(board.sessions.length).toBe(14)
  expect(board.placements.length).toBe(10)
  expect(people.length).toBe(15)
  expect(Object.keys(counts).length).toBe(14)
  expect(board.frame.notice).toBe('Les salles et les horaires sont un exemple.')
  expect(board.cells.length).toBeGreaterThan(0)
  const joined = await server.join('Visiteuse', made?.slug)
  const team = await server.ask('POST', `/api/forums/${made?.slug}/facilitator`, {
    token: joined.token,
    body: { secret: made?.secret },
  })
  expect(team.body).toMatchObject({ person: { role: 'facilitator' } })

  expect((await server.ask('GET', '/api/forums')).body).toMatchObject({ example: true })
  const secret = await renewSetUpSecret(server.database.db)
  await server.ask('POST', '/api/forums', { body: { secret, plan: testPlan } })
  expect((await server.ask('GET', '/api/forums')).body).toMatchObject({ example: false })
  expect(await open()).toMatchObject({ status: 404, body: { error: { code: 'no-example' } } })
})

test('I2 a real forum with an example’s address is none: nobody is told a secret of its team', async () => {
  const real = await testApp({ slug: 'exemple' })
  expect((await real.ask('GET', '/api/forums')).body).toMatchObject({ example: false })
  const { status, body } = await real.ask('POST', '/api/forums/example', { body: {} })
  expect({ status, body }).toEqual({
    status: 404,
    body: { error: { code: 'no-example', message: expect.any(String) } },
  })
  await real.close()
})

test('an example made beside older ones takes the first address that is free', async () => {
  const { db } = server.database
  await db.updateTable('forum').set({ is_example: 1, slug: 'exemple' }).execute()
  const { status, body } = await server.ask('POST', '/api/forums/example', { body: {} })
  expect({ status, body }).toMatchObject({ status: 201, body: { slug: 'exemple-2' } })
})
