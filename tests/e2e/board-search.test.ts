import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkAxe } from '../support/axe.ts'
import { boardOf, snapshotOf } from '../support/board-screen.ts'
import { laptop, useBrowser } from '../support/browser.ts'
import { type House, openHouse } from '../support/house.ts'
import { type LivelyForum, livelyForum } from '../support/lively-forum.ts'

const browser = useBrowser()
let house: House
let forum: LivelyForum
beforeAll(async () => {
  house = await openHouse()
  forum = await livelyForum(house)
})
afterAll(() => house.close())

const openBoard = (options: Parameters<typeof boardOf>[4] = {}) =>
  boardOf(browser, house, forum, forum.host, { viewport: laptop, ...options })
const vivid = (page: Page) => page.locator('.board-day .card:not(.faded)')
const titles = (page: Page) => vivid(page).locator('.card-title span:last-child, a.card-title').allTextContents()
const phone = { width: 360, height: 740 }

test('U11 words are found without their accents; the grid fades the rest, and the address says what was looked for', async () => {
  const page = await openBoard()
  await page.getByRole('button', { name: 'Chercher' }).click()
  await page.getByLabel('Chercher sur le tableau').fill('reparer VELO')
  await page.locator('.find-result').getByText('1 sujet', { exact: true }).waitFor()
  expect(await titles(page)).toEqual(['Réparer un vélo à quatre mains'])
  expect(await page.locator('.board-day .card.faded').count()).toBeGreaterThan(3)
  expect(new URL(page.url()).searchParams.get('q')).toBe('reparer VELO')
  expect(await checkAxe(page)).toEqual([])
})

test('U11 a shared address opens with its search, and a list leaves the rest out', async () => {
  const page = await openBoard({ viewport: phone, url: `${forum.url}?q=velo&format=workshop` })
  await page.locator('.find-result').getByText('1 sujet', { exact: true }).waitFor()
  expect([await vivid(page).count(), await page.locator('.board-day .cell-free').count()]).toEqual([1, 0])
  expect(await page.getByLabel('Format').inputValue()).toBe('workshop')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width)
  // Only the lists scroll sideways.
  for (const name of ['Cases libres', 'Mes étoiles', 'Fermer la recherche']) {
    const box = await page.locator('.find').getByRole('button', { name }).boundingBox()
    expect((box?.x ?? phone.width) + (box?.width ?? 0)).toBeLessThanOrEqual(phone.width)
  }
  await page.getByRole('button', { name: 'Tout effacer' }).click()
  await expect.poll(() => vivid(page).count()).toBeGreaterThan(3)
  expect(new URL(page.url()).search).toBe('')
})

test('U11 what stands on another day or waits for a cell is counted, and nothing found says so', async () => {
  const page = await openBoard({ url: `${forum.url}?q=memoire` })
  await page.locator('.find-result').getByText('1 sujet', { exact: true }).waitFor()
  await page.getByText(/à placer\s: 1/).waitFor()
  await page.getByLabel('Chercher sur le tableau').fill('xylophone')
  await page.locator('.find-result').getByText('Aucun sujet ne correspond.').waitFor()
  await page.locator('.board-side').getByText('Aucun sujet à placer ne correspond à la recherche.').waitFor()
})

test('U11 free cells, buildings and my stars', async () => {
  const page = await openBoard({ viewport: phone, url: `${forum.url}?free=1` })
  await page.getByText(/cases? libres? ce jour/).waitFor()
  const free = await page.locator('.board-day .cell-free').count()
  expect([await vivid(page).count(), free > 0]).toEqual([0, true])
  await page.getByLabel('Bâtiment').selectOption('extérieur')
  await expect.poll(() => page.locator('.board-day .cell-free').count()).toBeLessThan(free)
  await page.goto(`${forum.url}?stars=1`)
  const star = page.locator('.find').getByRole('button', { name: 'Mes étoiles' })
  await star.waitFor()
  expect(await star.getAttribute('aria-pressed')).toBe('true')
})

test('U11 another day keeps the search', async () => {
  const page = await openBoard({ url: `${forum.url}?q=velo` })
  await page.locator('.day-tabs button').last().click()
  await expect.poll(() => new URL(page.url()).searchParams.get('day')).not.toBeNull()
  expect(new URL(page.url()).searchParams.get('q')).toBe('velo')
})

test('U12 what others do is said once, joined, and not while somebody types', async () => {
  const page = await openBoard()
  // Before the page sets its first timer.
  await page.clock.install()
  await page.reload()
  const region = page.locator('[aria-live="polite"]')
  expect(await page.locator('[aria-live], [role="status"], [role="log"], output').count()).toBe(1)
  await page.getByRole('button', { name: 'Chercher' }).click()
  const field = page.getByLabel('Chercher sur le tableau')
  await field.focus()
  const team = await forum.facilitator('Voix')
  const { board } = await snapshotOf(house, forum)
  for (const title of ['Un', 'Deux', 'Trois']) await team.send({ type: 'propose', sessionId: randomUUID(), title })
  await page.locator('.tray .card', { hasText: 'Trois' }).waitFor()
  // What others do is joined for five seconds.
  await page.clock.fastForward(6000)
  expect(await region.textContent()).not.toContain('3 sujets proposés')
  await field.blur()
  await page.clock.fastForward(6000)
  await region.getByText('3 sujets proposés').waitFor({ state: 'attached' })
  expect(board.sessions.length).toBeGreaterThan(0)
})

/** The code that lets cards glide comes after the first picture; asked for again, it is given when the page has it too. */
const untilItGlides = async (page: Page): Promise<void> => {
  const handle = await page.waitForFunction(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => name)
      .find((name) => /\/glide-[^/]+\.js$/.test(name)),
  )
  await page.evaluate(`import(${JSON.stringify(await handle.jsonValue())}).then(() => undefined)`)
}

test('U12 a card that somebody else moves glides to its new cell; with reduced motion it is simply there', async () => {
  const team = await forum.facilitator('Main')
  const cellsOfDay = async (page: Page) =>
    page
      .locator('.board-day [data-cell]:has(> .cell-free)')
      .evaluateAll((all) => all.map((one) => one.getAttribute('data-cell') ?? ''))
  for (const reducedMotion of [false, true]) {
    const page = await openBoard({ reducedMotion })
    await page.waitForLoadState('networkidle')
    const [roomId = '', slotId = ''] = (await cellsOfDay(page)).at(-1)?.split(' ') ?? []
    const flights = page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const look = new MutationObserver(() =>
            requestAnimationFrame(() => requestAnimationFrame(() => resolve(document.getAnimations().length))),
          )
          look.observe(document.querySelector('.board-day') ?? document.body, { childList: true, subtree: true })
        }),
    )
    await untilItGlides(page)
    await team.send({ type: 'claim', sessionId: forum.placedId, roomId, slotId })
    await page.locator(`[data-cell="${roomId} ${slotId}"] [data-session="${forum.placedId}"]`).waitFor()
    expect((await flights) > 0).toBe(!reducedMotion)
  }
})
