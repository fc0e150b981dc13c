import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { CellRef } from '../../shared/ids.ts'
import { checkAxe } from '../support/axe.ts'
import { boardOf, cellOf, middleOf, snapshotOf } from '../support/board-screen.ts'
import { laptop, type OpenOptions, useBrowser } from '../support/browser.ts'
import { type House, type HouseForum, openHouse, type Visitor } from '../support/house.ts'

const browser = useBrowser()
let house: House
let forum: HouseForum
let team: Visitor
let ana: Visitor
let cells: readonly CellRef[]
let hers = ''

beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

beforeEach(async () => {
  house.setClock('2027-06-12', '09:00')
  forum = await house.createForum({ startsIn: 0 })
  team = await forum.facilitator('Équipe')
  ana = await forum.join('Ana')
  const { board } = await snapshotOf(house, forum)
  const slots = board.slots.filter(({ kind, date }) => kind === 'open' && date === '2027-06-12')
  const rooms = board.rooms.filter(({ kind }) => kind === 'room')
  cells = slots.flatMap((slot) => rooms.map((room) => ({ roomId: room.id, slotId: slot.id })))
  for (const { id } of rooms) await team.send({ type: 'edit-room', roomId: id, capacity: 40 })
  await team.send({ type: 'set-rule', rule: 'room-holds', level: 'needs-reason' })
  hers = randomUUID()
  await ana.send({ type: 'propose', sessionId: hers, title: 'Semer à plusieurs', expected: 90 })
})

const keyOf = (cell: CellRef | undefined): string => `${cell?.roomId} ${cell?.slotId}`
const cellAt = (page: Page, n: number) => page.locator(`.board-day [data-cell="${keyOf(cells[n])}"]`)
const openBoard = (who: Visitor, options: OpenOptions = {}) => boardOf(browser, house, forum, who, options)
const question = (page: Page) => page.getByRole('dialog', { name: 'Pourquoi, malgré cela ?' })

/** The question is asked and answered, and the session has its place. */
const answerWhy = async (page: Page): Promise<void> => {
  await question(page).getByLabel('Votre raison').fill('On se serrera.')
  await question(page).getByRole('button', { name: 'Continuer quand même' }).tap()
  await page.getByText('« Semer à plusieurs » est posé', { exact: false }).waitFor()
  expect(await cellOf(house, forum, hers)).not.toBe('')
}

test('U41 with a card in hand each cell says why: free, a hint, a reason that is needed, no; and who would be torn', async () => {
  const other = randomUUID()
  await ana.send({ type: 'edit', sessionId: hers, expected: 30 })
  const bob = await forum.join('Bob')
  await bob.send({ type: 'propose', sessionId: other, title: 'Compter sans argent' })
  await bob.send({ type: 'claim', sessionId: other, ...(cells[0] ?? { roomId: '', slotId: '' }) })
  await team.send({ type: 'edit-room', roomId: cells[1]?.roomId ?? '', capacity: 20 })
  // All who are interested in hers are interested in his too.
  for (const name of ['Chloé', 'Denis', 'Élise', 'Farid']) {
    const one = await forum.join(name)
    for (const sessionId of [hers, other]) {
      expect((await one.star(sessionId)).status).toBe(200)
    }
  }
  const page = await openBoard(ana, { viewport: laptop })
  await page.locator(`.board-side [data-session="${hers}"] .card-title`).click()
  await cellAt(page, 1)
    .getByText(/raison demandée.*Beaucoup de télescopage/)
    .waitFor()
  // "Non prise" would be read as the opposite.
  expect((await cellAt(page, 0).locator('.verdict').textContent())?.trim()).toBe('prise')
  await page
    .getByText('libre, 40 places pour environ 30 personnes, pas de télescopage', { exact: false })
    .first()
    .waitFor()
  const best = await page.locator('.cell-free.best .verdict').allTextContents()
  expect(best.length).toBeGreaterThan(0)
  for (const said of best) expect(said).toMatch(/· conseillée\s: là où le public est le moins partagé$/)
  expect(await checkAxe(page)).toEqual([])
})

test('U43 on the board a place that needs a reason asks for it, by keyboard, and the team reads it on the card', async () => {
  const page = await openBoard(ana, { viewport: laptop })
  const teamPage = await openBoard(team, { viewport: laptop })
  await page.locator(`.board-side [data-session="${hers}"] .card-title`).press('Enter')
  const target = cellAt(page, 2).locator('.cell-free[data-verdict="reason"]')
  await target.press('Enter')
  await question(page).getByLabel('Votre raison').waitFor()
  expect(await checkAxe(page)).toEqual([])
  await question(page).getByRole('button', { name: 'Continuer quand même' }).press('Enter')
  await question(page).getByText('Écrivez une raison, même courte.').waitFor()
  await question(page).getByLabel('Votre raison').pressSequentially('On se serrera.')
  await question(page).getByRole('button', { name: 'Continuer quand même' }).press('Enter')
  await page.getByText('« Semer à plusieurs » est posé', { exact: false }).waitFor()
  expect(await cellOf(house, forum, hers)).toBe(keyOf(cells[2]))

  const mark = cellAt(teamPage, 2).locator('.card-reason summary')
  await mark.waitFor()
  expect(await mark.getAttribute('title')).toBe('On se serrera.')
  await mark.press('Enter')
  await teamPage.getByText('Raison donnée par Ana').waitFor()
  expect(await checkAxe(teamPage)).toEqual([])
  expect(await page.locator('.card-reason').count()).toBe(0)
})

test('U43 a card that is dropped on such a place waits for the answer; Escape leaves it in hand', async () => {
  const page = await openBoard(ana, { viewport: laptop })
  const card = page.locator(`.board-side [data-session="${hers}"]`)
  const dropIt = async () => {
    const from = await middleOf(card)
    const to = await middleOf(cellAt(page, 2))
    await page.mouse.move(from.x, from.y - 20)
    await page.mouse.down()
    await page.mouse.move(from.x - 20, from.y, { steps: 3 })
    await page.locator('.ghost').waitFor()
    await page.mouse.move(to.x, to.y, { steps: 8 })
    await page.locator('[data-over]').waitFor()
    await page.mouse.up()
    await question(page).waitFor()
  }
  await dropIt()
  await page.keyboard.press('Escape')
  await question(page).waitFor({ state: 'hidden' })
  expect([await page.locator('.hold-bar').count(), await cellOf(house, forum, hers)]).toEqual([1, ''])
  await dropIt()
  await question(page).getByLabel('Votre raison').fill('On se serrera.')
  await question(page).getByRole('button', { name: 'Continuer quand même' }).click()
  await page.getByText('« Semer à plusieurs » est posé', { exact: false }).waitFor()
  expect(await cellOf(house, forum, hers)).toBe(keyOf(cells[2]))
})

test('U43 so do the lists of the move sheet, on a small phone', async () => {
  const page = await openBoard(ana, { touch: true })
  await page.locator('.board-bar button').first().tap()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Déplacer vers…/ })
    .tap()
  const sheet = page.getByRole('dialog', { name: 'Poser « Semer à plusieurs »' })
  await sheet.locator('.verdict.reason').waitFor()
  expect(await checkAxe(page)).toEqual([])
  await sheet.getByRole('button', { name: 'Poser ici' }).tap()
  await answerWhy(page)
})

test('U43 so does an alternative, and the list after proposing; who gives no reason changes nothing', async () => {
  const page = await openBoard(ana, { touch: true, url: `${forum.url}?where=${hers}` })
  const sheet = page.getByRole('dialog', { name: 'Où et quand ?' })
  await sheet.getByText('raison demandée', { exact: false }).first().waitFor()
  await sheet.locator('.offer').first().tap()
  await question(page).getByRole('button', { name: 'Annuler' }).tap()
  // Nothing was sent, and the list is still there.
  expect(await cellOf(house, forum, hers)).toBe('')
  await sheet.locator('.offer').first().tap()
  await answerWhy(page)
})

test('U43 where only the server knows that a reason is needed, it is asked for after the refusal, and so is an alternative', async () => {
  await ana.send({ type: 'edit', sessionId: hers, expected: 30 })
  const { page, context } = await browser.openPage({ touch: true, allow: [/advice/] })
  await context.addCookies([{ name: `forum-${forum.slug}`, value: ana.token, url: house.origin }])
  await page.route(/\/advice$/, (route) => route.abort())
  const away = await ana.sayAway([{ date: '2027-06-12', from: null, until: null }])
  expect(away.status).toBe(200)
  await page.goto(`${forum.url}?where=${hers}`)
  await page.getByRole('dialog', { name: 'Où et quand ?' }).locator('.offer').first().tap()
  await page.locator('.notices').getByRole('button', { name: 'Dire pourquoi' }).tap()
  await answerWhy(page)
})
