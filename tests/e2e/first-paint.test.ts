import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkAxe } from '../support/axe.ts'
import { phone, projector, useBrowser } from '../support/browser.ts'
import { type House, openHouse } from '../support/house.ts'
import { type LivelyForum, livelyForum } from '../support/lively-forum.ts'

const browser = useBrowser()
let house: House
let forum: LivelyForum

beforeAll(async () => {
  house = await openHouse()
  house.setClock('2027-06-12', '09:50')
  forum = await livelyForum(house, { startsIn: 0 })
})
afterAll(() => house.close())

test('U22 the agenda is read before any script is here, and axe finds nothing on it', async () => {
  const { page } = await browser.openPage({ allow: [/ERR_FAILED/] })
  await page.route(/\.js$/, (route) => route.abort())
  for (const viewport of [phone, projector]) {
    await page.setViewportSize(viewport)
    await page.goto(forum.url)
    const titles = await page.locator('.first-paint .card-title').allTextContents()
    expect(titles).toHaveLength(6)
    expect(titles[0]).toBe('Comment accueillir sans épuiser les accueillants\u00a0?')
    expect(await page.title()).toBe('Forum des communs')
    expect(await checkAxe(page, { enhancedContrast: true })).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  }
})

test('U22 the board takes the place of the agenda at once: never both, never neither', async () => {
  const { page } = await browser.openPage()
  await page.addInitScript(() => {
    const seen = new Set<string>()
    Reflect.set(window, 'seen', seen)
    const look = () => {
      const shown = ['.first-paint', '.board', '.message'].filter((name) => document.querySelector(name) !== null)
      seen.add(shown.join(' and ') || (document.getElementById('app') === null ? 'no page yet' : 'nothing'))
      requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
  // The board's answer is late, and its code is here long before it.
  await page.route(/\/api\/forums\/[^/]+$/, async (route) => {
    await page.locator('.first-paint').waitFor()
    await route.continue()
  })
  await page.goto(forum.url)
  await page.locator('.board .card-title').first().waitFor()
  const seen = await page.evaluate(() => [...(Reflect.get(window, 'seen') as Set<string>)])
  expect(seen.filter((one) => one !== 'no page yet')).toEqual(['.first-paint', '.board'])
})

test('U22 where the board cannot be had, the page says so', async () => {
  const { page } = await browser.openPage({ allow: [/ERR_FAILED/, /WebSocket/] })
  await page.route(/\/api\//, (route) => route.abort())
  await page.goto(forum.url)
  await page.getByText('Le tableau n’est pas joignable.').waitFor()
})

test('U28 the first page speaks the language that was chosen on this device, before any script is here', async () => {
  const { page, context } = await browser.openPage({ locale: 'fr-FR', viewport: projector, allow: [/ERR_FAILED/] })
  await page.goto(forum.url)
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('link', { name: 'Board' }).waitFor()
  const cookies = (await context.cookies()).map(({ name, value, sameSite, path }) => ({ name, value, sameSite, path }))
  expect(cookies).toEqual([{ name: 'lang', value: 'en', sameSite: 'Lax', path: '/' }])
  await page.route(/\.js$/, (route) => route.abort())
  await page.reload()
  await page.locator('.first-paint .card-title').first().waitFor()
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en')
  const answers = await Promise.all(
    ['lang=fr', 'lang=en', 'lang=xx', ''].map(async (cookie) => {
      const sent = await fetch(forum.url, { headers: { cookie, 'accept-language': 'fr' } })
      return [sent.headers.get('vary'), /<html lang="(..)"/.exec(await sent.text())?.[1]]
    }),
  )
  const vary = 'accept-encoding, accept-language, cookie'
  expect(answers).toEqual(['fr', 'en', 'fr', 'fr'].map((language) => [vary, language]))
})
