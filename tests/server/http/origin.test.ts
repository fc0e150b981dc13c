import { afterAll, beforeAll, expect, test } from 'vitest'
import { mayComeFrom } from '../../../server/sync/origin.ts'
import { type TestApp, testApp } from '../../support/test-app.ts'

let server: TestApp
beforeAll(async () => {
  server = await testApp({ environment: { PUBLIC_URL: 'https://forum.example.org' } })
})
afterAll(() => server.close())

const publicUrl = 'https://forum.example.org'
const behindProxy = { host: 'forum.example.org', protocol: 'http' }

test.each([
  'null',
  'https://evil.example',
  'http://forum.example.org',
  'https://forum.example.org.evil.example',
  'https://forum.example.org:8443',
  'https://evil.example/https://forum.example.org',
  'https://forum.example.org@evil.example',
  'https://sub.forum.example.org',
  'file://',
  '',
])('I5 a page of %s may not', (origin) => {
  expect(mayComeFrom({ origin, ...behindProxy }, publicUrl)).toBe(false)
})

test.each([
  ['the public address', { origin: publicUrl, ...behindProxy }, publicUrl],
  [
    'the public address, though a proxy changed the host',
    { origin: publicUrl, host: '127.0.0.1:3000', protocol: 'http' },
    publicUrl,
  ],
  [
    'the host that was asked, on a hall’s own network',
    { origin: 'http://192.168.1.9:3000', host: '192.168.1.9:3000', protocol: 'http' },
    'http://localhost:3000',
  ],
  [
    'a page over https where the proxy is not announced',
    { origin: 'https://f.example', host: 'f.example', protocol: 'http' },
    'http://localhost:3000',
  ],
  ['no page at all', { origin: undefined, ...behindProxy }, publicUrl],
])('I5 %s may', (_what, place, address) => {
  expect(mayComeFrom(place, address)).toBe(true)
})

const join = (headers: Record<string, string>, payload = '{"name":"Ana"}') =>
  server.app.inject({
    method: 'POST',
    url: '/api/forums/essai/join',
    headers: { host: 'forum.example.org', 'content-type': 'application/json', ...headers },
    payload,
  })

test.each([
  [{}, 201],
  [{ origin: 'https://forum.example.org', 'sec-fetch-site': 'same-origin' }, 201],
  [{ origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, 403],
  [{ origin: 'https://evil.example' }, 403],
  [{ 'sec-fetch-site': 'same-site' }, 403],
  [{ 'sec-fetch-site': 'cross-site' }, 403],
  [{ origin: 'null' }, 403],
  [{ 'content-type': 'text/plain' }, 415],
  [{ 'content-type': 'application/x-www-form-urlencoded' }, 415],
  [{ 'content-type': 'application/json; charset=utf-8' }, 201],
])('I5 a write with %o answers %i', async (headers, status) => {
  expect((await join(headers as Record<string, string>)).statusCode).toBe(status)
})

test('I5 forwarded headers are not believed unless a proxy is configured', async () => {
  const forged = { host: 'evil.example', origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' }
  const { statusCode } = await join({ ...forged, host: 'forum.example.org' })
  expect(statusCode).toBe(403)
})
