import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { CellRef } from '../../shared/ids.ts'
import { checkAxe } from '../support/axe.ts'
import { cellOf, snapshotOf } from '../support/board-screen.ts'
import { laptop, type OpenOptions, useBrowser } from '../support/browser.ts'
import { type House, type HouseForum, openHouse, type Visitor } from '../support/house.ts'

const browser = useBrowser()
let house: House
let forum: HouseForum
let ana: Visitor
let cells: readonly CellRef[]

beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

beforeEach(async () => {
  house.setClock('2027-06-12', '09:00')
  forum = await house.createForum({ startsIn: 0 })
  ana = await forum.join('Ana')
  const { board } = await snapshotOf(house, forum)
  const slots = board.slots.filter(({ kind, date }) => kind === 'open' && date === '2027-06-12')
  cells = slots.map((slot) => ({ roomId: board.rooms[0]?.id ?? '', slotId: slot.id }))
})

const at = (n: number): CellRef => cells[n] ?? { roomId: '', slotId: '' }
const cellText = (n: number): string => `${at(n).roomId} ${at(n).slotId}`

const proposed = async (host: Visitor, title: string, n: number | null = null): Promise<string> => {
  const sessionId = randomUUID()
  await host.send({ type: 'propose', sessionId, title })
  if (n !== null) expect((await host.send({ type: 'claim', sessionId, ...at(n) })).status).toBe(200)
  return sessionId
}

const openAs = async (visitor: Visitor, path = '', options: OpenOptions = {}): Promise<Page> => {
  const { page, context } = await browser.openPage({ touch: true, ...options })
  await context.addCookies([{ name: `forum-${forum.slug}`, value: visitor.token, url: house.origin }])
  await page.goto(forum.url + path)
  await page.locator('.forum-you').getByText(visitor.person.name).waitFor()
  // What follows somebody over the pages comes after their first drawing.
  await page.waitForFunction(
    (slug) => Object.keys(localStorage).some((key) => key.startsWith(`told hosted ${slug}`)),
    forum.slug,
  )
  return page
}

const lastAction = (page: Page) => page.getByRole('region', { name: 'Dernière action' })

test('U33 a claim is undone from its notice', async () => {
  const sessionId = await proposed(ana, 'Semer à plusieurs')
  const page = await openAs(ana, `?where=${sessionId}`)
  await page.getByRole('dialog').getByRole('button', { name: 'Atelier 10:15' }).tap()
  await page.getByText('« Semer à plusieurs » est posé : Atelier 10:15.').waitFor()
  expect(await cellOf(house, forum, sessionId)).not.toBe('')
  await page.locator('.notice').getByRole('button', { name: 'Annuler' }).tap()
  await page.getByText('Annulé : « Semer à plusieurs » posé, Atelier 10:15.').waitFor()
  expect(await cellOf(house, forum, sessionId)).toBe('')
})

test('B23 where a rule asks why, a reason is typed and the claim is made with it', async () => {
  const team = await forum.facilitator('Équipe')
  await team.send({ type: 'set-rule', rule: 'room-equipped', level: 'needs-reason' })
  const sessionId = randomUUID()
  await ana.send({ type: 'propose', sessionId, title: 'Semer à plusieurs', needs: ['four à pain'] })
  const page = await openAs(ana, `?where=${sessionId}`)
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Atelier 10:15/ })
    .tap()
  const dialog = page.getByRole('dialog', { name: 'Pourquoi, malgré cela ?' })
  await dialog.getByRole('button', { name: 'Continuer quand même' }).tap()
  await dialog.getByText('Écrivez une raison, même courte.').waitFor()
  await dialog.getByLabel('Votre raison').fill('Nous apportons le nôtre.')
  expect(await checkAxe(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Continuer quand même' }).tap()
  await page.getByText('« Semer à plusieurs » est posé : Atelier 10:15.').waitFor()
  expect(await cellOf(house, forum, sessionId)).not.toBe('')
})

test('U33 the last action stays in “my path” over a reload, for ten minutes by the server’s clock', async () => {
  const sessionId = await proposed(ana, 'Semer à plusieurs', 0)
  const page = await openAs(ana, `/sessions/${sessionId}`)
  await page.getByRole('button', { name: 'Décrocher' }).tap()
  await page.getByText('« Semer à plusieurs » est décroché.').waitFor()
  await page.getByRole('link', { name: 'Mon parcours' }).tap()
  await lastAction(page).getByText('« Semer à plusieurs » décroché').waitFor()
  await page.reload()
  await lastAction(page)
    .getByText(/peut s’annuler encore \d\smin/)
    .waitFor()
  expect(await checkAxe(page)).toEqual([])
  await lastAction(page)
    .getByRole('button', { name: /^Annuler/ })
    .tap()
  await page.getByText('Annulé : « Semer à plusieurs » décroché.').waitFor()
  await lastAction(page).waitFor({ state: 'detached' })
  expect(await cellOf(house, forum, sessionId)).toBe(cellText(0))

  await page.goto(`${forum.url}/sessions/${sessionId}`)
  await page.getByRole('button', { name: 'Décrocher' }).tap()
  await page.getByText('« Semer à plusieurs » est décroché.').waitFor()
  await page.getByRole('link', { name: 'Mon parcours' }).tap()
  await lastAction(page).waitFor()
  // Phones hear of the hour with the next heartbeat.
  house.setClock('2027-06-12', '09:11')
  await lastAction(page).waitFor({ state: 'detached', timeout: 60_000 })
})

test('U33 a page that was loaded anew offers the way back once more, also of what was done elsewhere, but of no undo', async () => {
  const sessionId = await proposed(ana, 'Semer à plusieurs', 0)
  const page = await openAs(ana, `/sessions/${sessionId}`)
  await page.getByRole('button', { name: 'Décrocher' }).tap()
  await page.getByText('« Semer à plusieurs » est décroché.').waitFor()
  await page.goto(forum.url)
  const notice = page.locator('.notice').filter({ hasText: 'Dernière action : « Semer à plusieurs » décroché' })
  await notice.getByRole('button', { name: 'Annuler' }).tap()
  await page.getByText('Annulé : « Semer à plusieurs » décroché.').waitFor()
  expect(await cellOf(house, forum, sessionId)).toBe(cellText(0))
  const asked = page.waitForResponse((response) => response.url().endsWith(`/${forum.slug}/me`) && response.ok())
  await page.goto(`${forum.url}/me`)
  await page.getByRole('link', { name: 'Semer à plusieurs' }).first().waitFor()
  await (await asked).finished()
  expect(await lastAction(page).count()).toBe(0)

  await page.goto('about:blank')
  expect((await ana.send({ type: 'claim', sessionId, ...at(1) })).status).toBe(200)
  await page.goto(`${forum.url}/me`)
  await lastAction(page)
    .getByText(/ce que vous avez fait à 09:0\d/)
    .waitFor()
  await lastAction(page)
    .getByRole('button', { name: /^Annuler/ })
    .tap()
  await lastAction(page).waitFor({ state: 'detached' })
  expect(await cellOf(house, forum, sessionId)).toBe(cellText(0))
})

test('U33 where others have acted on it since, undo says so and changes nothing', async () => {
  const sessionId = await proposed(ana, 'Semer à plusieurs', 0)
  const page = await openAs(ana, `/sessions/${sessionId}`)
  await page.getByRole('button', { name: 'Décrocher' }).tap()
  await page.locator('.notice').getByRole('button', { name: 'Annuler' }).waitFor()
  const team = await forum.facilitator('Équipe')
  await team.send({ type: 'claim', sessionId, ...at(1) })
  await page.getByText(/^Équipe a posé/).waitFor()
  await page.getByRole('link', { name: 'Mon parcours' }).tap()
  await lastAction(page)
    .getByRole('button', { name: /^Annuler/ })
    .tap()
  await page.getByText(/Rien n’est annulé\. D’autres ont agi depuis/).waitFor()
  expect(await cellOf(house, forum, sessionId)).toBe(cellText(1))
})

test('U33 a withdrawn session comes back as itself: same address, same cell, same stars', async () => {
  const sessionId = await proposed(ana, 'Un sujet qui part et revient', 2)
  const page = await openAs(ana, `/sessions/${sessionId}`)
  await page.getByRole('button', { name: 'Ça m’intéresse' }).tap()
  await page.getByText('quelques personnes intéressées').waitFor()
  const counts = async () => (await snapshotOf(house, forum)).counts
  await expect.poll(counts).toEqual({ [sessionId]: 1 })
  await page.getByRole('button', { name: 'Retirer' }).tap()
  await page.getByText('« Un sujet qui part et revient » est retiré.').waitFor()
  expect(await cellOf(house, forum, sessionId)).toBe('')
  await page.locator('.notice').getByRole('button', { name: 'Annuler' }).tap()
  await page.getByText('Annulé : « Un sujet qui part et revient » retiré.').waitFor()
  expect(await cellOf(house, forum, sessionId)).toBe(cellText(2))
  expect(await counts()).toEqual({ [sessionId]: 1 })
})

test('U33 the notice waits while the focus is on it, and answers the keyboard', async () => {
  const sessionId = await proposed(ana, 'Semer à plusieurs', 0)
  const page = await openAs(ana, `/sessions/${sessionId}`, { locale: 'en-GB', touch: false, viewport: laptop })
  await page.clock.install()
  await page.getByRole('button', { name: 'Unpin' }).focus()
  await page.keyboard.press('Enter')
  const undo = page.locator('.notice').getByRole('button', { name: 'Undo' })
  await undo.focus()
  await page.clock.runFor(30_000)
  expect(await undo.isVisible()).toBe(true)
  await page.keyboard.press('Enter')
  await page.getByText('Undone: “Semer à plusieurs” unpinned.').waitFor()
  expect(await cellOf(house, forum, sessionId)).toBe(cellText(0))
})
