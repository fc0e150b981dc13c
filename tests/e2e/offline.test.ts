import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkAxe } from '../support/axe.ts'
import { type Device, type OpenOptions, projector, useBrowser } from '../support/browser.ts'
import { type House, openHouse, type Visitor } from '../support/house.ts'
import { type LivelyForum, livelyForum } from '../support/lively-forum.ts'
import { untilKept } from '../support/offline-device.ts'

const browser = useBrowser()
let house: House
let forum: LivelyForum

beforeAll(async () => {
  house = await openHouse()
  house.setClock('2027-06-12', '09:50')
  forum = await livelyForum(house, { startsIn: 0 })
  house.setClock('2027-06-12', '10:42')
})
afterAll(() => house.close())

/** A device that has been in the forum, and could now do without a network. */
const visited = async (options: OpenOptions = {}, who?: Visitor): Promise<Device> => {
  const device = await browser.openPage({ touch: true, serviceWorker: true, allow: [/ERR_/, /WebSocket/], ...options })
  if (who !== undefined) {
    await device.context.addCookies([{ name: `forum-${forum.slug}`, value: who.token, url: house.origin }])
  }
  await device.page.goto(forum.url)
  await device.page.locator('.board .card-title').first().waitFor()
  await untilKept(device.page)
  return device
}

const openOffline = async ({ context }: Device, address: string): Promise<Page> => {
  await context.setOffline(true)
  const page = await context.newPage()
  await page.goto(address)
  return page
}

describe('P15 with no network, on the second visit', () => {
  test('P15 the agenda opens from the device and says how old it is', async () => {
    const device = await visited()
    const page = await openOffline(device, forum.url)
    await page.locator('.board .card-title').first().waitFor()
    await page.locator('.board-bar').getByText('Hors ligne · à jour à 10:42').waitFor()
    // Said once: on a phone the header has no room for it.
    expect(await page.getByText('Hors ligne', { exact: false }).filter({ visible: true }).count()).toBe(1)
    expect(await page.locator('.board .card-title').count()).toBe(6)
    expect(await checkAxe(page, { enhancedContrast: true })).toEqual([])
  })

  test('P15 my path opens with one’s own stars', async () => {
    const denez = await forum.join('Denez 2')
    const device = await visited({}, denez)
    await device.page.getByRole('button', { name: /^Ça m’intéresse : Réparer/ }).tap()
    await device.page.locator('[aria-pressed=true]').first().waitFor()
    await untilKept(device.page, ({ you, stars }) => you?.name === 'Denez 2' && stars.length === 1)
    const page = await openOffline(device, `${forum.url}/me`)
    await page.getByText('Réparer un vélo à quatre mains').first().waitFor()
    await page.getByText('à jour à 10:42').first().waitFor()
  })

  test('P15 every room page opens, also those that were never looked at', async () => {
    const device = await visited()
    for (const room of ['jardin', 'grande-salle']) {
      const page = await openOffline(device, `${forum.url}/room/${room}`)
      await page.locator('.room-fresh.late').getByText('Hors ligne : à jour à 10:42').waitFor()
      await page.locator('.room-now').waitFor()
    }
  })

  test('P15 the wall keeps its last picture, with a badge', async () => {
    const device = await visited({ viewport: projector, touch: false })
    const page = await openOffline(device, `${forum.url}/wall`)
    await page.locator('.wall-stale').waitFor()
    await page.locator('.wall-page').getByText('Réparer un vélo à quatre mains').first().waitFor()
  })
})
