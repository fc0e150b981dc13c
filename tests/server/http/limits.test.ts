import { randomUUID } from 'node:crypto'
import { afterEach, expect, test } from 'vitest'
import { limits } from '../../../shared/limits.ts'
import type { ForumPlan } from '../../../shared/plan.schema.ts'
import { before, claim, propose, sessionId } from '../../support/boards.ts'
import { type Reply, type TestApp, testApp } from '../../support/test-app.ts'
import { slotId, testPlan } from '../../support/test-plan.ts'
import { virtualTime } from '../../support/virtual-time.ts'

let server: TestApp
afterEach(() => server.close())

const times = ['0930', '1045', '1330', '1430'] as const
/** How many answers there were of each status. */
const tally = (replies: readonly Reply[]): object => {
  const counts = new Map<number, number>()
  for (const { status } of replies) counts.set(status, (counts.get(status) ?? 0) + 1)
  return Object.fromEntries(counts)
}

/** The test plan in a larger house. */
const planWith = (rooms: number): ForumPlan => ({
  ...testPlan,
  rooms: Array.from({ length: rooms }, (_, n) => ({
    name: `R${n}`,
    kind: 'room',
    capacity: null,
    building: '',
    floor: '',
    features: [],
  })),
})

test('I4 350 devices on one address join, propose and claim within a minute: nobody is told to wait', async () => {
  server = await testApp({ plan: planWith(60) })
  const people = Array.from({ length: 350 }, (_, n) => n)
  const joined = await Promise.all(people.map((n) => server.join(`Personne ${n}`)))
  const proposed = await Promise.all(joined.map((device, n) => server.command(device, propose(n))))
  const claimed = await Promise.all(
    joined.map((device, n) =>
      server.command(device, claim(n, `r${n % 60}`, slotId(times[Math.floor(n / 60) % 4] ?? '0930'))),
    ),
  )
  expect(tally(proposed)).toEqual({ 200: 350 })
  // 240 cells: the others lost theirs to somebody, and are told whom.
  expect(tally(claimed)).toEqual({ 200: 240, 409: 110 })
  expect(server.forum.people.size).toBe(351)
})

test('I4 who floods is slowed alone, whichever way, and only for a while', async () => {
  const time = virtualTime(before)
  server = await testApp({ clock: time })
  const abuser = await server.join('Pressée')
  const neighbour = await server.join('Calme')
  await server.command(neighbour, propose(1))
  const flood = await Promise.all(
    Array.from({ length: limits.commandBurst + 20 }, () =>
      server.command(abuser, { type: 'release', sessionId: sessionId(1) }),
    ),
  )
  expect(tally(flood)).toEqual({ 409: limits.commandBurst, 429: 20 })
  const slowed = flood.at(-1)
  expect(slowed?.headers['retry-after']).toBe('1')
  expect(slowed?.body).toMatchObject({ error: { code: 'too-fast' }, refusal: { code: 'too-fast' } })
  // Her stars and her name go by the same purse.
  const { token } = abuser
  const url = '/api/forums/essai'
  expect((await server.ask('PUT', `${url}/stars/${sessionId(1)}`, { token, body: { on: true } })).status).toBe(429)
  expect((await server.ask('PATCH', `${url}/me`, { token, body: { name: 'Autre' } })).status).toBe(429)
  expect((await server.ask('POST', `${url}/join`, { token, body: { name: 'Autre' } })).status).toBe(429)
  // To come again under the same name is no action.
  expect((await server.ask('POST', `${url}/join`, { token, body: { name: 'Pressée' } })).status).toBe(201)
  // Nobody else feels it, and she may read.
  expect((await server.command(neighbour, claim(1, 'hall', slotId('0930')))).status).toBe(200)
  expect((await server.ask('GET', url, { token })).status).toBe(200)
  time.advance(1000)
  const after = await Promise.all([1, 2, 3, 4, 5, 6].map((n) => server.command(abuser, propose(100 + n))))
  expect(tally(after)).toEqual({ 200: 5, 429: 1 })
})

test('I4 a refused pace is not the command’s answer: the same id is decided later', async () => {
  const time = virtualTime(before)
  server = await testApp({ clock: time })
  const abuser = await server.join('Pressée')
  await Promise.all(Array.from({ length: limits.commandBurst }, (_, n) => server.command(abuser, propose(n % 30))))
  const id = randomUUID()
  expect((await server.command(abuser, propose(200), id)).status).toBe(429)
  time.advance(1000)
  expect((await server.command(abuser, propose(200), id)).status).toBe(200)
})

test('I4 wrong secrets are limited by forum, and the right one still opens', async () => {
  server = await testApp()
  const { token } = await server.join('Camille')
  const url = '/api/forums/essai/facilitator'
  const wrong = await Promise.all(
    Array.from({ length: limits.secretsPerMinute + 5 }, (_, n) =>
      server.ask('POST', url, { token, body: { secret: `wrong-${n}` } }),
    ),
  )
  expect(tally(wrong)).toEqual({ 403: limits.secretsPerMinute, 429: 5 })
  expect(Number(wrong.at(-1)?.headers['retry-after'])).toBeGreaterThan(0)
  expect((await server.ask('POST', url, { token, body: { secret: server.secret } })).status).toBe(200)
})

test('I4 joins are limited by forum, far above what a hall does', async () => {
  server = await testApp()
  const replies = await Promise.all(
    Array.from({ length: limits.joinsPerMinute + 10 }, (_, n) =>
      server.ask('POST', '/api/forums/essai/join', { body: { name: `P${n}` } }),
    ),
  )
  expect(tally(replies)).toEqual({ 201: limits.joinsPerMinute, 429: 10 })
})
