import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { boardOf, cellOf, middleOf, snapshotOf } from '../support/board-screen.ts'
import { laptop, useBrowser } from '../support/browser.ts'
import { fingerOn } from '../support/finger.ts'
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

const own = (page: Page) => page.locator(`.board-day [data-session="${forum.placedId}"]`)
const freeCell = (page: Page) => page.locator('.board-day [data-cell]:has(> .cell-free)')
const handOf = (page: Page) => page.locator('.hold-bar')
const where = () => cellOf(house, forum, forum.placedId)

const openBoard = (options: Parameters<typeof boardOf>[4] = {}) =>
  boardOf(browser, house, forum, forum.host, { viewport: laptop, ...options })

describe('by mouse', () => {
  test('U8 a card is carried to the cell under the pointer', async () => {
    const page = await openBoard()
    const target = freeCell(page).first()
    const cell = await target.getAttribute('data-cell')
    const from = await middleOf(own(page))
    await page.mouse.move(from.x, from.y - 20)
    await page.mouse.down()
    await page.mouse.move(from.x + 10, from.y)
    await page.locator('.ghost').waitFor()
    const to = await middleOf(target)
    await page.mouse.move(to.x, to.y, { steps: 8 })
    await page.locator('[data-over]').waitFor()
    await page.mouse.up()
    await page.getByText('est posé', { exact: false }).first().waitFor()
    expect([await where(), await page.locator('.ghost').count(), await handOf(page).count()]).toEqual([cell, 0, 0])
  })

  test('U8 dropped beside the cells, or with Escape, a card is where it was', async () => {
    const page = await openBoard()
    const before = await where()
    const from = await middleOf(own(page))
    const to = await middleOf(freeCell(page).first())
    const carry = async () => {
      await page.mouse.move(from.x, from.y - 20)
      await page.mouse.down()
      await page.mouse.move(to.x, to.y, { steps: 8 })
      await page.locator('.ghost').waitFor()
    }
    await carry()
    await page.mouse.move(640, 10, { steps: 4 })
    await page.mouse.up()
    await expect.poll(() => handOf(page).count()).toBe(0)
    await carry()
    await page.keyboard.press('Escape')
    await expect.poll(() => page.locator('.ghost').count()).toBe(0)
    await page.mouse.up()
    await page.mouse.move(10, 10)
    expect([await where(), await handOf(page).count(), await page.locator('.card.held').count()]).toEqual([
      before,
      0,
      0,
    ])
    expect(
      await page.evaluate(() => document.activeElement?.closest('[data-session]')?.getAttribute('data-session')),
    ).toBe(forum.placedId)
  })

  test('U8 a card that somebody else carries is not to be carried', async () => {
    const page = await openBoard()
    // Until the board knows who one is, one's own card is a link too.
    await own(page).locator('button.card-title').waitFor()
    const foreign = page.locator('.board-day .card:has(a.card-title)').first()
    const from = await middleOf(foreign)
    await page.mouse.move(from.x, from.y - 20)
    await page.mouse.down()
    await page.mouse.move(from.x + 200, from.y, { steps: 8 })
    expect([await page.locator('.ghost').count(), await handOf(page).count()]).toEqual([0, 0])
    await page.mouse.up()
  })
})

describe('by pen', () => {
  test('U8 a pen carries a card at once, and places it where it is lifted', async () => {
    const page = await openBoard()
    const protocol = await page.context().newCDPSession(page)
    const pen = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', x: number, y: number) => {
      const buttons = type === 'mouseReleased' ? 0 : 1
      const event = { type, x, y, button: 'left', buttons, clickCount: 1, pointerType: 'pen', force: 0.5 } as const
      return protocol.send('Input.dispatchMouseEvent', event)
    }
    await page.evaluate(() =>
      document.addEventListener('pointerdown', (event) => document.body.setAttribute('data-by', event.pointerType)),
    )
    const target = freeCell(page).first()
    const cell = await target.getAttribute('data-cell')
    const from = await middleOf(own(page))
    const to = await middleOf(target)
    await pen('mousePressed', from.x, from.y - 20)
    await pen('mouseMoved', from.x + 10, from.y)
    await page.locator('.ghost').waitFor()
    for (let n = 1; n <= 6; n += 1)
      await pen('mouseMoved', from.x + ((to.x - from.x) * n) / 6, from.y + ((to.y - from.y) * n) / 6)
    await page.locator('[data-over]').waitFor()
    await pen('mouseReleased', to.x, to.y)
    await page.getByText('est posé', { exact: false }).first().waitFor()
    expect(await page.getAttribute('body', 'data-by')).toBe('pen')
    expect([await where(), await page.locator('.ghost').count(), await handOf(page).count()]).toEqual([cell, 0, 0])
  })
})

describe('by finger', () => {
  const openPhone = (options: Parameters<typeof boardOf>[4] = {}) =>
    openBoard({ viewport: { width: 360, height: 740 }, touch: true, ...options })

  test('U8 a finger that rests takes a card up, and places it where it rises', async () => {
    const page = await openPhone()
    const finger = await fingerOn(page)
    const from = await middleOf(own(page).locator('.card-title'))
    await finger.down(from.x, from.y)
    await page.locator('.ghost').waitFor()
    const target = freeCell(page).first()
    const cell = await target.getAttribute('data-cell')
    const to = await middleOf(target)
    await finger.moveTo(to.x, to.y)
    await page.locator('[data-over]').waitFor()
    await finger.up()
    await page.getByText('est posé', { exact: false }).first().waitFor()
    expect([await where(), await handOf(page).count()]).toEqual([cell, 0])
  })

  test('U8 a finger that swipes over a card scrolls the page and takes nothing up', async () => {
    const page = await openPhone()
    const finger = await fingerOn(page)
    const from = await middleOf(own(page).locator('.card-title'))
    await finger.down(from.x, from.y)
    await finger.moveTo(from.x, from.y - 160, 10)
    await finger.up()
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(60)
    expect([await page.locator('.ghost').count(), await handOf(page).count()]).toEqual([0, 0])
  })

  test('U8 a gesture that the system takes away puts the card back', async () => {
    const page = await openPhone()
    const finger = await fingerOn(page)
    const before = await where()
    const from = await middleOf(own(page).locator('.card-title'))
    await finger.down(from.x, from.y)
    await page.locator('.ghost').waitFor()
    await finger.moveTo(from.x, from.y + 120)
    await finger.cancel()
    await expect.poll(() => page.locator('.ghost').count()).toBe(0)
    await expect.poll(() => handOf(page).count()).toBe(0)
    expect(await where()).toBe(before)
  })

  test('U8 near the lower and the upper edge the page scrolls under the card', async () => {
    const page = await openPhone()
    const finger = await fingerOn(page)
    const from = await middleOf(own(page).locator('.card-title'))
    await finger.down(from.x, from.y)
    await page.locator('.ghost').waitFor()
    const bar = await handOf(page).boundingBox()
    await finger.moveTo(180, (bar?.y ?? 600) - 4)
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(200)
    // And back up again at the upper one.
    await finger.moveTo(180, 4)
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(0)
    await finger.cancel()
  })
})

describe('a card in hand', () => {
  test('U9 is in hand again after a reload, and after a look at another page', async () => {
    const page = await openBoard()
    await own(page).locator('.card-title').click()
    await handOf(page).waitFor()
    await page.reload()
    await handOf(page).getByText('Comment accueillir', { exact: false }).waitFor()
    await page.getByRole('link', { name: 'Mon parcours' }).click()
    await page.getByRole('heading', { name: 'Mon parcours' }).waitFor()
    await page.getByRole('link', { name: 'Tableau' }).click()
    await handOf(page).waitFor()
    await handOf(page).getByRole('button', { name: 'Reposer' }).click()
    await page.reload()
    await own(page).waitFor()
    await page.waitForLoadState('networkidle')
    expect([await handOf(page).count(), await page.locator('.card.held').count()]).toEqual([0, 0])
  })

  test('U9 stays in hand while the line is cut and comes back', async () => {
    const page = await openBoard({ allow: [/ERR_INTERNET_DISCONNECTED/, /WebSocket/] })
    await own(page).locator('.card-title').click()
    await page.context().setOffline(true)
    await page.locator('.connection:not(.live)').first().waitFor()
    await page.context().setOffline(false)
    await page.locator('.connection.live').first().waitFor()
    expect(await handOf(page).count()).toBe(1)
  })

  test('U10 every cell of the day says free, problem or no with its reason, and at most three glow', async () => {
    const page = await openBoard()
    await own(page).locator('.card-title').click()
    await handOf(page).waitFor()
    const cells = await page.locator('.board-day tbody [data-cell]').evaluateAll((all) =>
      all.map((cell) => {
        const said = cell.querySelector('.verdict')
        return `${said?.classList.item(1)}: ${said?.textContent?.trim()}`
      }),
    )
    const { board } = await snapshotOf(house, forum)
    expect(cells.length).toBeGreaterThan(board.rooms.length)
    expect(
      cells.filter(
        (said) =>
          !/^(free: libre(, .{3}.*)?( · conseillée(\s: .{3}.*)?)?|(problem: problème|reason: raison demandée) .{3}.*|no: (?!non).{4,}|here: sa place actuelle)$/.test(
            said,
          ),
      ),
    ).toEqual([])
    const glowing = await page.locator('.cell-free.best').count()
    expect(glowing).toBeGreaterThan(0)
    expect(glowing).toBeLessThanOrEqual(3)
  })

  test('U10 a tap on a cell that is taken says by whom, and the card stays in hand', async () => {
    const page = await openBoard()
    await own(page).locator('.card-title').click()
    await handOf(page).waitFor()
    await page.locator('.board-day a.card-title').first().click()
    await page.locator('.notice').getByText('prise', { exact: false }).waitFor()
    expect([await handOf(page).count(), new URL(page.url()).pathname]).toEqual([1, `/${forum.slug}`])
  })
})
