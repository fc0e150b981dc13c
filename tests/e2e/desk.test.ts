import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deskParts } from '../../client/desk/parts.ts'
import { checkAxe } from '../support/axe.ts'
import { blankPlan } from '../support/blank-plan.ts'
import { laptop, phone, projector, useBrowser } from '../support/browser.ts'
import { focused, openDesk as open } from '../support/desk-screen.ts'
import { type House, openHouse } from '../support/house.ts'

const browser = useBrowser()
let house: House

beforeAll(async () => {
  house = await openHouse()
  house.setClock('2027-06-12', '09:00')
})
afterAll(() => house.close())

const openDesk = (part: string, options: Parameters<typeof open>[3] = {}) => open(browser, house, part, options)

test('U19 a paper card goes in by keyboard alone, and the next one can be typed at once', async () => {
  const { page, board } = await openDesk('sessions')
  const title = page.getByLabel('Titre', { exact: true })
  await title.focus()
  await page.keyboard.type('Tricoter sous la pluie')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Yann, sans téléphone')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Atel')
  await page.keyboard.press('Tab')
  await page.keyboard.type('15')
  await page.keyboard.press('Enter')
  await page.getByText('Tricoter sous la pluie', { exact: true }).waitFor()
  await expect.poll(() => title.evaluate((field) => field === document.activeElement)).toBe(true)
  expect(await title.inputValue()).toBe('')
  // The page shows it at once; the server has it a moment later.
  const place = async () => {
    const { sessions, placements, slots } = await board()
    const session = sessions.find((one) => one.title === 'Tricoter sous la pluie')
    const placement = placements.find((one) => one.sessionId === session?.id)
    const slot = slots.find((one) => one.id === placement?.slotIds[0])
    return [placement?.roomId, slot?.id.slice(-4)]
  }
  await expect.poll(place).toEqual(['atelier', '1515'])
})

test('U19 a session is renamed in place, and the focus is back on its button', async () => {
  const { page, board } = await openDesk('sessions')
  const row = page.getByRole('listitem').filter({ hasText: 'Écrire à plusieurs' })
  await row.getByRole('button', { name: 'Renommer' }).press('Enter')
  await page.keyboard.type('Écrire à trois')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'Écrire à trois' }).waitFor()
  await expect.poll(() => focused(page)).toBe('Renommer')
  // What has a place is moved, what has none is placed.
  const offered = ['Comment accueillir', 'Garder la mémoire'].map((hasText) =>
    page
      .getByRole('listitem')
      .filter({ hasText })
      .getByRole('button', { name: /lacer$/ })
      .textContent(),
  )
  expect(await Promise.all(offered)).toEqual(['Déplacer', 'Placer'])
  expect((await board()).sessions.some(({ title }) => title === 'Écrire à trois')).toBe(true)
})

test('U19 rooms are put in order by buttons and arrow keys, and the focus goes along', async () => {
  const { page, board, forum } = await openDesk('rooms')
  const reader = await browser.openPage({ url: forum.url, viewport: laptop })
  await page.getByRole('button', { name: 'Monter Jardin' }).focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => focused(page)).toBe('Monter Jardin')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await expect.poll(() => focused(page)).toBe('Monter Jardin')
  await expect
    .poll(async () => (await board()).rooms.map((room) => room.name))
    .toEqual(['Jardin', 'Grande salle', 'Atelier', 'Café'])
  const heads = reader.page.locator('.grid-room')
  await expect.poll(() => heads.first().textContent()).toContain('Jardin')
  expect(await page.getByRole('button', { name: 'Monter Jardin' }).getAttribute('aria-disabled')).toBe('true')
})

test('U19 taking a row away leaves the focus on the next one, and undo brings the last room back to its place', async () => {
  const { page, board } = await openDesk('rooms')
  const rooms = async () => (await board()).rooms.map((room) => room.name)
  await page.getByRole('button', { name: 'Enlever Café' }).press('Enter')
  await expect.poll(() => focused(page)).toBe('Enlever Jardin')
  await page.getByText('Café : enlevé.').waitFor()
  await page.keyboard.press('Enter')
  await expect.poll(() => focused(page)).toBe('Enlever Atelier')
  await page.getByText('Jardin : enlevé.').waitFor()
  await expect.poll(rooms).toEqual(['Grande salle', 'Atelier'])
  // Only what was done last can be undone: only that is offered.
  expect(await page.locator('.notice').getByRole('button', { name: 'Annuler' }).count()).toBe(1)
  await page.locator('.notice').getByRole('button', { name: 'Annuler' }).press('Enter')
  await expect.poll(rooms).toEqual(['Grande salle', 'Atelier', 'Jardin'])
})

test('U19 a session that was withdrawn at the desk is undone as it was, with the same address', async () => {
  const { page, idOf, placeOf } = await openDesk('sessions')
  const before = [await idOf('Cartographie'), await placeOf('Cartographie')]
  const row = page.getByRole('listitem').filter({ hasText: 'Cartographie' })
  await row.getByRole('button', { name: 'Retirer' }).click()
  await page.getByText('« Cartographie sensible du quartier » est retiré.').waitFor()
  expect(await idOf('Cartographie')).toBe('')
  await page.locator('.notice').getByRole('button', { name: 'Annuler' }).click()
  await row.waitFor()
  await expect.poll(async () => [await idOf('Cartographie'), await placeOf('Cartographie')]).toEqual(before)
})

const chosen = (page: Page) => page.locator('.desk-cell[aria-pressed="true"]').count()
const said = (page: Page) => page.locator('.desk-cells-bar [role="status"]').textContent()

test('U19 cells are swept as a rectangle by a fast mouse, closed, and reserved by Shift and arrows', async () => {
  const { page, board } = await openDesk('cells')
  const reserved = async () => (await board()).cells.filter(({ use }) => use.type === 'reserved')
  const before = await reserved()
  const centre = async (row: number, column: number) => {
    const box = await page.locator(`[data-row="${row}"][data-column="${column}"]`).boundingBox()
    return { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 }
  }
  // Where it lies once it lies still.
  await page.locator('[data-row="0"][data-column="2"]').hover()
  const to = await centre(2, 1)
  await page.mouse.down()
  // One jump: a hand is faster than the events that a browser sends.
  await page.mouse.move(to.x, to.y, { steps: 1 })
  expect([await chosen(page), await said(page)]).toEqual([6, '6 cases choisies'])
  const back = await centre(1, 2)
  await page.mouse.move(back.x, back.y, { steps: 1 })
  await page.mouse.up()
  expect([await chosen(page), await said(page)]).toEqual([2, '2 cases choisies'])
  await page.mouse.move(to.x, to.y)
  expect(await chosen(page)).toBe(2)
  await page.locator('[data-row="1"][data-column="2"]').click()
  expect([await chosen(page), await said(page)]).toEqual([1, '1 case choisie'])
  await page.getByRole('button', { name: 'Fermer', exact: true }).click()
  await page.getByText('Une case changée.').waitFor()
  await page.locator('[data-row="2"][data-column="2"]').focus()
  await page.keyboard.press('Shift+ArrowDown')
  expect([await chosen(page), await said(page)]).toEqual([2, '2 cases choisies'])
  await page.getByRole('button', { name: 'Réserver', exact: true }).press('Enter')
  await expect.poll(async () => (await reserved()).length).toBe(before.length + 2)
  const closed = (await board()).cells.filter(({ use }) => use.type === 'closed').map(({ cell }) => cell.roomId)
  expect(closed).toEqual(['jardin'])
})

test('U19 no notice lies over a row, and none is lost behind it', async () => {
  const { page } = await openDesk('sessions', { viewport: { width: 1280, height: 720 } })
  await page.getByRole('listitem').filter({ hasText: 'Tiers-lieux' }).getByRole('button', { name: 'Retirer' }).click()
  const notice = page.locator('.notice').first()
  await notice.waitFor()
  const [desk, over] = [await page.locator('main.desk').boundingBox(), await notice.boundingBox()]
  expect((desk?.y ?? 0) + (desk?.height ?? 0)).toBeLessThanOrEqual((over?.y ?? 0) + 1)
  expect((over?.y ?? 0) + (over?.height ?? 0)).toBeLessThanOrEqual(720)
})

test('U19 who did what is filtered by person, by kind and by session', async () => {
  const { page } = await openDesk('log')
  const lines = page.locator('.desk-log li')
  await expect.poll(() => lines.count()).toBeGreaterThan(20)
  await page.getByLabel('Qui', { exact: true }).selectOption({ label: 'Maëlle' })
  await expect.poll(() => lines.count()).toBe(3)
  await page.getByLabel('À propos de').selectOption({ label: 'places des sujets' })
  await expect.poll(() => lines.count()).toBe(1)
  await page.getByLabel('Qui', { exact: true }).selectOption('')
  await page.getByLabel('À propos de').selectOption('')
  await page.getByLabel('Sujet', { exact: true }).selectOption({ label: 'Monnaies locales : où en sommes-nous ?' })
  await expect.poll(() => lines.count()).toBe(3)
  expect(await lines.first().textContent()).toContain('verrouille')
})

test('U19 a door that somebody else opens shows its hour in the fields', async () => {
  const { page, forum } = await openDesk('doors')
  const other = await forum.facilitator('Autre')
  await other.send({ type: 'close-door', door: 'star' })
  const card = page.locator('.desk-door').nth(2)
  await card.getByRole('button', { name: 'Ouvrir' }).waitFor()
  await other.send({ type: 'open-door', door: 'star' })
  await card.getByRole('button', { name: 'Fermer' }).waitFor()
  expect(await card.getByLabel('Ouvre le').inputValue()).toMatch(/^2027-06-12T09:0\d$/)
})

test.each([
  { viewport: laptop, colorScheme: 'dark', locale: 'en-GB' },
  { viewport: phone, colorScheme: 'light', locale: 'fr-FR' },
] as const)('U4 every part of the desk, $viewport.width wide, $colorScheme: nothing for axe to say', async (look) => {
  const { page } = await openDesk('sessions', look)
  for (const part of deskParts) {
    if (look.viewport === phone) await page.getByRole('combobox', { name: 'Parties de la régie' }).selectOption(part)
    else await page.locator(`#tab-${part}`).click()
    await page.locator(`#tab-${part}[aria-selected="true"]`).waitFor({ state: 'attached' })
    await page.locator('#desk-part > *').first().waitFor()
    expect(await checkAxe(page, { enhancedContrast: true }), part).toEqual([])
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect(wide, part).toBeLessThanOrEqual(0)
  }
})

test('U19 the parts are gone through by arrows, Home and End, in the order in which they stand', async () => {
  const { page } = await openDesk('sessions')
  await page.locator('#tab-sessions').focus()
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => focused(page)).toBe('Problèmes')
  await page.keyboard.press('End')
  await expect.poll(() => focused(page)).toBe('Liens')
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => focused(page)).toBe('Sujets')
  await page.getByRole('tabpanel', { name: 'Sujets' }).waitFor()
  // None of them leaves the pointer that chooses it, not even for the table that takes the whole width.
  const lefts = () =>
    page.getByRole('tab').evaluateAll((tabs) => tabs.map((tab) => Math.round(tab.getBoundingClientRect().left)))
  await page.setViewportSize({ ...projector })
  const before = await lefts()
  await page.getByRole('tab', { name: 'Cases' }).click()
  await page.locator('.desk-cells').waitFor()
  expect(await lefts()).toEqual(before)
})

test('U4 the desk of a forum with nothing in it says what comes first', async () => {
  const forum = await house.createForum({ plan: blankPlan('Vide') })
  const { page } = await openDesk('cells', { forum })
  await page.getByText('Il faut d’abord des salles et des créneaux.').waitFor()
  await page.locator('#tab-rooms').click()
  await page.getByText('Pas encore de salle.').waitFor()
  await page.locator('#tab-sessions').click()
  await page.getByText('Aucun sujet ne correspond.').waitFor()
})
