import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkAxe } from '../support/axe.ts'
import { type OpenOptions, phone, projector, useBrowser } from '../support/browser.ts'
import { type House, openHouse } from '../support/house.ts'
import { type LivelyForum, livelyForum } from '../support/lively-forum.ts'

const browser = useBrowser()
let house: House
let forum: LivelyForum

const tablet = { width: 768, height: 1024 } as const

beforeAll(async () => {
  house = await openHouse()
  house.setClock('2027-06-12', '09:50')
  forum = await livelyForum(house, { startsIn: 0 })
  house.setClock('2027-06-12', '10:40')
})
afterAll(() => house.close())

const door = async (room: string, options: OpenOptions = {}): Promise<Page> => {
  const { page } = await browser.openPage({ touch: true, viewport: tablet, ...options })
  await page.goto(`${forum.url}/room/${room}`)
  await page.locator('.room-now').waitFor()
  return page
}

const sizeOf = (page: Page, selector: string): Promise<number> =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize))

const isOnFirstScreen = (page: Page, selector: string): Promise<boolean> =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => element.getBoundingClientRect().bottom <= innerHeight + 1)

describe('what a door says', () => {
  test('U16 the state, the hours and the name are large enough for three metres, and on the first screen', async () => {
    const page = await door('grande-salle')
    for (const selector of ['.room-now .room-title', '.room-now .room-until', '.room-head h1', '.room-fresh strong']) {
      // A letter of 36 px on a ten-inch tablet is five millimetres high: 5.5 minutes of arc at three metres.
      expect(await sizeOf(page, selector), selector).toBeGreaterThanOrEqual(36)
      expect(await isOnFirstScreen(page, selector), selector).toBe(true)
    }
    for (const selector of ['.room-next .room-title', '.room-next .room-hours'])
      expect(await sizeOf(page, selector), selector).toBeGreaterThanOrEqual(24)
    // What comes next is not said twice, so that a tablet on its side holds the whole day.
    await page.setViewportSize({ width: 1920, height: 1080 })
    expect(await page.locator('.room-rest .next').isVisible()).toBe(false)
    expect(await isOnFirstScreen(page, '.room-foot')).toBe(true)
    await page.setViewportSize(tablet)
    const small = await page
      .locator('.room *')
      .evaluateAll((all) => Math.min(...all.map((element) => Number.parseFloat(getComputedStyle(element).fontSize))))
    expect(small).toBeGreaterThanOrEqual(14)
    expect(await page.locator('.room-now .room-until').textContent()).toBe('jusqu’à 11:15')
  })

  test('V2 a free room says until when, and the rest of its day with the common moments by name', async () => {
    const page = await door('jardin')
    await page.locator('.room-now').getByText('Libre', { exact: true }).waitFor()
    expect(await page.locator('.room-until').first().textContent()).toBe('jusqu’à 12:30')
    const lines = page.locator('.room-rest li')
    expect(await lines.allTextContents()).toEqual([
      expect.stringContaining('libre'),
      expect.stringContaining('Repas partagé'),
      expect.stringContaining('libre'),
      expect.stringContaining('fermée'),
      expect.stringContaining('Cercle de clôture'),
    ])
  })

  test('V2 during a common moment the door names it', async () => {
    house.setClock('2027-06-12', '12:45')
    const page = await door('jardin')
    await page.locator('.room-now').getByText('Repas partagé, jusqu’à 14:00').waitFor()
    house.setClock('2027-06-12', '10:40')
  })

  test('a place that is open all day says so, and one that is not there too', async () => {
    const page = await door('cafe')
    await page.getByText('Ouvert toute la journée').waitFor()
    const nowhere = await browser.openPage({ allow: [/404/] })
    await nowhere.page.goto(`${forum.url}/room/nulle-part`)
    await nowhere.page.getByText('Cette salle n’existe pas ici, ou plus.').waitFor()
  })

  test('a very long title and one from right to left stay whole', async () => {
    const long = await house.createForum({ startsIn: 0 })
    const ana = await long.join('Ana')
    for (const [n, title] of [
      `${'Une très longue question sur nos communs '.repeat(4)}?`,
      'مساحات مشتركة للجميع',
    ].entries()) {
      const sessionId = randomUUID()
      await ana.send({ type: 'propose', sessionId, title, language: n === 0 ? 'fr' : 'ar' })
      const { board } = await (await fetch(`${house.origin}/api/forums/${long.slug}`)).json()
      const open = board.slots.filter((slot: { kind: string }) => slot.kind === 'open')
      await ana.send({ type: 'claim', sessionId, roomId: 'jardin', slotId: open[n + 1].id })
    }
    house.setClock('2027-06-12', '11:40')
    for (const viewport of [phone, tablet, projector]) {
      const { page } = await browser.openPage({ viewport, url: `${long.url}/room/jardin` })
      await page.locator('.room-now .room-title').waitFor()
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth),
      ).toBe(true)
      expect(await isOnFirstScreen(page, '.room-now .room-until'), `${viewport.width}`).toBe(true)
      const direction = await page
        .locator('.room-next .room-title a')
        .evaluate((element) => getComputedStyle(element).direction)
      expect(direction).toBe('rtl')
    }
    house.setClock('2027-06-12', '10:40')
  })
})

describe('take this hour', () => {
  test('U16 two taps, a title and a name', async () => {
    const page = await door('jardin', { viewport: phone })
    let taps = 0
    const tap = async (name: string | RegExp) => {
      taps++
      await page.getByRole('button', { name }).or(page.getByRole('link', { name })).first().tap()
    }
    await tap('Proposer un sujet ici')
    await page.getByLabel('Titre', { exact: false }).waitFor()
    await page.keyboard.type('Ce que dit le merle')
    await tap(/^Proposer ici/)
    expect(taps).toBe(2)
    await page.getByLabel('Nom ou surnom').fill('Nolwenn')
    await page.getByRole('button', { name: 'Continuer' }).tap()
    await page.locator('.room-next').getByText('Ce que dit le merle').waitFor()
    expect(new URL(page.url()).pathname).toBe(`/${forum.slug}/room/jardin`)
  })

  test('U16 one tap for somebody who has a session in hand', async () => {
    const { page, context } = await browser.openPage({ touch: true, viewport: phone })
    const host = await forum.join('Perig')
    await host.send({ type: 'propose', sessionId: randomUUID(), title: 'Un sujet en poche' })
    await context.addCookies([{ name: `forum-${forum.slug}`, value: host.token, url: house.origin }])
    await page.goto(`${forum.url}/room/jardin`)
    await page.getByRole('button', { name: 'Poser « Un sujet en poche »' }).tap()
    await page.getByText('est posé', { exact: false }).first().waitFor()
    await page.locator('.room-rest, .room-next').getByText('Un sujet en poche').first().waitFor()
  })

  test('U16 where no hour is left the door says so and leads to the board', async () => {
    house.setClock('2027-06-13', '20:00')
    const take = (await door('jardin')).locator('.room-take')
    await take.getByText('Aucune case libre à venir dans cette salle.').waitFor()
    expect(await take.getByRole('heading').textContent()).toBe('Prochaine heure libre')
    await take.getByRole('link', { name: 'Tout le tableau' }).waitFor()
    house.setClock('2027-06-12', '10:40')
  })

  test('B4 while the market is closed the door says so instead of offering', async () => {
    const early = await house.createForum({ market: 'closed' })
    const { page } = await browser.openPage({ touch: true, url: `${early.url}/room/jardin` })
    await page.getByText('La place du marché n’est pas ouverte', { exact: false }).waitFor()
    expect(await page.getByRole('link', { name: 'Proposer un sujet ici' }).count()).toBe(0)
    expect(await page.getByRole('link', { name: /libre/ }).count()).toBe(0)
  })
})

describe('without a network', () => {
  test('U16 a reload that gets no answer shows the device’s copy, with the hour at which it was true', async () => {
    const device = await browser.openPage({ touch: true, viewport: tablet, allow: [/ERR_/, /WebSocket/] })
    const { page } = device
    await page.goto(`${forum.url}/room/grande-salle`)
    await page.locator('.room-fresh.live').waitFor()
    const said = await page.locator('.room-now .room-title').textContent()
    await page.route('**/api/**', (route) => route.abort())
    await page.routeWebSocket(/\/api\//, (socket) => void socket.close())
    await page.reload()
    await page.locator('.room-fresh.late').getByText('Hors ligne : à jour à 10:4', { exact: false }).waitFor()
    expect(await page.locator('.room-now .room-title').textContent()).toBe(said)
    await page.locator('.room-rest').getByText('Repas partagé').waitFor()
    await page.unrouteAll()
  })

  test('U16 a device that never saw the room says that it cannot be reached', async () => {
    const { page } = await browser.openPage({ allow: [/ERR_/, /WebSocket/] })
    await page.route('**/api/**', (route) => route.abort())
    await page.goto(`${forum.url}/room/jardin`)
    await page.getByText('La salle n’est pas joignable', { exact: false }).waitFor()
  })
})

test.each([
  ['light', 'fr-FR', phone],
  ['dark', 'en-GB', tablet],
  ['dark', 'fr-FR', projector],
] as const)('U4 a free door, %s, %s: nothing for axe to say', async (colorScheme, locale, viewport) => {
  const page = await door('jardin', { colorScheme, locale, viewport })
  await page.locator('.room-take').waitFor()
  expect(await checkAxe(page, { enhancedContrast: true })).toEqual([])
})
