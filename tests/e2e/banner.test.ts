import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkAxe } from '../support/axe.ts'
import { laptop, projector, useBrowser } from '../support/browser.ts'
import { type House, type HouseForum, openHouse, type Visitor } from '../support/house.ts'

const browser = useBrowser()
let house: House
let forum: HouseForum
let ana: Visitor
let team: Visitor

beforeAll(async () => {
  house = await openHouse()
  house.setClock('2027-06-12', '09:00')
  forum = await house.createForum({ startsIn: 0 })
  ana = await forum.join('Ana')
  team = await forum.facilitator('Équipe')
})
afterAll(() => house.close())

const forbidWrites = async (forbidden: boolean): Promise<void> => {
  await sql.raw(`pragma query_only = ${forbidden ? 'on' : 'off'}`).execute(house.db)
}
const sentence = /Lecture seule pour un moment/

test('U45 while nothing can be saved every page of the forum says so, the wall too, and no longer once it can', async () => {
  const pages = await Promise.all(
    [
      { path: '', who: ana },
      { path: '/me', who: ana },
      { path: '/desk', who: team, viewport: laptop },
      { path: '/room/atelier', who: ana },
      { path: '/wall', who: ana, viewport: projector },
    ].map(async ({ path, who, ...options }) => {
      const { page, context } = await browser.openPage(options)
      await context.addCookies([{ name: `forum-${forum.slug}`, value: who.token, url: house.origin }])
      await page.goto(forum.url + path)
      await page.locator('#content').waitFor()
      return page
    }),
  )
  await forbidWrites(true)
  try {
    const sessionId = randomUUID()
    expect((await ana.send({ type: 'propose', sessionId, title: 'Rien' })).status).toBe(503)
    for (const page of pages) {
      await page.getByText(sentence).waitFor()
      expect(await checkAxe(page)).toEqual([])
    }
    const wall = pages[4]
    const cut = await wall?.evaluate(() => {
      const [page, last] = [document.querySelector('.wall-body'), document.querySelector('.wall-page > :last-child')]
      return (last?.getBoundingClientRect().bottom ?? 0) - (page?.getBoundingClientRect().bottom ?? 0)
    })
    expect(cut).toBeLessThanOrEqual(1)
  } finally {
    await forbidWrites(false)
  }
  for (const page of pages) await page.getByText(sentence).waitFor({ state: 'detached' })
})
