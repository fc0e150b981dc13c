import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask } from '../../../client/sync/http.ts'

/* Catalogue 41: what answers in the server's place. */

const answers: Readonly<Record<string, readonly [number, Readonly<Record<string, string>>, string]>> = {
  '/ours': [200, { 'content-type': 'application/json; charset=utf-8' }, '{"ok":true}'],
  '/page': [200, { 'content-type': 'text/html' }, '<html><h1>Bienvenue</h1></html>'],
  '/moved': [302, { location: 'http://portal.localhost/' }, ''],
  '/required': [511, { 'content-type': 'text/html' }, '<html></html>'],
  '/proxy': [502, { 'content-type': 'text/html' }, '<html>Bad gateway</html>'],
  '/torn': [200, { 'content-type': 'application/json' }, '{"ok":tr'],
}
const server = createServer((request, response) => {
  if (request.url === '/never') {
    response.once('close', () => server.emit('left'))
    return
  }
  const [status, headers, body] = answers[request.url ?? ''] ?? [404, { 'content-type': 'application/json' }, '{}']
  response.writeHead(status, headers).end(body)
})
let origin = ''

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  origin = `http://localhost:${(server.address() as AddressInfo).port}`
})
afterAll(() => server.close())

test.each([
  ['/page', { type: 'failed', isPortal: true }],
  ['/required', { type: 'failed', isPortal: true }],
  ['/proxy', { type: 'failed' }],
  ['/torn', { type: 'failed' }],
  ['/nothing', { type: 'missing' }],
])('P18 %s is told for what it is', async (path, expected) => {
  expect(await ask(`${origin}${path}`, 'fr')).toEqual(expected)
})

test('T9 a question that nobody asks any more ends at once, and the server sees that', async () => {
  const asked = once(server, 'request')
  const left = once(server, 'left')
  const controller = new AbortController()
  const answer = ask(`${origin}/never`, 'fr', {}, 'POST', controller.signal)
  await asked
  const begun = performance.now()
  controller.abort()
  expect(await answer).toEqual({ type: 'failed' })
  await left
  // Left alone, it would count as unanswered after fifteen seconds.
  expect(performance.now() - begun).toBeLessThan(10_000)
})

test('P18 a redirect is nobody of ours, and is not followed', async () => {
  expect((await ask(`${origin}/moved`, 'fr')).type).toBe('failed')
  const ours = await ask(`${origin}/ours`, 'fr')
  expect(ours.type === 'ok' && ours.value).toEqual({ ok: true })
})
