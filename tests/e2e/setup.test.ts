import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Snapshot } from '../../shared/protocol.ts'
import { checkAxe } from '../support/axe.ts'
import { laptop, phone, useBrowser } from '../support/browser.ts'
import { type House, openHouse } from '../support/house.ts'

const browser = useBrowser()
let house: House

beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

/** What a keyboard alone did so far, and how much of it. */
const keyboard = (page: Page) => {
  let presses = 0
  const press = async (key: string): Promise<void> => {
    presses += 1
    await page.keyboard.press(key)
  }
  const focused = (): Promise<string> =>
    page.evaluate(() => {
      const at = document.activeElement
      return (
        (at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement ? at.labels?.[0] : at)?.textContent ?? ''
      )
    })
  return {
    press,
    presses: () => presses,
    /** On with Tab until that control has the focus. */
    to: async (name: string): Promise<void> => {
      for (let n = 0; n < 40; n += 1) {
        if ((await focused()) === name) return
        await press('Tab')
      }
      throw new Error(`Tab never came to ${name}`)
    },
  }
}

test('U21 a forum is set up by keyboard alone, over a reload, from nothing to three links on one printed page', async () => {
  const { page } = await browser.openPage({ url: `${house.origin}/new#${house.setUpSecret}`, viewport: laptop })
  const keys = keyboard(page)
  await page.getByLabel('Nom du forum').waitFor()
  await keys.to('Nom du forum')
  await page.keyboard.type('Forum du clavier')
  await keys.to('Personnes attendues')
  await page.keyboard.type('60')
  await keys.to('Une salle par ligne')
  await page.keyboard.insertText('B102 (40), vidéoprojecteur\nHall (80)\nJardin, extérieur\nFablab, en continu')
  await page.getByText('4 salles lues').waitFor()

  await page.reload()
  await page.getByText('4 salles lues').waitFor()
  expect(new URL(page.url()).hash).toBe('')
  expect(await page.getByLabel('Nom du forum').inputValue()).toBe('Forum du clavier')

  await keys.to('Créneaux')
  await page.keyboard.insertText('5 × 45 min, 15 de pause, dès 10h')
  await keys.to('Moments communs')
  await page.keyboard.insertText('9h30-10:00 Cercle d’ouverture\n12 h-13h30 Repas')
  await page.getByText('5 créneaux, 2 moments communs').waitFor()
  // The real grid, drawn while one types: two moments and five rounds in three rooms.
  expect(await page.locator('.setup-preview tbody tr').count()).toBe(7)
  expect(await page.locator('.setup-preview .setup-free').count()).toBe(15)
  expect(await page.locator('.setup-advice').textContent()).toContain('Pour 60 personnes')
  await keys.to('Dupliquer ce jour')
  await keys.press('Enter')
  await page.locator('.setup-preview .day-tabs button').nth(1).waitFor()
  await keys.to('Créer le forum')
  await keys.press('Enter')

  await page.getByRole('heading', { name: '« Forum du clavier » est prêt' }).waitFor()
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H2')
  expect(keys.presses()).toBeLessThan(60)
  await page.reload()
  const cards = page.locator('.link-card')
  await expect.poll(() => cards.locator('.qr path:not([d=""])').count()).toBe(3)
  const links = await cards.locator('a').evaluateAll((list) => list.map((link) => link.getAttribute('href') ?? ''))
  expect(links.map((link) => new URL(link).pathname)).toEqual([
    '/forum-du-clavier',
    '/forum-du-clavier/desk',
    '/forum-du-clavier/wall',
  ])
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBe(1)

  const { board }: Snapshot = await (await fetch(`${house.origin}/api/forums/forum-du-clavier`)).json()
  expect([board.rooms.map(({ name }) => name), board.slots.length]).toEqual([['B102', 'Hall', 'Jardin', 'Fablab'], 14])

  const secret = new URL(links[1] ?? '').hash
  await page.goto(`${house.origin}/forum-du-clavier/desk${secret}`)
  await page.getByRole('dialog').getByRole('textbox').waitFor()
  await page.keyboard.type('Camille')
  await page.keyboard.press('Enter')
  await page.getByRole('tabpanel').waitFor()
  expect(new URL(page.url()).hash).toBe('')
})

test('U21 every field forgives, and says what it can’t read by its line', async () => {
  const { page } = await browser.openPage({ url: `${house.origin}/new#${house.setUpSecret}`, viewport: phone })
  const slots = page.getByLabel('Créneaux', { exact: true })
  for (const [typed, read] of [
    ['9h30-10h15', 1],
    ['9:30 - 10:15', 1],
    ['09h-10 h', 1],
    ['14 h – 15 h', 1],
    ['3 x 1h, pause 15, 14h', 3],
  ] as const) {
    await slots.fill(typed)
    await page.getByText(`${read} créneau${read > 1 ? 'x' : ''}, 0 moment commun`).waitFor()
  }
  await slots.fill('10h-11h\nplus tard')
  await page.getByText('Ligne 2').waitFor()
  await page.getByLabel('Une salle par ligne').fill('B102 (40)\nb102')
  await page.getByText(/Ligne 2.*déjà une salle «.B102.»/).waitFor()
  await page.getByLabel('Personnes attendues').fill('beaucoup')
  await page.getByText('Écrivez un nombre, par exemple 350.').waitFor()
})

test('U21 a form that was emptied by mistake is brought back by the same button', async () => {
  const { page } = await browser.openPage({ url: `${house.origin}/new#${house.setUpSecret}`, viewport: phone })
  const rooms = page.getByLabel('Une salle par ligne')
  const empty = page.getByRole('button', { name: 'Recommencer à vide' })
  const back = page.getByRole('button', { name: 'Reprendre ce qui était écrit' })
  await rooms.waitFor()
  expect(await empty.or(back).count()).toBe(0)
  await rooms.fill('B102 (40)')
  await page.getByRole('button', { name: 'Dupliquer ce jour' }).click()
  await empty.press('Enter')
  expect(await rooms.inputValue()).toBe('')
  // The focus is on it still.
  await back.waitFor()
  await page.keyboard.press('Enter')
  expect([await rooms.inputValue(), await page.locator('.setup-day').count()]).toEqual(['B102 (40)', 2])
  await empty.waitFor()
})

test('U4 the set-up page with all that it says, and the links: nothing for axe to say', async () => {
  const own = await openHouse()
  for (const [look, size] of [
    ['light', phone],
    ['dark', laptop],
  ] as const) {
    const { page } = await browser.openPage({
      url: `${own.origin}/new#${own.setUpSecret}`,
      viewport: size,
      colorScheme: look,
      reducedMotion: true,
    })
    await page.getByLabel('Nom du forum').fill(`Forum ${look}`)
    await page.getByLabel('Une salle par ligne').fill('B102\nb102')
    await page.getByLabel('Créneaux', { exact: true }).fill('3 × 45 min, dès 10:00\nquoi')
    expect(await checkAxe(page, { enhancedContrast: true }), look).toEqual([])
    await page.getByLabel('Une salle par ligne').fill('B102')
    await page.getByRole('button', { name: 'Créer le forum' }).click()
    await page.locator('.setup-done').waitFor()
    expect(await checkAxe(page, { enhancedContrast: true }), look).toEqual([])
  }
  await own.close()
})
