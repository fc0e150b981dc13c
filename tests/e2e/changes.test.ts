import { randomUUID } from 'node:crypto'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { CellRef } from '../../shared/ids.ts'
import { checkAxe } from '../support/axe.ts'
import { cellOf, snapshotOf } from '../support/board-screen.ts'
import { laptop, type OpenOptions, useBrowser } from '../support/browser.ts'
import { type House, type HouseForum, openHouse, type Visitor } from '../support/house.ts'

const browser = useBrowser()
let house: House
let forum: HouseForum
let anne: Visitor
let ana: Visitor
/** Grande salle, Atelier and Jardin, at 10:15; then the same at 11:30. */
let cells: readonly CellRef[]

beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const at = (n: number): CellRef => cells[n] ?? { roomId: '', slotId: '' }
const cellText = (n: number): string => `${at(n).roomId} ${at(n).slotId}`

const proposed = async (host: Visitor, title: string, n: number | null): Promise<string> => {
  const sessionId = randomUUID()
  await host.send({ type: 'propose', sessionId, title })
  if (n !== null) expect((await host.send({ type: 'claim', sessionId, ...at(n) })).status).toBe(200)
  return sessionId
}
const moved = async (sessionId: string, n: number) =>
  expect((await anne.send({ type: 'move', sessionId, ...at(n) })).status).toBe(200)

const star = (visitor: Visitor, sessionId: string) =>
  fetch(`${house.origin}/api/forums/${forum.slug}/stars/${sessionId}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${visitor.token}` },
    body: JSON.stringify({ on: true }),
  })

// Each test has a forum of its own: what one leaves on the board is not another's.
beforeEach(async () => {
  house.setClock('2027-06-12', '09:00')
  forum = await house.createForum({ startsIn: 0 })
  anne = await forum.facilitator('Anne')
  ana = await forum.join('Ana')
  const { board } = await snapshotOf(house, forum)
  const slots = board.slots.filter(({ kind, date }) => kind === 'open' && date === '2027-06-12')
  const rooms = board.rooms.filter(({ kind }) => kind !== 'continuous')
  cells = slots.slice(0, 2).flatMap((slot) => rooms.map((room) => ({ roomId: room.id, slotId: slot.id })))
})

/** The page, once it knows who looks at it and follows the board. */
const openAs = async (visitor: Visitor, path = '', options: OpenOptions = {}): Promise<Page> => {
  const { page, context } = await browser.openPage({ touch: true, ...options })
  await context.addCookies([{ name: `forum-${forum.slug}`, value: visitor.token, url: house.origin }])
  await page.goto(forum.url + path)
  await page.locator('.forum-you').getByText(visitor.person.name).waitFor()
  await page.waitForFunction(
    (slug) => Object.keys(localStorage).some((key) => key.startsWith(`told hosted ${slug}`)),
    forum.slug,
  )
  return page
}

const notices = (page: Page): Locator => page.locator('.notice')

describe('what others do with mine', () => {
  test('U34 a host hears at once who moved their session from where to where, and puts it back with one tap', async () => {
    const sessionId = await proposed(ana, 'Semer à plusieurs', 0)
    const page = await openAs(ana)
    await moved(sessionId, 4)
    await page.getByText('Anne a déplacé « Semer à plusieurs » : Atelier 11:30 (avant : Grande salle 10:15)').waitFor()
    expect(await checkAxe(page)).toEqual([])
    await notices(page).getByRole('button', { name: 'Remettre' }).tap()
    await page.getByText('« Semer à plusieurs » est remis : Grande salle 10:15.').waitFor()
    expect(await cellOf(house, forum, sessionId)).toBe(cellText(0))
    expect(await notices(page).count()).toBe(1)
  })

  test('U34 where the old cell is taken, putting back ends in the answer of an ordinary claim', async () => {
    const sessionId = await proposed(ana, 'Semer à plusieurs', 0)
    const page = await openAs(ana)
    await moved(sessionId, 4)
    const back = notices(page).getByRole('button', { name: 'Remettre' })
    await back.waitFor()
    await proposed(await forum.join('Bob'), 'Compter sans argent', 0)
    await back.tap()
    await notices(page).getByText('« Compter sans argent »', { exact: false }).waitFor()
    await notices(page)
      .getByRole('button', { name: /10:15|11:30/ })
      .first()
      .waitFor()
    expect(await cellOf(house, forum, sessionId)).toBe(cellText(4))
  })

  test('U34 what is released, locked and withdrawn is told too, in English as well', async () => {
    const sessionId = await proposed(ana, 'Semer à plusieurs', 0)
    const page = await openAs(ana, '/me', { locale: 'en-GB', touch: false, viewport: laptop })
    await anne.send({ type: 'lock', sessionId })
    await page.getByText('Anne locked “Semer à plusieurs”').waitFor()
    await anne.send({ type: 'release', sessionId })
    await page.getByText('Anne unpinned “Semer à plusieurs”, which was Grande salle 10:15').waitFor()
    await anne.send({ type: 'withdraw', sessionId })
    await page.getByText('Anne withdrew “Semer à plusieurs”').waitFor()
    expect(await notices(page).count()).toBe(1)
  })

  test('U35 within a minute notices are joined, each thing with its last state, and what is back again is not told', async () => {
    const first = await proposed(ana, 'Semer à plusieurs', 0)
    const second = await proposed(ana, 'Compter sans argent', 4)
    const page = await openAs(ana)
    await moved(first, 1)
    await page.getByText('Anne a déplacé « Semer à plusieurs » : Atelier 10:15 (avant : Grande salle 10:15)').waitFor()
    await moved(first, 2)
    await page.getByText('Anne a déplacé « Semer à plusieurs » : Jardin 10:15 (avant : Grande salle 10:15)').waitFor()
    expect(await notices(page).count()).toBe(1)
    await moved(second, 5)
    await page.getByText('2 de vos sujets ont bougé').waitFor()
    expect(await notices(page).count()).toBe(1)
    await moved(second, 4)
    await page.getByText('Anne a déplacé « Semer à plusieurs » : Jardin 10:15 (avant : Grande salle 10:15)').waitFor()
    await moved(first, 0)
    await notices(page).waitFor({ state: 'detached' })
  })

  test('U35 only what I host or starred is pushed; the others are in the list', async () => {
    const bob = await forum.join('Bob')
    const starred = await proposed(bob, 'Écouter la rade', 0)
    const other = await proposed(bob, 'Ni l’un ni l’autre', 4)
    await star(ana, starred)
    const page = await openAs(ana)
    await moved(other, 5)
    await page.getByRole('button', { name: '1 changement' }).waitFor()
    expect(await notices(page).count()).toBe(0)
    await moved(starred, 1)
    await page
      .getByText('« Écouter la rade », qui vous intéresse, a bougé : Atelier 10:15 (avant : Grande salle 10:15)')
      .waitFor()
    expect(await notices(page).getByRole('button', { name: 'Remettre' }).count()).toBe(0)
  })
})

test('U36 what changed since I last looked: moved, new and withdrawn, over a closed page, until it is seen', async () => {
  const bob = await forum.join('Bob')
  const gone = await proposed(bob, 'Déjà parti', null)
  const there = await proposed(bob, 'Qui se déplace', 0)
  const page = await openAs(ana)
  expect(await page.locator('.changes-badge').count()).toBe(0)
  await page.goto('about:blank')
  await moved(there, 4)
  await bob.send({ type: 'withdraw', sessionId: gone })
  await proposed(bob, 'Tout nouveau', null)
  await proposed(bob, 'Tout aussi nouveau', null)
  await page.goto(forum.url)
  const badge = page.getByRole('button', { name: '4 changements' })
  await badge.tap()
  const list = page.getByRole('dialog', { name: 'Depuis votre dernier regard' })
  expect(await list.getByRole('heading', { level: 3 }).allTextContents()).toEqual([
    'Posés ou déplacés',
    'Nouveaux',
    'Retirés',
  ])
  expect(await list.locator('li').allInnerTexts()).toEqual([
    'Qui se déplace\nAtelier 11:30 (avant : Grande salle 10:15)',
    'Tout nouveau\nà placer',
    'Tout aussi nouveau\nà placer',
    'Déjà parti',
  ])
  expect(await checkAxe(page)).toEqual([])
  await list.getByRole('button', { name: 'C’est vu' }).tap()
  await badge.waitFor({ state: 'detached' })
  // What one does oneself is no news.
  await proposed(ana, 'De moi-même', null)
  await page.getByRole('button', { name: 'À placer (3)' }).waitFor()
  expect(await page.locator('.changes-badge').count()).toBe(0)
})
