import { afterAll, beforeAll, expect, test } from 'vitest'
import { phone, useBrowser } from '../support/browser.ts'
import { openDesk as open } from '../support/desk-screen.ts'
import { type House, openHouse } from '../support/house.ts'

const browser = useBrowser()
let house: House

beforeAll(async () => {
  house = await openHouse()
  house.setClock('2027-06-12', '09:00')
})
afterAll(() => house.close())

const openDesk = (part: string, options: Parameters<typeof open>[3] = {}) => open(browser, house, part, options)

test('U37 how strict a rule is follows the choice, is marked where it is the usual, and is undone from its notice', async () => {
  const { page, board } = await openDesk('rules')
  const set = async () => (await board()).rules.levels
  const choice = page.getByLabel('Niveau de la règle « Taille de la salle »')
  expect(await choice.locator('option:checked').textContent()).toBe('à savoir (par défaut)')
  await choice.focus()
  await choice.selectOption({ label: 'interdit' })
  await page.getByText('Taille de la salle : enregistré.').waitFor()
  await expect.poll(set).toEqual({ 'room-holds': 'block' })
  expect(await choice.evaluate((field) => field === document.activeElement)).toBe(true)
  await page.locator('.notice').getByRole('button', { name: 'Annuler' }).press('Enter')
  // As if nothing had been said.
  await expect.poll(set).toEqual({})
  await expect.poll(() => choice.locator('option:checked').textContent()).toBe('à savoir (par défaut)')
})

test('U37 one room, one session has no level to choose', async () => {
  const { page } = await openDesk('rules', { viewport: phone, locale: 'en-GB' })
  const row = page.getByRole('listitem').filter({ hasText: 'One room, one session' })
  await row.getByText('always forbidden').waitFor()
  expect(await row.getByRole('combobox').count()).toBe(0)
})

test('U37 whom a rule would concern now is listed by title, also while it is off, and follows the board', async () => {
  const { page, team, idOf } = await openDesk('rules', { viewport: phone })
  const row = page.getByRole('listitem').filter({ hasText: 'Taille de la salle' })
  await row.getByText('Aucun sujet concerné maintenant').waitFor()
  await team.send({ type: 'set-rule', rule: 'room-holds', level: 'off' })
  await team.send({ type: 'edit', sessionId: await idOf('Réparer un vélo'), expected: 60 })
  await row.getByText('1 sujet concerné maintenant').click()
  await row.getByRole('link', { name: 'Réparer un vélo à quatre mains' }).waitFor()
  expect(await row.locator('option:checked').textContent()).toBe('sans contrôle')
})

test('U37 figures are read as people write them, and what is none is said beside its field', async () => {
  const { page, board } = await openDesk('rules')
  const field = page.getByLabel('Minutes pour changer une salle')
  await field.fill('beaucoup')
  await field.press('Enter')
  await page.getByText('Écrivez un nombre de 0 à 120.').waitFor()
  await field.fill(' 10 min')
  await field.press('Enter')
  await expect.poll(async () => (await board()).rules.turnOverMinutes).toBe(10)
  await expect.poll(() => field.inputValue()).toBe('10')
  const until = page.getByLabel('Gardées jusqu’à')
  await until.fill('11h')
  await until.press('Enter')
  await expect.poll(async () => (await board()).rules.lateUntil).toBe('11:00')
  const walk = page.getByLabel('De Maison à extérieur')
  await walk.fill('1h05')
  await walk.press('Enter')
  await expect.poll(async () => (await board()).rules.walks).toEqual([{ from: 'Maison', to: 'extérieur', minutes: 65 }])
})
