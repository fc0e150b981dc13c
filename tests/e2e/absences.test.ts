import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { checkAxe } from '../support/axe.ts'
import { boardOf, snapshotOf } from '../support/board-screen.ts'
import { laptop, useBrowser } from '../support/browser.ts'
import { type House, type HouseForum, openHouse, type Visitor } from '../support/house.ts'

const browser = useBrowser()
let house: House
let forum: HouseForum
let ana: Visitor

beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

beforeEach(async () => {
  house.setClock('2027-06-12', '09:00')
  forum = await house.createForum({ startsIn: 0 })
  ana = await forum.join('Ana')
})

const saidBy = async ({ token }: Visitor): Promise<unknown> => {
  const headers = { authorization: `Bearer ${token}` }
  const answer = await fetch(`${house.origin}/api/forums/${forum.slug}/me/absences`, { headers })
  return ((await answer.json()) as { absences: unknown }).absences
}

test('U44 on my path one says for each day when one can’t be there, in one’s own way of writing hours', async () => {
  const { page, context } = await browser.openPage({ touch: true })
  await context.addCookies([{ name: `forum-${forum.slug}`, value: ana.token, url: house.origin }])
  await page.goto(`${forum.url}/me`)
  const part = page.locator('.absences')
  await part.getByText('rien de noté').waitFor()
  await part.locator('summary').tap()
  await part.getByText('Seule l’équipe d’animation le voit.', { exact: false }).waitFor()
  const first = part.getByRole('group', { name: 'samedi 12 juin' })
  await first.getByLabel('Pas avant').fill('onze')
  await part.getByRole('button', { name: 'Enregistrer' }).tap()
  await first.getByText('Écrivez une heure, par exemple 11h ou 17:30.').waitFor()
  expect(await saidBy(ana)).toEqual([])
  await first.getByLabel('Pas avant').fill('11h')
  await first.getByLabel('Pas après').fill('17.30')
  await part.getByRole('group', { name: 'dimanche 13 juin' }).getByLabel('Pas là de la journée').check()
  expect(await checkAxe(page)).toEqual([])
  await part.getByRole('button', { name: 'Enregistrer' }).tap()
  await part.getByText('C’est noté.').waitFor()
  expect(await saidBy(ana)).toEqual([
    { date: '2027-06-12', from: null, until: '11:00' },
    { date: '2027-06-12', from: '17:30', until: null },
    { date: '2027-06-13', from: null, until: null },
  ])
  await page.reload()
  await part.getByText('2 jours notés').waitFor()
  await part.locator('summary').press('Enter')
  expect(await first.getByLabel('Pas avant').inputValue()).toBe('11:00')
  await part.getByRole('group', { name: 'dimanche 13 juin' }).getByLabel('Pas là de la journée').press('Space')
  await part.getByRole('button', { name: 'Enregistrer' }).press('Enter')
  await part.getByText('1 jour noté').waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
})

test('U44 what was said is heard from the cells when a card is in hand, by oneself as by a co-host, not whose it is', async () => {
  const sessionId = randomUUID()
  const bob = await forum.join('Bob')
  const hosts = [ana.person.id, bob.person.id]
  await ana.send({ type: 'propose', sessionId, title: 'Semer à plusieurs', hosts })
  expect((await ana.sayAway([{ date: '2027-06-12', from: null, until: '11:00' }])).status).toBe(200)
  const { board } = await snapshotOf(house, forum)
  const slot = board.slots.find(({ kind, date }) => kind === 'open' && date === '2027-06-12')
  const said: (string | null)[] = []
  for (const who of [ana, bob]) {
    const page = await boardOf(browser, house, forum, who, { viewport: laptop })
    await page.locator(`.board-side [data-session="${sessionId}"] .card-title`).click()
    const cell = page.locator(`.board-day [data-cell="grande-salle ${slot?.id}"] [data-verdict="reason"] .verdict`)
    await cell.waitFor()
    said.push(await cell.textContent())
    expect(said.at(-1)).toMatch(/raison demandée/)
  }
  expect(said[1]).not.toContain('Ana')
})
