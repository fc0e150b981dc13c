import { randomUUID } from 'node:crypto'
import type { BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { HOUR } from '../../shared/time.ts'
import { instantOf } from '../../shared/zone.ts'
import { useBrowser } from '../support/browser.ts'
import { builtClient } from '../support/built-client.ts'
import { type House, type HouseForum, openHouse } from '../support/house.ts'
import { listen } from '../support/real-phone.ts'
import { testApp } from '../support/test-app.ts'
import { runningClock } from '../support/test-clock.ts'

/* Phones that are wrong about the time, and pages that were asleep. */

const browser = useBrowser()
let house: House
let forum: HouseForum

beforeAll(async () => {
  house = await openHouse()
  house.setClock('2027-03-28', '08:00')
  forum = await house.createForum({ startsIn: 0 })
})
afterAll(() => house.close())

/** Makes the clock of a device so many hours wrong. */
const setDeviceClock = (context: BrowserContext, hours: number): Promise<unknown> =>
  context.addInitScript((ahead) => {
    const real = Date.now
    const Shifted = class extends Date {
      constructor(...given: []) {
        super(...(given.length === 0 ? ([real() + ahead] as unknown as []) : given))
      }
    }
    Shifted.now = () => real() + ahead
    Object.defineProperty(globalThis, 'Date', { value: Shifted })
  }, hours * HOUR)

// Catalogue 40, in the night in which clocks change: 02:00 is 03:00.
test.each([-7, 5])(
  'P10 a device that is %d hours off shows the server’s time, over a change of clocks',
  async (hours) => {
    const change = instantOf('2027-03-28', '03:00', 'Europe/Paris')
    const clock = runningClock(change - 20_000)
    const server = await testApp({ clock, clientFolder: await builtClient() })
    const origin = `http://${await listen(server.app)}`.replace('127.0.0.1', 'localhost')
    const { page, context } = await browser.openPage({ timeZone: 'America/Lima', allow: [/ERR_/, /WebSocket/] })
    await setDeviceClock(context, hours)
    await page.goto(`${origin}/essai/room/b101`)
    const shown = page.locator('.room-fresh strong')
    await shown.getByText('01:59').waitFor()
    await page.locator('.room-fresh.live').waitFor()
    await shown.getByText('03:00').waitFor({ timeout: 30_000 })
    expect(clock.now() - change, 'not before it is so').toBeGreaterThanOrEqual(-1000)
    await page.goto(`${origin}/essai/wall`)
    await page.locator('.wall-clock').getByText('03:00').waitFor()
    await page.close()
    await server.close()
  },
)

// Catalogue 15.
test('P11 a page that was frozen shows what happened meanwhile, as soon as it is looked at again', async () => {
  house.setClock('2027-03-28', '08:30')
  const { page, context } = await browser.openPage({ url: forum.url, allow: [/WebSocket/] })
  await page.locator('.connection.live').first().waitFor()
  const protocol = await context.newCDPSession(page)
  await protocol.send('Page.setWebLifecycleState', { state: 'frozen' })
  const host = await forum.join('Perig')
  const sessionId = randomUUID()
  await host.send({ type: 'propose', sessionId, title: 'Dit pendant le sommeil' })
  await protocol.send('Page.setWebLifecycleState', { state: 'active' })
  await page.getByText('À placer (1)').first().waitFor()
})
