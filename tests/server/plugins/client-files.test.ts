import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TemporaryFolder, temporaryFolder } from '../../support/temporary-database.ts'
import { type TestApp, testApp } from '../../support/test-app.ts'

let server: TestApp
let folder: TemporaryFolder

beforeAll(async () => {
  folder = await temporaryFolder()
  await mkdir(join(folder.path, 'assets'))
  await mkdir(join(folder.path, '.vite'))
  await writeFile(folder.file('index.html'), '<!doctype html><title>forum</title>')
  await writeFile(folder.file('icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  await writeFile(folder.file('assets/index-abc123.js'), 'plain')
  await writeFile(folder.file('assets/index-abc123.js.br'), 'brotli')
  await writeFile(folder.file('assets/index-abc123.js.gz'), 'gzip')
  await writeFile(folder.file('.vite/manifest.json'), '{}')
  server = await testApp({ clientFolder: folder.path })
})
afterAll(async () => {
  await server.close()
  await folder.remove()
})

const get = (url: string, headers: Record<string, string> = {}) => server.app.inject({ method: 'GET', url, headers })

test.each(['/', '/gone', '/essai/wall', '/essai/room/b101', '/new', '/essai/sessions/1?x=1'])(
  '%s is the page, asked for anew each time',
  async (url) => {
    const { statusCode, headers, body } = await get(url)
    expect({ statusCode, body, type: headers['content-type'], cache: headers['cache-control'] }).toEqual({
      statusCode: 200,
      body: '<!doctype html><title>forum</title>',
      type: 'text/html; charset=utf-8',
      cache: 'no-cache',
    })
  },
)

test.each([
  ['br, gzip', 'brotli', 'br'],
  ['gzip', 'gzip', 'gzip'],
  ['identity', 'plain', undefined],
])('a hashed file is sent compressed to who accepts %s, and may be kept for ever', async (accepted, body, encoding) => {
  const response = await get('/assets/index-abc123.js', { 'accept-encoding': accepted })
  expect(response.body).toBe(body)
  expect(response.headers['content-encoding']).toBe(encoding)
  expect(response.headers['cache-control']).toBe('public, max-age=31536000, immutable')
  expect(response.headers['content-type']).toContain('javascript')
})

test.each([
  '/assets/gone-xyz.js',
  '/api/gone',
  '/api',
  '/.vite/manifest.json',
  '/../package.json',
  '/%2e%2e/package.json',
])('%s is not there, and no page is sent in its stead', async (url) => {
  const { statusCode, body } = await get(url)
  expect([403, 404]).toContain(statusCode)
  expect(body).not.toContain('<title>')
})

test('I6 the page may load and run its own files only', async () => {
  const { headers } = await get('/essai')
  expect(String(headers['content-security-policy']).split(';').sort()).toEqual([
    "base-uri 'none'",
    "connect-src 'self'",
    "default-src 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "img-src 'self' data:",
    "manifest-src 'self'",
    "script-src 'self'",
    "style-src 'self'",
  ])
  expect(headers['referrer-policy']).toBe('no-referrer')
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(headers['strict-transport-security']).toBeUndefined()
})

test('without a built client the page says what to do', async () => {
  const bare = await testApp()
  const { status, body } = await bare.ask('GET', '/essai', { headers: { 'accept-language': 'en' } })
  expect({ status, body }).toEqual({
    status: 503,
    body: { error: { code: 'no-client', message: 'The interface is not built yet: run "npm run build".' } },
  })
  await bare.close()
})
