import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { projector, useBrowser } from '../support/browser.ts'
import { type House, type HouseForum, openHouse } from '../support/house.ts'
import { heldLine } from '../support/line.ts'
import { widePlan } from '../support/wide-plan.ts'

const browser = useBrowser()
let house: House
let forum: HouseForum

beforeAll(async () => {
  house = await openHouse()
  forum = await house.createForum()
})
afterAll(() => house.close())

const openForum = async (options: Parameters<typeof browser.openPage>[0] = {}): Promise<Page> => {
  const { page } = await browser.openPage({ touch: true, ...options, url: options.url ?? forum.url })
  return page
}

/** A phone whose network can be made to keep back what the server says. */
const openLatePhone = async (): Promise<{ page: Page; hold(): void; release(): void }> => {
  const { page } = await browser.openPage({ touch: true })
  const line = await heldLine(page)
  await page.goto(forum.url)
  return { page, ...line }
}

/** Says a name in the dialog that the first act opens. */
const sayName = async (page: Page, name: string): Promise<void> => {
  await page.getByLabel('Nom ou surnom').fill(name)
  await page.getByRole('button', { name: 'Continuer' }).click()
}

/** Proposes from the board; leaves the "where and when?" step open. */
const propose = async (page: Page, title: string, name?: string): Promise<void> => {
  await page.getByRole('button', { name: 'Proposer', exact: false }).last().click()
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('Titre', { exact: false }).fill(title)
  await sheet.getByRole('button', { name: 'Proposer' }).click()
  if (name !== undefined) await sayName(page, name)
  await page.getByRole('dialog', { name: 'Où et quand ?' }).waitFor()
}

describe('the market', () => {
  test('U1 propose, claim: seen on a second phone, on the wall and at the door without a reload', async () => {
    const wall = await openForum({ url: `${forum.url}/wall`, viewport: projector, touch: false })
    const second = await openForum()
    const door = await openForum({ url: `${forum.url}/room/grande-salle` })
    await door.getByText('Grande salle').first().waitFor()
    const first = await openForum()
    await propose(first, 'Cartographier nos communs', 'Ana')
    await first
      .getByRole('dialog')
      .getByRole('button', { name: /^Atelier \d/ })
      .or(first.getByRole('dialog').locator('.where button'))
      .first()
      .click()
    for (const page of [first, second, wall]) {
      await page.getByText('Cartographier nos communs').first().waitFor()
    }
    await expect.poll(() => first.locator('.card.pending').count()).toBe(0)
  })

  test('U2 two phones race for one cell: one wins, the other takes an alternative with one tap', async () => {
    const phones = await Promise.all([openLatePhone(), openLatePhone()])
    const pages = phones.map(({ page }) => page)
    const titles = ['Nos outils libres', 'Faire trace ensemble']
    for (const [n, page] of pages.entries()) {
      await propose(page, titles[n] ?? '', ['Brieuc', 'Carole'][n])
      await page.getByRole('button', { name: 'Choisir sur le tableau' }).click()
      await page.getByText(`En main : « ${titles[n]} »`).first().waitFor()
    }
    // Neither hears of the other before both have tapped.
    for (const phone of phones) phone.hold()
    for (const page of pages) await page.getByRole('button', { name: /Jardin.*15:15/ }).click()
    for (const phone of phones) phone.release()
    const refusals = pages.map((page) => page.getByText('est prise par', { exact: false }).first())
    await expect
      .poll(async () => (await Promise.all(refusals.map((one) => one.isVisible()))).filter(Boolean).length)
      .toBe(1)
    const loser = pages[(await refusals[0]?.isVisible()) === true ? 0 : 1]
    if (loser === undefined) throw new Error('nobody lost')
    await loser
      .locator('.notice')
      .getByRole('button', { name: /\d{2}:\d{2}/ })
      .first()
      .click()
    await loser.getByText('est posé', { exact: false }).first().waitFor()
    const { board } = await (await fetch(`${house.origin}/api/forums/${forum.slug}`)).json()
    const placed = board.placements.filter((p: { sessionId: string }) =>
      board.sessions.some((s: { id: string; title: string }) => s.id === p.sessionId && titles.includes(s.title)),
    )
    expect(new Set(placed.map((p: { roomId: string; start: number }) => `${p.roomId} ${p.start}`)).size).toBe(2)
  })

  test('U3 a title that is being typed survives a reload', async () => {
    const page = await openForum()
    await page.getByRole('button', { name: 'Proposer' }).last().click()
    await page.getByLabel('Titre', { exact: false }).fill('Une idée fragile')
    await page.reload()
    const title = page.getByLabel('Titre', { exact: false })
    await title.waitFor()
    expect(await title.inputValue()).toBe('Une idée fragile')
  })

  test('U5 from nothing to a placed card by keyboard alone', async () => {
    const page = await openForum({ viewport: { width: 1280, height: 800 }, touch: false })
    await page.locator('.board-side').getByRole('button', { name: 'Proposer' }).focus()
    await page.keyboard.press('Enter')
    await page.getByLabel('Titre', { exact: false }).waitFor()
    await page.keyboard.type('Sans la souris')
    await page.keyboard.press('Enter')
    await page.getByLabel('Nom ou surnom').waitFor()
    await page.keyboard.type('Denez')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name: 'Où et quand ?' }).waitFor()
    await page.keyboard.press('Escape')
    // What lies behind an open dialog takes no focus.
    await page.getByRole('dialog', { name: 'Où et quand ?' }).waitFor({ state: 'hidden' })
    const card = page.getByRole('button', { name: 'Prendre en main : Sans la souris' })
    await card.focus()
    await page.keyboard.press('Space')
    await page.getByText('En main : « Sans la souris »').first().waitFor()
    for (let n = 0; n < 60; n += 1) {
      await page.keyboard.press('Tab')
      const verdict = await page.evaluate(() => document.activeElement?.getAttribute('data-verdict') ?? '')
      if (verdict === 'free') break
    }
    await page.keyboard.press('Enter')
    await page.getByText('« Sans la souris » est posé', { exact: false }).waitFor()
  })

  test('P9 a claim without network is shown as waiting, and becomes an entry when it returns', async () => {
    const device = await browser.openPage({
      touch: true,
      url: forum.url,
      allow: [/ERR_INTERNET_DISCONNECTED/, /WebSocket/],
    })
    const { page } = device
    await propose(page, 'Hors réseau', 'Enora')
    await device.context.setOffline(true)
    await page.getByRole('dialog').locator('.where button').first().click()
    await page.locator('.card', { hasText: 'Hors réseau' }).getByText('en attente…').waitFor()
    await device.context.setOffline(false)
    await expect.poll(() => page.locator('.card.pending').count(), { timeout: 20_000 }).toBe(0)
    const { board } = await (await fetch(`${house.origin}/api/forums/${forum.slug}`)).json()
    const session = board.sessions.find(({ title }: { title: string }) => title === 'Hors réseau')
    expect(board.placements.some((p: { sessionId: string }) => p.sessionId === session.id)).toBe(true)
  })

  test('P10 now is the server’s time on a phone that is hours off', async () => {
    const running = await house.createForum({ startsIn: 0 })
    const device = await browser.openPage({ touch: true })
    await device.page.clock.install({ time: Date.now() - 5 * 3_600_000 })
    await device.page.goto(`${running.url}/wall`)
    const shown = device.page.locator('time, .wall-clock').first()
    const minute = () =>
      new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', hour: '2-digit', minute: '2-digit' }).format(
        Date.now(),
      )
    await expect.poll(async () => (await shown.textContent())?.includes(minute())).toBe(true)
  })
})

test('I6 a session’s words are shown as words, on every page', async () => {
  const ana = await forum.join('<img src=x onerror=alert(1)>')
  const title = '"><script>alert(1)</script><b>gras</b>'
  const sessionId = randomUUID()
  await ana.send({
    type: 'propose',
    sessionId,
    title,
    description: '<svg onload=alert(2)>',
    links: ['https://example.org/?a="><script>'.replace(/["<>]/g, '')],
  })
  for (const path of ['', `/sessions/${sessionId}`, '/wall', '/room/jardin']) {
    const page = await openForum({ url: `${forum.url}${path}`, viewport: projector, touch: false })
    await page.waitForLoadState('networkidle')
    expect(await page.locator('b', { hasText: /^gras$/ }).count()).toBe(0)
  }
})

test('U31 one long room name makes the head no taller than two lines, and is whole for a pointer and for a reader', async () => {
  const name = 'Amphithéâtre Marie-Jacqueline Desouches, au bout du grand couloir du bâtiment Sud'
  const plan = widePlan(6, 2, Date.now())
  const rooms = plan.rooms.map((room, n) => (n === 1 ? { ...room, name } : room))
  const long = await house.createForum({ plan: { ...plan, rooms } })
  const page = await openForum({ url: long.url, viewport: { width: 1280, height: 800 }, touch: false })
  const head = page.locator('.grid-room').filter({ hasText: 'Amphithéâtre' }).locator('.grid-name')
  const lines = await head.evaluate((link) => link.clientHeight / Number.parseFloat(getComputedStyle(link).lineHeight))
  expect(Math.round(lines * 10) / 10).toBe(2)
  expect(await head.getAttribute('title')).toBe(name)
  expect(await page.getByRole('columnheader', { name }).count()).toBe(1)
})

test('B4 V4 a forum of one day says which day; to propose is the loudest thing only while one may', async () => {
  const plan = widePlan(2, 3, Date.now())
  const short = await house.createForum({ plan })
  const team = await short.facilitator('Équipe')
  await team.send({ type: 'close-door', door: 'propose' })
  const page = await openForum({ url: short.url, viewport: { width: 1280, height: 800 }, touch: false })
  await page.locator('.board-propose.plain').waitFor()
  const date = Date.parse(`${plan.days[0]?.date}T12:00:00Z`)
  const said = new Intl.DateTimeFormat('fr-FR', { weekday: 'long', day: 'numeric', month: 'long' }).format(date)
  expect([await page.locator('.one-day').textContent(), await page.locator('.day-tabs').count()]).toEqual([said, 0])
  await team.send({ type: 'open-door', door: 'propose' })
  await page.locator('.board-propose.main').waitFor()
})
