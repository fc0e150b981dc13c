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
let team: Visitor
let ana: Visitor
let bob: Visitor
let cells: readonly CellRef[]
/** The sessions of Ana and Bob, placed in the first two cells of the afternoon. */
let [hers, his] = ['', '']

beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const proposed = async (host: Visitor, title: string, cell?: CellRef): Promise<string> => {
  const sessionId = randomUUID()
  await host.send({ type: 'propose', sessionId, title })
  if (cell !== undefined) expect((await host.send({ type: 'claim', sessionId, ...cell })).status).toBe(200)
  return sessionId
}

// Each test has a forum of its own: what one leaves open is not another's.
beforeEach(async () => {
  house.setClock('2027-06-12', '09:00')
  forum = await house.createForum({ startsIn: 0 })
  team = await forum.facilitator('Équipe')
  ana = await forum.join('Ana')
  bob = await forum.join('Bob')
  const { board } = await snapshotOf(house, forum)
  const slots = board.slots.filter(({ kind, date }) => kind === 'open' && date === '2027-06-12')
  const rooms = board.rooms.filter(({ kind }) => kind === 'room')
  cells = [0, 1, 2].map((n) => ({ roomId: rooms[n % 2]?.id ?? '', slotId: slots[n]?.id ?? '' }))
  hers = await proposed(ana, 'Semer à plusieurs', cells[0])
  his = await proposed(bob, 'Compter sans argent', cells[1])
})

const cellText = (n: number): string => `${cells[n]?.roomId} ${cells[n]?.slotId}`

const openAs = async (visitor: Visitor, path = '', options: OpenOptions = {}): Promise<Page> => {
  const { page, context } = await browser.openPage({ touch: true, ...options })
  await context.addCookies([{ name: `forum-${forum.slug}`, value: visitor.token, url: house.origin }])
  await page.goto(forum.url + path)
  return page
}

const sheetOf = (page: Page): Locator => page.getByRole('region', { name: /^(Proposition reçue|Offer to you)$/ })

/** Ana offers Bob something, as a program would. */
const offered = async (kind: 'swap' | 'merge' | 'yield', word = ''): Promise<string> => {
  const offerId = randomUUID()
  const answer = await ana.send({ type: 'offer', offerId, kind, fromId: hers, toId: his, word })
  expect(answer.status).toBe(200)
  return offerId
}

describe('an offer between two phones', () => {
  test('U32 a swap is offered on one phone and accepted on another, and both see it at once', async () => {
    const hersPage = await openAs(ana, `/sessions/${hers}`)
    const hisPage = await openAs(bob)
    await hersPage.getByRole('button', { name: 'Échanger, regrouper, laisser la case…' }).tap()
    const form = hersPage.getByRole('dialog', { name: 'Proposer à un autre sujet' })
    await form.getByLabel('Chercher un sujet ou une personne').fill('bob')
    await form.getByRole('radio', { name: 'Compter sans argent' }).check()
    await form.getByLabel('Un mot (facultatif)').fill('Votre salle nous irait mieux.')
    expect(await checkAxe(hersPage)).toEqual([])
    await form.getByRole('button', { name: 'Proposer', exact: true }).tap()
    await hersPage.getByRole('article', { name: 'Échange proposé à « Compter sans argent »' }).waitFor()
    await hersPage.getByText(/encore 10\smin pour répondre/).waitFor()

    const sheet = sheetOf(hisPage)
    await sheet.getByText('Ana propose un échange de cases').waitFor()
    await sheet.getByText('Ana : « Votre salle nous irait mieux. »').waitFor()
    expect(await sheet.locator('.offer-outcome li').allTextContents()).toEqual([
      '« Semer à plusieurs » passe de Grande salle 10:15 à Atelier 11:30',
      '« Compter sans argent » passe d’Atelier 11:30 à Grande salle 10:15',
    ])
    await sheet.getByRole('button', { name: 'Ajouter un mot' }).tap()
    await sheet.getByLabel('Un mot (facultatif)').fill('Avec plaisir.')
    expect(await checkAxe(hisPage)).toEqual([])
    await sheet.getByRole('button', { name: 'Accepter' }).tap()
    await hersPage.getByText('Bob accepte pour « Compter sans argent ». « Avec plaisir. »').waitFor()
    await hisPage.getByText('Accord trouvé : c’est fait.').waitFor()
    await sheet.waitFor({ state: 'detached' })
    await hersPage
      .getByText('Accord trouvé avec Bob : « Semer à plusieurs », Atelier 11:30 (avant : Grande salle 10:15)')
      .waitFor()
    expect(await cellOf(house, forum, hers)).toBe(cellText(1))
    expect(await cellOf(house, forum, his)).toBe(cellText(0))
  })

  test('U32 it takes no focus, is told to a screen reader, and is answered by keyboard alone', async () => {
    const page = await openAs(bob, '', { touch: false, viewport: laptop, locale: 'en-GB' })
    await page.locator('.board-day').waitFor()
    await page.getByRole('link', { name: 'My path' }).focus()
    await offered('swap')
    await sheetOf(page).getByText('Ana offers to swap cells').waitFor()
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('My path')
    expect(await page.locator('[role=status]').textContent()).toContain('Ana offers to swap cells')
    // From the top of the page: past the skip link it is the first thing to come to.
    await page.evaluate(() => document.querySelector<HTMLElement>('.skip')?.focus())
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Decline')
    await page.keyboard.press('Enter')
    await page.getByText('You declined.').waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('content')
    expect(await cellOf(house, forum, his)).toBe(cellText(1))
  })

  test('U32 declining and “let us talk” reach who offered', async () => {
    const hersPage = await openAs(ana, `/sessions/${hers}`)
    const hisPage = await openAs(bob, '/me')
    await hersPage.locator('.session-offers').waitFor()
    await offered('merge')
    const list = hisPage.getByRole('region', { name: 'Propositions en attente de votre réponse' })
    await list.getByText('Ana propose un regroupement').waitFor()
    expect(await sheetOf(hisPage).count()).toBe(0)
    await list.getByRole('button', { name: 'Ajouter un mot' }).tap()
    await list.getByLabel('Un mot (facultatif)').fill('Près du café ?')
    await list.getByRole('button', { name: 'Parlons-en' }).tap()
    await hersPage.getByText('Réponse : parlons-en. « Près du café ? »').waitFor()
    await hersPage.getByText('Bob, pour « Compter sans argent » : parlons-en. « Près du café ? »').waitFor()
    await list.getByText('Vous avez répondu : parlons-en. « Près du café ? »').waitFor()
    await list.getByRole('button', { name: 'Ajouter un mot' }).tap()
    await list.getByLabel('Un mot (facultatif)').fill('Une autre fois.')
    await list.getByRole('button', { name: 'Décliner' }).tap()
    await hersPage.getByText('Bob décline pour « Compter sans argent ». « Une autre fois. »').waitFor()
    await hersPage.getByRole('article', { name: /^Regroupement proposé/ }).waitFor({ state: 'detached' })
  })

  test('U32 answered while the page was closed, who offered is told once, and on my path until they put it away', async () => {
    const page = await openAs(ana)
    const offerId = await offered('swap')
    const isKept = (key: string) => Object.keys(localStorage).some((each) => each.startsWith(key))
    await page.waitForFunction(isKept, `offers ${forum.slug} `)
    await page.goto('about:blank')
    await bob.send({ type: 'answer-offer', offerId, answer: 'decline', word: 'Ma salle a le piano.' })
    const said = 'Bob décline pour « Compter sans argent ». « Ma salle a le piano. »'
    await page.goto(forum.url)
    await page.locator('.notice').getByText(said).waitFor()
    await page.reload()
    await page.getByRole('link', { name: 'Mon parcours' }).tap()
    const list = page.getByRole('region', { name: 'Vos propositions closes ou avec une réponse' })
    await list.getByText(said).waitFor()
    expect(await page.locator('.notice').getByText(said).count()).toBe(0)
    expect(await checkAxe(page)).toEqual([])
    await list.getByRole('button', { name: 'Compris' }).tap()
    await list.waitFor({ state: 'detached' })
    expect(
      await page.evaluate(() => Object.keys(localStorage).filter((key) => /^(offers|answers) /.test(key))),
    ).toEqual([])
  })

  test('U32 on a small phone it leaves more than half of the board in sight, and folds away what can wait', async () => {
    const page = await openAs(bob, '', { viewport: { width: 360, height: 640 } })
    await offered('swap', 'Votre salle nous irait mieux.')
    const sheet = sheetOf(page)
    await sheet.locator('.offer-gist').getByText('« Compter sans argent » passe d’Atelier 11:30').waitFor()
    const box = await sheet.boundingBox()
    expect(box?.height).toBeLessThan(300)
    const heights = await sheet
      .getByRole('button')
      .evaluateAll((found) => found.map((each) => Math.round(each.getBoundingClientRect().height)))
    expect(heights.filter((height) => height < 44)).toEqual([])
    await sheet.getByRole('button', { name: 'Détails' }).press('Enter')
    await sheet.getByText('« Semer à plusieurs » passe de Grande salle 10:15 à Atelier 11:30').waitFor()
    expect(await checkAxe(page)).toEqual([])
  })

  test('U32 without an answer in time it ends by itself, by the server’s clock, and who made it is told', async () => {
    const hersPage = await openAs(ana, `/sessions/${hers}`)
    await hersPage.locator('.session-offers').waitFor()
    const hisPage = await openAs(bob)
    await offered('swap')
    await sheetOf(hisPage).getByText('encore 10 min pour répondre').waitFor()
    await hersPage.getByRole('article', { name: /^Échange proposé/ }).waitFor()
    // Phones hear of the hour with the next heartbeat.
    house.setClock('2027-06-12', '09:11')
    await sheetOf(hisPage).waitFor({ state: 'detached', timeout: 60_000 })
    await hersPage.getByText('Sans réponse à temps, la proposition à « Compter sans argent » est close.').waitFor()
  })

  test('U32 what can’t be accepted says why and stays open', async () => {
    const page = await openAs(bob)
    await offered('swap')
    await sheetOf(page).waitFor()
    // Bob becomes a co-host of something in the slot that he would move to.
    const third = await proposed(await forum.join('Chloé'), 'Écouter la rade', {
      roomId: cells[1]?.roomId ?? '',
      slotId: cells[0]?.slotId ?? '',
    })
    const { board } = await snapshotOf(house, forum)
    const [chloe] = board.sessions.find(({ id }) => id === third)?.hosts ?? []
    await team.send({ type: 'edit', sessionId: third, hosts: [chloe ?? '', bob.person.id] })
    await sheetOf(page).getByRole('button', { name: 'Accepter' }).tap()
    await sheetOf(page).locator('.offer-problems li').first().waitFor()
    expect(await sheetOf(page).getByRole('button', { name: 'Accepter' }).isEnabled()).toBe(true)
    expect(await cellOf(house, forum, his)).toBe(cellText(1))
  })

  test('U32 one at a time, and who made an offer takes it back', async () => {
    const hisPage = await openAs(bob)
    await offered('swap')
    await offered('merge')
    await sheetOf(hisPage).getByText('Ana propose un échange de cases').waitFor()
    await sheetOf(hisPage).getByRole('link', { name: 'et 1 autre dans Mon parcours' }).waitFor()
    const hersPage = await openAs(ana, '/me')
    const first = hersPage.getByRole('article', { name: /^Échange proposé/ })
    await first.getByRole('button', { name: 'Retirer la proposition' }).tap()
    await first.waitFor({ state: 'detached' })
    await sheetOf(hisPage).getByText('Ana propose un regroupement').waitFor()
    await sheetOf(hisPage).getByRole('button', { name: 'Plus tard' }).tap()
    await sheetOf(hisPage).waitFor({ state: 'detached' })
    await hisPage.getByRole('link', { name: 'Mon parcours' }).tap()
    await hisPage.getByText('Ana propose un regroupement').waitFor()
  })
})

test('O10 O11 a session is split in two, and held once more, in one step with a cell that is offered', async () => {
  const page = await openAs(ana, `/sessions/${hers}`)
  await page.getByText('Scinder, refaire, passer la main').tap()
  await page.getByRole('button', { name: 'Scinder en deux' }).tap()
  const split = page.getByRole('dialog').getByRole('button', { name: 'Scinder en deux' })
  await split.tap()
  await page.getByText('Donnez-lui un autre titre.').waitFor()
  await page.getByLabel('Titre du nouveau sujet').fill('Semer, en pratique')
  await split.tap()
  await page.getByRole('heading', { name: 'Semer, en pratique' }).waitFor()
  await page.getByRole('button', { name: 'Regrouper…' }).waitFor()
  await page.getByRole('button', { name: 'Ne plus afficher' }).tap()
  await page.getByText('Scinder, refaire, passer la main').tap()
  await page.getByRole('link', { name: 'Refaire' }).tap()
  const best = page.getByRole('dialog', { name: 'Refaire : où et quand ?' }).getByRole('listitem').first()
  await best.getByText(/^conseillée/).waitFor()
  expect(await checkAxe(page)).toEqual([])
  const { seq } = await snapshotOf(house, forum)
  const where = await best.locator('b').first().textContent()
  await best.getByRole('button').tap()
  await page.getByText(`« Semer, en pratique » aura lieu une fois de plus : ${where}.`).waitFor()
  await page.getByText('Le même sujet que').waitFor()
  await page.locator('.when-hours').waitFor()
  expect((await snapshotOf(house, forum)).seq).toBe(seq + 1)
})
