import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { boardOf, cellOf } from '../support/board-screen.ts'
import { laptop, useBrowser } from '../support/browser.ts'
import { type House, openHouse } from '../support/house.ts'
import { type LivelyForum, livelyForum } from '../support/lively-forum.ts'

const browser = useBrowser()
let house: House
let forum: LivelyForum
beforeAll(async () => {
  house = await openHouse()
})
beforeEach(async () => {
  forum = await livelyForum(house)
})
afterAll(() => house.close())

const openBoard = (options: Parameters<typeof boardOf>[4] = {}) =>
  boardOf(browser, house, forum, forum.host, { viewport: laptop, ...options })
const own = (page: Page) => page.locator(`.board-day [data-session="${forum.placedId}"]`)
const where = () => cellOf(house, forum, forum.placedId)

/** Where the keyboard is: its cell, and what the cell says. */
const focused = (page: Page) =>
  page.evaluate(() => ({
    cell: document.activeElement?.closest('[data-cell]')?.getAttribute('data-cell') ?? '',
    session: document.activeElement?.closest('[data-session]')?.getAttribute('data-session') ?? '',
    verdict: document.activeElement?.getAttribute('data-verdict') ?? '',
  }))

test('U5 Space takes a card up, arrows lead from cell to cell, Enter places it', async () => {
  const page = await openBoard()
  await own(page).locator('.card-title').focus()
  await page.keyboard.press('Space')
  await page.locator('.cell-free[data-verdict]').first().waitFor()
  const visited: string[] = [(await focused(page)).cell]
  let verdict = ''
  for (const arrow of ['ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown']) {
    await page.keyboard.press(arrow)
    // A cell answers one frame after the hand.
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
    const now = await focused(page)
    visited.push(now.cell)
    verdict = now.verdict
    if (verdict === 'free' || verdict === 'problem') break
  }
  expect(new Set(visited).size).toBe(visited.length)
  expect(verdict).toMatch(/^(free|problem)$/)
  await page.keyboard.press('Enter')
  await page.getByText('est posé', { exact: false }).first().waitFor()
  expect(await where()).toBe(visited.at(-1))
  await expect.poll(async () => (await focused(page)).session).toBe(forum.placedId)
})

test('U5 Escape puts a card back, and the keyboard goes on from it', async () => {
  const page = await openBoard()
  const before = await where()
  await own(page).locator('.card-title').focus()
  await page.keyboard.press('Space')
  await page.locator('.cell-free[data-verdict]').first().waitFor()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Escape')
  await expect.poll(async () => (await focused(page)).session).toBe(forum.placedId)
  expect([await page.locator('.hold-bar').count(), await where()]).toEqual([0, before])
})

test('U5 who closes or answers a notice by keyboard goes on from where they were', async () => {
  const page = await openBoard()
  const notice = page.locator('.notice')
  const link = page.getByRole('link', { name: 'Mon parcours' })
  /** Places the card by keys, and goes on to the link. */
  const placeAndGoOn = async () => {
    await own(page).locator('.card-title').press('Space')
    await page.locator('.board-day .cell-free[data-verdict="free"]').first().press('Enter')
    await notice.getByText('est posé', { exact: false }).waitFor()
    await own(page).locator('.card-title:focus').waitFor()
    await link.focus()
  }
  await placeAndGoOn()
  const placed = await where()
  await notice.locator('.notice-close').press('Enter')
  await link.and(page.locator(':focus')).waitFor()
  expect(await notice.count()).toBe(0)
  await placeAndGoOn()
  expect(await where()).not.toBe(placed)
  await notice.getByRole('button', { name: 'Annuler' }).press('Enter')
  await notice.getByText('Annulé', { exact: false }).waitFor()
  await link.and(page.locator(':focus')).waitFor()
  expect(await where()).toBe(placed)
})

test('U5 the focus goes along with a card that somebody else moves', async () => {
  const team = await forum.facilitator('Équipe')
  const page = await openBoard()
  await own(page).locator('.card-title').focus()
  const free = page.locator('.board-day [data-cell]:has(> .cell-free)').last()
  const wanted = (await free.getAttribute('data-cell')) ?? ''
  const [roomId = '', slotId = ''] = wanted.split(' ')
  expect((await team.send({ type: 'move', sessionId: forum.placedId, roomId, slotId })).status).toBe(200)
  await expect.poll(() => focused(page)).toMatchObject({ cell: wanted, session: forum.placedId })
})

test.for([
  ['a laptop', laptop],
  ['a phone', { width: 360, height: 740 }],
] as const)(
  'U5 “Déplacer vers…” places by two lists that say what each choice comes to, on %s',
  async ([, viewport]) => {
    const page = await openBoard({ viewport })
    await own(page).getByRole('button', { name: 'Déplacer vers…', exact: false }).focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    const rooms = dialog.getByLabel('Salle')
    await rooms.waitFor()
    const times = dialog.getByLabel('Heure')
    const said = await dialog.locator('option').allTextContents()
    expect(said.length).toBeGreaterThan(5)
    expect(said.filter((text) => !/ – (libre|problème|non|sa place actuelle)$/.test(text))).toEqual([])
    // The room it is in may have no other free hour: the lists are gone through as somebody would.
    let free: string | undefined
    for (const room of await rooms
      .locator('option')
      .evaluateAll((all) => all.map((one) => one.getAttribute('value')))) {
      await rooms.selectOption(room)
      const hours = await times
        .locator('option')
        .evaluateAll((all) =>
          all.filter((one) => one.textContent?.endsWith('libre')).map((one) => one.getAttribute('value') ?? ''),
        )
      free = hours[0]
      if (free !== undefined) break
    }
    if (free === undefined) throw new Error('no room has a free hour')
    await times.selectOption(free)
    const wanted = `${await rooms.inputValue()} ${free}`
    await dialog.getByRole('button', { name: 'Poser ici' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('est posé', { exact: false }).first().waitFor()
    expect([await where(), await dialog.count()]).toEqual([wanted, 0])
  },
)
