import { cp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { useBrowser } from '../support/browser.ts'
import { builtClient } from '../support/built-client.ts'
import { type ChaosProxy, chaosProxy } from '../support/chaos-proxy.ts'
import { untilCopied, untilKept } from '../support/offline-device.ts'
import { listen } from '../support/real-phone.ts'
import { type TemporaryFolder, temporaryFolder } from '../support/temporary-database.ts'
import { type TestApp, testApp } from '../support/test-app.ts'

const browser = useBrowser()
let folder: TemporaryFolder
let server: TestApp
let network: ChaosProxy

beforeAll(async () => {
  folder = await temporaryFolder()
  await cp(await builtClient(), folder.path, { recursive: true })
  server = await testApp({ clientFolder: folder.path })
  network = await chaosProxy(`http://${await listen(server.app)}`)
})
afterAll(async () => {
  await network.close()
  await server.close()
  await folder.remove()
})

const visited = async () => {
  const device = await browser.openPage({
    touch: true,
    serviceWorker: true,
    allow: [/ERR_/, /WebSocket/, /portal\.localhost/],
    url: `${network.origin}/essai`,
  })
  await untilKept(device.page)
  return device
}

/** Puts another build in place of the one that is served: the same files under another version. */
const release = async (version: string): Promise<void> => {
  const worker = join(folder.path, 'sw.js')
  const text = await readFile(worker, 'utf8')
  await writeFile(worker, text.replace(/version:([`"'])[^`"']+\1/, `version:"${version}"`))
  // Compressed when it was built, and so of the build before.
  for (const ending of ['.br', '.gz']) await rm(`${worker}${ending}`, { force: true })
}

const update = 'Une version plus récente est prête.'

// Catalogue 38.
test('P17 a newer version waits for a yes; one tab takes it, the other goes on with its own files', async () => {
  const { context, page } = await visited()
  const other = await context.newPage()
  await other.goto(`${network.origin}/essai`)
  await other.locator('.board').waitFor()
  await page.evaluate(() => Reflect.set(window, 'stays', true))
  await release('next')
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update())
  for (const tab of [page, other]) await tab.getByText(update).waitFor()
  expect(await page.evaluate(() => Reflect.get(window, 'stays')), 'nothing reloads by itself').toBe(true)
  await page.getByRole('button', { name: 'Mettre à jour' }).tap()
  await page.waitForFunction(() => !Reflect.has(window, 'stays') && document.querySelector('.board') !== null)
  expect(await page.getByText(update).count()).toBe(0)
  const kept = await page.evaluate(async () => {
    const cache = await caches.open('forum-files')
    const builds: { version: string }[] = await (await cache.match('/.builds'))?.json()
    const shells = (await cache.keys()).filter(({ url }) => url.includes('/.shell/')).length
    return { versions: builds.map(({ version }) => version), shells }
  })
  expect(kept).toEqual({ versions: ['next', expect.any(String)], shells: 2 })
  // What the other tab had not fetched yet is still there for it.
  await other.getByRole('link', { name: 'Mon parcours' }).tap()
  await other.getByRole('heading', { name: 'Mon parcours' }).waitFor()
  // It took over without this tab: there is nothing left to wait for.
  await other.evaluate(() => Reflect.set(window, 'stays', true))
  await other.getByRole('button', { name: 'Mettre à jour' }).tap()
  await other.waitForFunction(() => !Reflect.has(window, 'stays'))
  await other.getByRole('heading', { name: 'Mon parcours' }).waitFor()
})

describe('a page that does not come', () => {
  test('P15 a network that holds everything back is waited for, but not for long', async () => {
    const { context } = await visited()
    network.weather({ down: 'hold' })
    const page = await context.newPage()
    const begun = performance.now()
    await page.goto(`${network.origin}/essai`)
    await page.locator('.board').waitFor()
    expect(performance.now() - begun).toBeGreaterThan(2400)
    network.weather({ down: 'pass' })
    await page.locator('.connection.live').first().waitFor({ timeout: 30_000 })
  })

  // Catalogue 41.
  test.each(['html', 'redirect'] as const)(
    'P18 a Wi-Fi that answers for the server (%s) is told from a lost network, and never kept',
    async (answering) => {
      const { context } = await visited()
      network.answer(answering)
      network.reset()
      const page = await context.newPage()
      await page.goto(`${network.origin}/essai`)
      await page.locator('.board').waitFor()
      await page.locator('.notice').getByText('Connectez-vous au Wi-Fi.').waitFor({ timeout: 20_000 })
      await page.locator('.board-bar').getByText('Connectez-vous au Wi-Fi').waitFor()
      network.answer('server')
      await page.locator('.connection.live').first().waitFor({ timeout: 30_000 })
      await expect.poll(() => page.locator('.notice').getByText('Connectez-vous').count()).toBe(0)
      const pages = await page.evaluate(async () => {
        const cache = await caches.open('forum-files')
        const kept = await Promise.all((await cache.keys()).map(async (each) => (await cache.match(each))?.text()))
        return kept.filter((text) => text?.includes('acceptez nos conditions')).length
      })
      expect(pages).toBe(0)
    },
  )

  test('P18 a server that is away is no Wi-Fi to sign in to', async () => {
    const { context } = await visited()
    network.answer('refuse')
    network.reset()
    const page = await context.newPage()
    await page.goto(`${network.origin}/essai`)
    await page.locator('.board-bar').getByText('Hors ligne').waitFor()
    expect(await page.getByText('Connectez-vous au Wi-Fi').count()).toBe(0)
    network.answer('server')
  })
})

test('P16 no answer of the API is kept by the worker, and the copy’s private part follows the identity', async () => {
  const { context, page } = await visited()
  const ana = await server.join('Ana')
  const brieuc = await server.join('Brieuc')
  for (const [who, name] of [
    [ana, 'Ana'],
    [brieuc, 'Brieuc'],
  ] as const) {
    await context.addCookies([{ name: 'forum-essai', value: who.token, url: network.origin }])
    await page.reload()
    await page.getByText(name).first().waitFor()
    await untilCopied(page, ({ you }) => you?.name === name)
  }
  const kept = await page.evaluate(async () => {
    const names = await caches.keys()
    const all = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
    return all.flat().map(({ url }) => new URL(url).pathname)
  })
  expect(kept.length).toBeGreaterThan(20)
  expect(kept.filter((path) => path.startsWith('/api'))).toEqual([])
  await context.clearCookies()
  await page.reload()
  await untilCopied(page, ({ you, stars }) => you === null && stars.length === 0)
})

test('P17 the app can be installed: its manifest, its icons, its worker are where a browser looks', async () => {
  const answer = await fetch(`${network.origin}/app.webmanifest`)
  expect(answer.headers.get('content-type')).toContain('application/manifest+json')
  const { icons, start_url: start } = (await answer.json()) as {
    icons: { src: string; sizes: string; purpose?: string }[]
    start_url: string
  }
  expect([start, icons.map(({ sizes, purpose = 'any' }) => `${sizes} ${purpose}`)]).toEqual([
    '/?app',
    ['any any', '192x192 any', '512x512 any', '512x512 maskable'],
  ])
  for (const { src } of icons) expect((await fetch(`${network.origin}${src}`)).status, src).toBe(200)
  const worker = await fetch(`${network.origin}/sw.js`)
  expect([worker.headers.get('cache-control'), worker.headers.get('content-type')]).toEqual([
    'no-cache',
    expect.stringContaining('javascript'),
  ])
  const { page } = await visited()
  await page.goto(`${network.origin}/?app`)
  await page.locator('.board').waitFor()
  expect(new URL(page.url()).pathname).toBe('/essai')
})

test('P17 a wall, before which nobody stands to say yes, takes a newer version by itself', async () => {
  const { page } = await visited()
  await page.goto(`${network.origin}/essai/wall`)
  await page.locator('.wall').waitFor()
  await page.evaluate(() => Reflect.set(window, 'stays', true))
  await page.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => name.includes('begin')))
  await release('for the wall')
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update())
  await page.waitForFunction(() => !Reflect.has(window, 'stays') && document.querySelector('.wall') !== null)
  expect(await page.getByText(update).count()).toBe(0)
})
