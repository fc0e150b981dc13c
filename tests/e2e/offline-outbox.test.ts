import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { cellOf } from '../support/board-screen.ts'
import { type Device, useBrowser } from '../support/browser.ts'
import { type ChaosProxy, chaosProxy } from '../support/chaos-proxy.ts'
import { type House, type HouseForum, openHouse, type Visitor } from '../support/house.ts'
import { outboxOf, untilCopied, untilKept, untilWaiting } from '../support/offline-device.ts'

const browser = useBrowser()
let house: House
let forum: HouseForum
/** The network between the devices and the house. */
let network: ChaosProxy
/** The forum's address over that network. */
let url: string

beforeAll(async () => {
  house = await openHouse()
  network = await chaosProxy(house.origin)
})
beforeEach(async () => {
  house.setClock('2027-06-12', '08:50')
  forum = await house.createForum({ startsIn: 0 })
  // A door that opens this very second is not open yet on a phone that counts in whole seconds.
  house.setClock('2027-06-12', '08:52')
  network.answer('server')
  url = `${network.origin}/${forum.slug}`
})
afterAll(async () => {
  await network.close()
  await house.close()
})

/** Every line breaks, and none can be had. */
const goOffline = (): void => {
  network.answer('refuse')
  network.reset()
}

/** The network is back, and the browser says so to the page. */
const goOnline = async (page?: Page): Promise<void> => {
  network.answer('server')
  await page?.evaluate(() => window.dispatchEvent(new Event('online')))
}

interface Hosted {
  readonly device: Device
  readonly host: Visitor
  readonly sessionId: string
}

const signIn = (device: Device, who: Visitor): Promise<void> =>
  device.context.addCookies([{ name: `forum-${forum.slug}`, value: who.token, url: network.origin }])

/** A device whose holder has a session in the tray, and which could do without a network. */
const hosted = async (prepare: (device: Device) => Promise<unknown> = async () => undefined): Promise<Hosted> => {
  const host = await forum.join('Perig')
  const sessionId = randomUUID()
  await host.send({ type: 'propose', sessionId, title: 'Ce que dit le merle' })
  const device = await browser.openPage({
    touch: true,
    serviceWorker: true,
    allow: [/ERR_/, /WebSocket/, /status of 503/],
  })
  await prepare(device)
  await signIn(device, host)
  await device.page.goto(`${url}?hold=${sessionId}`)
  await device.page.getByText('En main : « Ce que dit le merle »').first().waitFor()
  await untilKept(device.page, ({ you }) => you?.name === 'Perig')
  return { device, host, sessionId }
}

/** With the network off, pins the card in hand on a cell of the garden. */
const claimOffline = async ({ device: { page } }: Hosted, time = '10:15'): Promise<void> => {
  goOffline()
  await page.getByRole('button', { name: new RegExp(`Jardin.*${time}`) }).tap()
  await page.locator('.card.pending').first().waitFor()
  await untilWaiting(page, 1)
}

const closeTabs = async ({ device: { context } }: Hosted): Promise<void> => {
  for (const page of context.pages()) await page.close()
}

const reopen = async (one: Hosted, address = url): Promise<Page> => {
  await closeTabs(one)
  const { context } = one.device
  const page = await context.newPage()
  await page.goto(address)
  return page
}

const isPlaced = (sessionId: string, cell: RegExp) =>
  expect.poll(() => cellOf(house, forum, sessionId), { timeout: 15_000 }).toMatch(cell)

describe('a claim made without a network', () => {
  // Catalogue 36 and, without what iOS does not have, 37.
  test('P13 it outlives its tab, is shown as waiting, and becomes yours when the network is back', async () => {
    const one = await hosted(({ context }) =>
      context.addInitScript(() => {
        Reflect.deleteProperty(globalThis, 'SyncManager')
      }),
    )
    await claimOffline(one)
    const page = await reopen(one)
    await page.locator('.card.pending').getByText('en attente…').waitFor()
    expect(await cellOf(house, forum, one.sessionId)).toBe('')
    await goOnline(page)
    await page.getByText('« Ce que dit le merle » est posé : Jardin 10:15.').waitFor()
    await isPlaced(one.sessionId, /^jardin .*1015$/)
    await untilWaiting(page, 0)
    expect(await page.locator('.card.pending').count()).toBe(0)
  })

  test('P13 it is sent as its own person only: somebody else on the device neither sends nor sees it', async () => {
    const one = await hosted()
    await claimOffline(one)
    const other = await forum.join('Aziliz')
    await closeTabs(one)
    await goOnline()
    await signIn(one.device, other)
    const page = await reopen(one)
    await page.getByText('Aziliz').first().waitFor()
    await page.locator('.connection.live').first().waitFor()
    await untilCopied(page, ({ you }) => you?.name === 'Aziliz')
    expect(await page.locator('.card.pending').count()).toBe(0)
    expect([await cellOf(house, forum, one.sessionId), (await outboxOf(page)).length]).toEqual(['', 1])
    await signIn(one.device, one.host)
    await reopen(one)
    await isPlaced(one.sessionId, /^jardin/)
  })

  test('P14 it waited too long: the person is asked, again after a reload, and then it is sent', async () => {
    const one = await hosted()
    await claimOffline(one)
    house.setClock('2027-06-12', '08:55')
    await closeTabs(one)
    await goOnline()
    const question = '« Ce que dit le merle » attend depuis longtemps d’être posé : Jardin 10:15.'
    await (await reopen(one)).getByText(question).waitFor()
    const page = await reopen(one)
    await page.getByText(question).waitFor()
    expect(await cellOf(house, forum, one.sessionId)).toBe('')
    await page.getByRole('button', { name: 'Poser maintenant' }).tap()
    await isPlaced(one.sessionId, /^jardin/)
    await untilWaiting(page, 0)
  })

  test('P14 what the person lets go is not asked again', async () => {
    const one = await hosted()
    await claimOffline(one)
    house.setClock('2027-06-12', '08:55')
    await closeTabs(one)
    await goOnline()
    const page = await reopen(one)
    await page.getByRole('button', { name: 'Laisser tomber' }).tap()
    await untilWaiting(page, 0)
    expect(await cellOf(house, forum, one.sessionId)).toBe('')
  })

  test('P14 somebody was faster: it is said after the reload, with what is free', async () => {
    const one = await hosted()
    await claimOffline(one)
    const rival = await forum.join('Enora')
    const sessionId = randomUUID()
    await rival.send({ type: 'propose', sessionId, title: 'Le chant des pierres' })
    const { board } = await (await fetch(`${house.origin}/api/forums/${forum.slug}`)).json()
    const slot = board.slots.find(({ id }: { id: string }) => id.endsWith('1015'))
    await rival.send({ type: 'claim', sessionId, roomId: 'jardin', slotId: slot.id })
    const page = await reopen(one)
    await page.locator('.card.pending').first().waitFor({ state: 'attached' })
    await goOnline(page)
    await page.getByText('est prise par « Le chant des pierres »', { exact: false }).waitFor()
    await page.locator('.notice-actions button').first().tap()
    await isPlaced(one.sessionId, / /)
  })
})

describe('more than one page, and less than a database', () => {
  // Catalogue 38, the tabs; and 11, the same id twice.
  test('P13 two tabs of one device bring it in once', async () => {
    const one = await hosted()
    await claimOffline(one)
    const second = await one.device.context.newPage()
    await second.goto(url)
    await second.locator('.card.pending').first().waitFor()
    await goOnline(second)
    await isPlaced(one.sessionId, /^jardin/)
    for (const page of one.device.context.pages()) {
      await expect.poll(() => page.locator('.card.pending').count(), { timeout: 15_000 }).toBe(0)
    }
    await untilWaiting(second, 0)
    const answer = await fetch(`${house.origin}/api/forums/${forum.slug}/entries`, {
      headers: { authorization: `Bearer ${(await forum.facilitator('Équipe')).token}` },
    })
    const { entries }: { entries: { events: { type: string; sessionId?: string }[] }[] } = await answer.json()
    const placings = entries.flatMap(({ events }) => events).filter(({ type }) => type === 'session-placed')
    expect(placings.length).toBe(1)
  })

  // Catalogue 39.
  test('P13 a browser without a database works as ever, and what waits is sent by the page that is open', async () => {
    const host = await forum.join('Perig')
    const sessionId = randomUUID()
    await host.send({ type: 'propose', sessionId, title: 'Ce que dit le merle' })
    const device = await browser.openPage({ touch: true, allow: [/ERR_/, /WebSocket/] })
    await device.context.addInitScript(() => {
      Object.defineProperty(globalThis, 'indexedDB', { get: () => undefined })
    })
    await signIn(device, host)
    await device.page.goto(`${url}?hold=${sessionId}`)
    await device.page.getByText('En main').first().waitFor()
    await device.page.locator('.connection.live').first().waitFor()
    goOffline()
    await device.page.getByRole('button', { name: /Jardin.*10:15/ }).tap()
    await device.page.locator('.card.pending').first().waitFor()
    await goOnline(device.page)
    await isPlaced(sessionId, /^jardin/)
    await expect.poll(() => device.page.locator('.card.pending').count()).toBe(0)
  })

  // Catalogue 39.
  test('P13 a storage that was evicted shows nothing false: the board comes from the server again', async () => {
    const one = await hosted()
    await claimOffline(one)
    const protocol = await one.device.context.newCDPSession(one.device.page)
    await protocol.send('Storage.clearDataForOrigin', {
      origin: network.origin,
      storageTypes: 'indexeddb,cache_storage,local_storage',
    })
    const gone = await reopen(one)
    await gone.getByText('Cet appareil n’a plus de copie du forum.', { exact: false }).waitFor()
    await goOnline()
    const page = await reopen(one)
    await page.locator('.connection.live').first().waitFor()
    await page.getByRole('button', { name: 'À placer (1)' }).waitFor()
    expect(await page.locator('.card.pending').count()).toBe(0)
    expect(await cellOf(house, forum, one.sessionId)).toBe('')
  })
})

test('P17 the app is offered for the home screen after the first claim, never before, and once', async () => {
  const one = await hosted(({ context }) =>
    context.addInitScript(() => {
      window.addEventListener('load', () => {
        const offer = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), {
          prompt: async () => Reflect.set(window, 'prompted', true),
        })
        Reflect.set(window, 'kept', !window.dispatchEvent(offer))
      })
    }),
  )
  const { page } = one.device
  const offer = page.getByText('Garder ce forum sur l’écran d’accueil ?')
  expect(await page.evaluate(() => Reflect.get(window, 'kept')), 'the browser does not ask by itself').toBe(true)
  expect(await offer.count()).toBe(0)
  await page.getByRole('button', { name: /Jardin.*10:15/ }).tap()
  await offer.waitFor()
  await page.getByRole('button', { name: 'Garder', exact: true }).tap()
  expect(await page.evaluate(() => Reflect.get(window, 'prompted'))).toBe(true)
  await page.reload()
  await page.locator('.connection.live').first().waitFor()
  expect(await offer.count()).toBe(0)
})
