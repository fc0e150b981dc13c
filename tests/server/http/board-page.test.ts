import { randomUUID } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { escapeHtml } from '../../../server/http/agenda-html.ts'
import { HOUR } from '../../../shared/time.ts'
import { before } from '../../support/boards.ts'
import { type TemporaryFolder, temporaryFolder } from '../../support/temporary-database.ts'
import { type Device, type TestApp, testApp } from '../../support/test-app.ts'
import { runningClock, shiftable } from '../../support/test-clock.ts'
import { slotId } from '../../support/test-plan.ts'

const index = [
  '<html lang="fr"><head><title>forum-ouvert</title>',
  '<link rel="stylesheet" crossorigin href="/assets/common-1.css"></head>',
  '<body><div id="app"></div></body></html>',
].join('')
const manifest = {
  'board/BoardPage.tsx': { file: 'assets/BoardPage-1.js', imports: ['_views-1.js'], css: ['assets/BoardPage-1.css'] },
  '_views-1.js': { file: 'assets/views-1.js', imports: ['_common-1.js'], css: ['assets/views-1.css'] },
  '_common-1.js': { file: 'assets/common-1.js', css: ['assets/common-1.css'] },
  'i18n/fr.ts': { file: 'assets/fr-1.js' },
  'i18n/en.ts': { file: 'assets/en-1.js' },
}

const clock = shiftable(runningClock(before))
let server: TestApp
let folder: TemporaryFolder
let host: Device

const get = (headers: Record<string, string> = {}, url = '/essai') =>
  server.app.inject({ method: 'GET', url, headers: { 'accept-language': 'fr', ...headers } })
const body = async (url?: string): Promise<string> => (await get({}, url)).body
const placed = async (device: Device, title: string, rest: object, roomId: string, time: '0930' | '1330') => {
  const sessionId = randomUUID()
  await server.command(device, { type: 'propose', sessionId, title, ...rest })
  await server.command(device, { type: 'claim', sessionId, roomId, slotId: slotId(time) })
  return sessionId
}

beforeAll(async () => {
  folder = await temporaryFolder()
  await mkdir(folder.file('.vite'))
  await writeFile(folder.file('index.html'), index)
  await writeFile(folder.file('.vite/manifest.json'), JSON.stringify(manifest))
  server = await testApp({ clock, clientFolder: folder.path })
  host = await server.join('Ana')
})
afterAll(async () => {
  await server.close()
  await folder.remove()
})

test('U22 the page of a board holds the agenda of the day, and asks for the board’s code at once', async () => {
  const id = await placed(host, 'Écrire à plusieurs ?', { format: 'workshop', language: 'fr' }, 'b101', '0930')
  await placed(host, 'Talk', { description: 'private words', remarks: 'key under the mat' }, 'b102', '1330')
  const page = await body()
  expect(page.slice(0, page.indexOf('<section'))).toBe(
    [
      '<html lang="fr" data-accent="sea"><head><title>Forum d’essai</title>',
      '<link rel="stylesheet" crossorigin href="/assets/common-1.css">',
      '  <link rel="stylesheet" crossorigin href="/assets/BoardPage-1.css">\n',
      '    <link rel="stylesheet" crossorigin href="/assets/views-1.css">\n',
      '    <link rel="modulepreload" crossorigin href="/assets/BoardPage-1.js">\n',
      '    <link rel="modulepreload" crossorigin href="/assets/views-1.js">\n',
      '    <link rel="modulepreload" crossorigin href="/assets/common-1.js">\n',
      '    <link rel="modulepreload" crossorigin href="/assets/fr-1.js">\n',
      '  </head><body><div id="app"><div class="first-paint"><header class="forum-header"><div class="forum-name">',
      '<h1 dir="auto">Forum d’essai</h1><p class="forum-theme" dir="auto">Et si on essayait\u00a0?</p>',
      '</div></header><main id="content">',
    ].join(''),
  )
  expect(page.slice(page.indexOf('<section'), page.indexOf('<section', page.indexOf('<section') + 1))).toBe(
    [
      '<section class="slot"><h2 class="slot-time"><time>09:30 – 10:30</time></h2><ul class="slot-cards">',
      '<li><article class="card" data-format="workshop"><p class="card-where">B101</p>',
      `<a class="card-title" href="/essai/sessions/${id}" lang="fr" dir="auto">Écrire à plusieurs\u00a0?</a>`,
      '<p class="card-hosts" dir="auto">Ana</p></article></li></ul></section>',
    ].join(''),
  )
  for (const hidden of [host.token, host.person.id, 'private words', 'key under the mat']) {
    expect(page).not.toContain(hidden)
  }
})

test('U22 what people wrote is text in the page, never markup', async () => {
  const hostile = [
    '</h2><script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '<!--</main></div></body></html>',
    '&lt;b&gt; $& $1 $` {{x}}',
  ]
  const other = await server.join('<svg/onload=alert(1)>')
  for (const title of hostile) await server.command(other, { type: 'propose', sessionId: randomUUID(), title })
  const team = await server.joinTeam('Team')
  for (const [n, title] of hostile.entries()) {
    await server.command(team, { type: 'edit-room', roomId: 'hall', name: title })
    await server.command(team, { type: 'frame-forum', name: title, theme: title })
    const id = await placed(other, title, {}, 'hall', '1330')
    const page = await body()
    const escaped = page.match(/<a class="card-title" [^>]*>([^<]*)</g)?.at(-1)
    expect(escaped, `title ${n}`).toBeDefined()
    // Nothing but the tags that the page itself writes.
    const tags = new Set([...page.matchAll(/<\/?([a-z!][a-z0-9-]*)/gi)].map(([, name]) => name))
    expect([...tags].sort()).toEqual(
      'a article body div h1 h2 head header html li link main p section span time title ul'.split(' '),
    )
    expect(page).not.toMatch(/<[^>]*\son[a-z]+\s*=|style=|<script|javascript:/i)
    await server.command(other, { type: 'withdraw', sessionId: id })
  }
  await server.command(team, { type: 'frame-forum', name: 'Forum d’essai', theme: '' })
})

test('U22 the page is asked for anew each time, and sent only when its words changed', async () => {
  const first = await get()
  const etag = String(first.headers.etag)
  expect(first.headers).toMatchObject({ 'cache-control': 'no-cache', vary: 'accept-encoding, accept-language, cookie' })
  expect((await get({ 'if-none-match': etag })).statusCode).toBe(304)
  const english = await get({ 'accept-language': 'en', 'if-none-match': etag })
  expect({ status: english.statusCode, start: english.body.slice(0, 16) }).toEqual({
    status: 200,
    start: '<html lang="en" ',
  })
  const zipped = await get({ 'accept-encoding': 'gzip, br' })
  expect(zipped.headers['content-encoding']).toBe('gzip')
  const team = await server.joinTeam('Team')
  await server.command(team, { type: 'frame-forum', accent: 'brick' })
  const changed = await get({ 'if-none-match': etag })
  expect(changed.statusCode).toBe(200)
  expect(changed.body).toContain('data-accent="brick"')
  // A slot that has ended is not what the page begins with.
  expect(changed.body).toContain('09:30 – 10:30')
  clock.ahead = 15 * HOUR
  expect(await body()).not.toContain('09:30 – 10:30')
  clock.ahead = 0
})

test('U22 an address with another day shows that day, one that is not of the forum its own', async () => {
  expect(await body('/essai?day=2024-07-03')).toContain('<section')
  expect(await body('/essai?day=%3Cscript%3E')).toBe(await body())
})

test('U22 a quoted attribute can not be left', () => {
  expect(escapeHtml(`"' onclick='a' <b> & `)).toBe('&quot;&#39; onclick=&#39;a&#39; &lt;b&gt; &amp; ')
})

test('I6 the page keeps the content policy: its own files only', async () => {
  const { headers } = await get()
  expect(String(headers['content-security-policy'])).toContain("script-src 'self';style-src 'self'")
})
