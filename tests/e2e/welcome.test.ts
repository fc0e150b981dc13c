import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkAxe } from '../support/axe.ts'
import { laptop, phone, useBrowser } from '../support/browser.ts'
import { type House, openHouse } from '../support/house.ts'

const browser = useBrowser()
let empty: House

beforeAll(async () => {
  empty = await openHouse()
})
afterAll(() => empty.close())

test.each(['light', 'dark'] as const)(
  'U4 a server with no forum, %s: three sentences, create, try the example',
  async (look) => {
    for (const viewport of [phone, laptop]) {
      const { page } = await browser.openPage({ url: empty.origin, viewport, colorScheme: look })
      await page.getByRole('heading', { name: 'Créer votre forum' }).waitFor()
      expect(await page.locator('.welcome-hero p').count()).toBe(3)
      expect(await page.getByRole('button', { name: 'Ouvrir l’exemple' }).isVisible()).toBe(true)
      expect(await checkAxe(page, { enhancedContrast: true })).toEqual([])
    }
  },
)

test('U21 the example opens by keyboard, filled, and is then listed', async () => {
  const { page } = await browser.openPage({ url: empty.origin, viewport: laptop })
  await page.getByRole('button', { name: 'Ouvrir l’exemple' }).press('Enter')
  await page.locator('.grid-table .card').first().waitFor()
  expect(await page.locator('.grid-table .card').count()).toBeGreaterThan(2)
  await page.goto(empty.origin)
  await page.getByRole('heading', { name: 'Les forums d’ici' }).waitFor()
})

test('a server that does not answer is said, and nothing is offered that would not work', async () => {
  const { page, context } = await browser.openPage({ viewport: phone, allow: [/./] })
  await context.route('**/api/forums', (route) => route.abort())
  await page.goto(empty.origin)
  await page.getByRole('alert').waitFor()
  expect(await page.getByRole('button', { name: 'Ouvrir l’exemple' }).count()).toBe(0)
})
