import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { smallestCount } from '../../shared/interest.ts'
import { boardOf, cellOf, middleOf, snapshotOf } from '../support/board-screen.ts'
import { phone, useBrowser } from '../support/browser.ts'
import { fingerOn } from '../support/finger.ts'
import { type House, type HouseForum, openHouse } from '../support/house.ts'
import { type LivelyForum, livelyForum } from '../support/lively-forum.ts'
import { widePlan } from '../support/wide-plan.ts'

/** What only a list under a thumb has: a line of now, a tray in a sheet, cells that are drawn while a card is in hand. */
const browser = useBrowser()
let house: House
let forum: LivelyForum
beforeAll(async () => {
  house = await openHouse()
  house.setClock('2027-06-12', '09:50')
})
beforeEach(async () => {
  house.setClock('2027-06-12', '09:50')
  forum = await livelyForum(house, { startsIn: 0 })
})
afterAll(() => house.close())

const openPhone = (who = forum.host, of: HouseForum = forum): Promise<Page> =>
  boardOf(browser, house, of, who, { viewport: phone, touch: true })
const own = (page: Page) => page.locator(`.board-day [data-session="${forum.placedId}"]`)
const handOf = (page: Page) => page.locator('.hold-bar')
const scrollTo = (page: Page, top: number): Promise<unknown> =>
  page.evaluate(
    (at) =>
      new Promise((resolve) => {
        window.scrollTo({ top: at, behavior: 'instant' })
        requestAnimationFrame(() => requestAnimationFrame(resolve))
      }),
    top,
  )

test('U29 the line of now stays at the upper edge while the list scrolls, and a tap on it leads back to now', async () => {
  house.setClock('2027-06-12', '10:40')
  const page = await openPhone()
  const line = page.locator('.now-line')
  expect(await line.textContent()).toBe('Il est 10:40 · en cours jusqu’à 11:15')
  const before = await line.boundingBox()
  expect(before?.y).toBeGreaterThan(0)
  for (const share of [0.3, 0.6, 1]) {
    const end = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)
    expect(end).toBeGreaterThan(phone.height)
    await scrollTo(page, Math.round(end * share))
    const box = await line.boundingBox()
    expect(box).toEqual({ x: 0, y: 0, width: phone.width, height: before?.height })
    // It is what the eye sees there, and the hour of the slot stands below it, not under it.
    const seen = await page.evaluate(() => document.elementFromPoint(180, 10)?.closest('.now-line') !== null)
    expect(seen).toBe(true)
    const tops = await page
      .locator('.slot-time')
      .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().top).filter((top) => top > -5 && top < 44))
    expect(tops.filter((top) => top > 0 && top < 43)).toEqual([])
  }
  await line.tap()
  const top = () => page.locator('.slot.current').evaluate((slot) => slot.getBoundingClientRect().top)
  await expect.poll(top).toBeLessThan(60)
  expect(await top()).toBeGreaterThanOrEqual(44)
})

test('U10 in the list too every cell answers a card in hand, the closed ones and those taken by an overlap too', async () => {
  const plan = widePlan(3, 2, Date.parse('2027-06-12T12:00:00Z'))
  const [day] = plan.days
  if (day === undefined) throw new Error('a plan without days')
  // Two rounds of half an hour beside one of an hour.
  const long = { start: '07:00', end: '08:00', kind: 'open', label: '' } as const
  const overlapping = { ...plan, name: 'Créneaux mêlés', days: [{ ...day, slots: [...day.slots, long] }] }
  const mixed = await house.createForum({ plan: overlapping })
  const team = await mixed.facilitator('Équipe')
  const [ana, brieuc] = [await mixed.join('Ana'), await mixed.join('Brieuc')]
  const { board } = await snapshotOf(house, mixed)
  const ofLong = board.slots.find(({ end, start }) => end - start === 3_600_000)?.id ?? ''
  const [first, second, third] = board.rooms.map(({ id }) => id)
  const [taken, held] = [randomUUID(), randomUUID()]
  await ana.send({ type: 'propose', sessionId: taken, title: 'Une heure entière' })
  await ana.send({ type: 'claim', sessionId: taken, roomId: first ?? '', slotId: ofLong })
  await brieuc.send({ type: 'propose', sessionId: held, title: 'Où aller ?' })
  const shut = board.slots.find(({ id }) => id !== ofLong)?.id ?? ''
  await team.send({ type: 'set-cells', cells: [{ roomId: second ?? '', slotId: shut }], use: { type: 'closed' } })

  const page = await openPhone(brieuc, mixed)
  const shown = () => page.locator('.board-day [data-cell]').evaluateAll((all) => all.map((one) => one.textContent))
  const calm = await shown()
  expect(calm.some((said) => /fermée|prise/.test(said ?? ''))).toBe(false)
  await page.locator('.board-bar button').first().tap()
  await page.getByRole('dialog').locator('button.card-title').tap()
  await page.locator('.verdict').first().waitFor()
  const cells = await page
    .locator('.board-day [data-cell]')
    .evaluateAll((all) =>
      all.map((one) => [one.getAttribute('data-cell') ?? '', one.querySelector('.verdict')?.textContent?.trim() ?? '']),
    )
  const wanted = board.slots.flatMap((slot) => board.rooms.map((room) => `${room.id} ${slot.id}`))
  expect(cells.map(([cell]) => cell).sort()).toEqual([...wanted].sort())
  const answers = new Map(cells.map(([cell = '', said = '']) => [cell, said]))
  expect(answers.get(`${second} ${shut}`)).toMatch(/^(?!non).*fermée/i)
  for (const { id } of board.slots.filter((slot) => slot.id !== ofLong)) {
    expect(answers.get(`${first} ${id}`)).toMatch(/^(?!non).*«\sUne heure entière\s»/)
    expect(answers.get(`${third} ${id}`)).toMatch(/^libre/)
  }
  await handOf(page).getByRole('button', { name: 'Reposer' }).tap()
  await expect.poll(shown).toEqual(calm)
})

test('U8 a finger that rests on a card of the tray carries it out of the sheet', async () => {
  const page = await openPhone()
  const finger = await fingerOn(page)
  await page.locator('.board-bar button').first().tap()
  const sheet = page.getByRole('dialog')
  const card = sheet.locator('.card', { hasText: 'Garder la mémoire' })
  const sessionId = (await card.getAttribute('data-session')) ?? ''
  const from = await middleOf(card.locator('button.card-title'))
  await finger.down(from.x, from.y)
  await page.locator('.ghost').waitFor()
  await expect.poll(() => sheet.count()).toBe(0)
  const target = page.locator('.board-day [data-cell]:has(> .cell-free:is([data-verdict="free"]))').first()
  await target.waitFor()
  await target.scrollIntoViewIfNeeded()
  const cell = await target.getAttribute('data-cell')
  const to = await middleOf(target)
  await finger.moveTo(to.x, to.y)
  await page.locator('[data-over]').waitFor()
  await finger.up()
  await page.getByText('est posé', { exact: false }).first().waitFor()
  expect([await cellOf(house, forum, sessionId), await page.locator('.ghost').count()]).toEqual([cell, 0])
})

test('U8 carried out of the tray and dropped beside the cells, a card waits in the tray again', async () => {
  const page = await openPhone()
  const finger = await fingerOn(page)
  await page.locator('.board-bar button').first().tap()
  const card = page.getByRole('dialog').locator('.card', { hasText: 'Garder la mémoire' })
  const sessionId = (await card.getAttribute('data-session')) ?? ''
  const from = await middleOf(card.locator('button.card-title'))
  await finger.down(from.x, from.y)
  await page.locator('.ghost').waitFor()
  await finger.moveTo(180, 8)
  await finger.up()
  await expect.poll(() => handOf(page).count()).toBe(0)
  expect([await cellOf(house, forum, sessionId), await page.locator('.ghost').count()]).toEqual(['', 0])
})

/**
 * Until the page has not moved for a quarter of a second. Time itself is the point here: before, a finger may only want to stop
 * the page, and what a browser says of when it moved follows no clock of ours.
 */
const untilItRests = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        let timer = setTimeout(resolve, 250)
        const again = () => {
          clearTimeout(timer)
          timer = setTimeout(resolve, 250)
        }
        document.addEventListener('scroll', again, { capture: true, passive: true })
      }),
  )

test('U30 a tap places when the finger rises, and one tap is one act', async () => {
  const page = await openPhone()
  await own(page).locator('.card-title').tap()
  const target = page.locator('.board-day [data-cell]:has(> .cell-free[data-verdict="free"])').first()
  await target.waitFor()
  await target.scrollIntoViewIfNeeded()
  const cell = await target.getAttribute('data-cell')
  const to = await middleOf(target)
  const finger = await fingerOn(page)
  await page.evaluate(() => {
    document.addEventListener('click', () => document.body.setAttribute('data-clicked', ''), { capture: true })
  })
  await untilItRests(page)
  await finger.down(to.x, to.y)
  await finger.up()
  await page.getByText('est posé', { exact: false }).first().waitFor()
  // Had the browser made a click of it too, the card that lies there now would have been taken up.
  expect([await cellOf(house, forum, forum.placedId), await handOf(page).count()]).toEqual([cell, 0])
  expect(await page.locator('body[data-clicked]').count()).toBe(0)
})

test('U30 a finger that scrolls over the cells, or slides off, places nothing', async () => {
  const page = await openPhone()
  const before = await cellOf(house, forum, forum.placedId)
  await own(page).locator('.card-title').tap()
  const target = page.locator('.board-day [data-cell]:has(> .cell-free[data-verdict="free"])').first()
  await target.waitFor()
  const to = await middleOf(target)
  const finger = await fingerOn(page)
  await finger.down(to.x, to.y)
  await finger.moveTo(to.x, to.y - 140, 10)
  await finger.up()
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(60)
  expect([await cellOf(house, forum, forum.placedId), await handOf(page).count()]).toEqual([before, 1])
})

test('U27 a card shows how many are interested from three on, and one’s own star in any case', async () => {
  const page = await openPhone()
  const figures = () =>
    page
      .locator('.board-day .card')
      .evaluateAll((all) =>
        all.map((card) => card.querySelector('.star [aria-hidden="true"]:not(svg)')?.textContent ?? ''),
      )
  // Of the six on the board three have one or two stars, and one has three: once its figure is here, all are.
  await expect.poll(figures).toEqual(['', '', '', String(smallestCount), '', ''])
  const button = own(page).locator('.star')
  const words = async () => (await button.textContent())?.replace(/\s+/g, ' ').trim()
  const bare = (await words()) ?? ''
  expect(bare).toMatch(/^Ça m’intéresse : Comment accueillir/)
  const empty = await button.locator('svg').evaluate((star) => getComputedStyle(star).fill)
  await button.tap()
  await expect.poll(() => button.getAttribute('aria-pressed')).toBe('true')
  expect(await words()).toBe(bare)
  expect(await button.locator('svg').evaluate((star) => getComputedStyle(star).fill)).not.toBe(empty)
  for (const fan of forum.hosts.slice(1, smallestCount)) {
    await fan.star(forum.placedId)
  }
  await expect.poll(words).toBe(`${bare}${smallestCount}, ${smallestCount} personnes intéressées`)
})
