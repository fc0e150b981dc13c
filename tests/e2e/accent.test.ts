import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkAxe } from '../support/axe.ts'
import { laptop, useBrowser } from '../support/browser.ts'
import { type House, type HouseForum, openHouse } from '../support/house.ts'

const browser = useBrowser()
let house: House
let forum: HouseForum

beforeAll(async () => {
  house = await openHouse()
  forum = await house.createForum()
})
afterAll(() => house.close())

test('U26 a colour chosen at the desk is at once on every open page, and in the page that is sent next', async () => {
  const { page: board } = await browser.openPage({ url: forum.url })
  await board.locator('.board').waitFor()
  const team = await forum.facilitator('Régie')
  const { page: desk, context } = await browser.openPage({ viewport: laptop })
  await context.addCookies([{ name: `forum-${forum.slug}`, value: team.token, url: house.origin }])
  await desk.goto(`${forum.url}/desk`)
  await desk.getByRole('tab', { name: 'Cadre' }).click()
  await desk.getByRole('radio', { name: 'brique' }).check()
  for (const page of [board, desk]) {
    await expect.poll(() => page.evaluate(() => document.documentElement.dataset.accent)).toBe('brick')
    const accent = await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--accent'))
    expect(accent.trim()).toBe('#7b2f1d')
  }
  expect(await (await fetch(forum.url)).text()).toContain('data-accent="brick"')
  expect(await checkAxe(desk)).toEqual([])
})
