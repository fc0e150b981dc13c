import { afterAll, beforeAll, expect, test } from 'vitest'
import { snapshotOf } from '../support/board-screen.ts'
import { useBrowser } from '../support/browser.ts'
import { type House, openHouse } from '../support/house.ts'
import { heldLine } from '../support/line.ts'
import { livelyForum } from '../support/lively-forum.ts'

const browser = useBrowser()
let house: House

beforeAll(async () => {
  house = await openHouse()
  house.setClock('2027-06-12', '09:00')
})
afterAll(() => house.close())

test('O11 P14 an answer to a repeat that comes after its page was left is said, and fetches nobody back', async () => {
  const forum = await livelyForum(house, { startsIn: 0 })
  const [host] = forum.hosts
  const { page, context } = await browser.openPage({ touch: true })
  await context.addCookies([{ name: `forum-${forum.slug}`, value: host?.token ?? '', url: house.origin }])
  const line = await heldLine(page)
  await page.goto(`${forum.url}/sessions/${forum.placedId}?repeat=${forum.placedId}`)
  const sheet = page.getByRole('dialog', { name: 'Refaire : où et quand ?' })
  const best = sheet.getByRole('listitem').first().getByRole('button')
  await best.waitFor()
  line.hold()
  await best.tap()
  const repeats = async () => {
    const { board } = await snapshotOf(house, forum)
    return board.sessions.filter(({ repeatOf }) => repeatOf === forum.placedId).length
  }
  await expect.poll(repeats).toBe(1)
  await sheet.press('Escape')
  await page.getByRole('link', { name: 'Mon parcours' }).tap()
  await page.getByRole('heading', { name: 'Mon parcours', level: 1 }).waitFor()
  line.release()
  await page.getByText(/aura lieu une fois de plus/).waitFor()
  expect(new URL(page.url()).pathname).toBe(`/${forum.slug}/me`)
  expect(await repeats()).toBe(1)
})
