import { randomUUID } from 'node:crypto'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { limits } from '../../shared/limits.ts'
import { checkAxe } from '../support/axe.ts'
import { laptop, type OpenOptions, phone, useBrowser } from '../support/browser.ts'
import { type House, type HouseForum, openHouse } from '../support/house.ts'
import { type LivelyForum, livelyForum } from '../support/lively-forum.ts'

const browser = useBrowser()
let house: House
let forum: LivelyForum
let early: HouseForum
let shut: HouseForum

beforeAll(async () => {
  house = await openHouse()
  house.setClock('2027-06-12', '09:50')
  early = await house.createForum({ market: 'closed' })
  shut = await house.createForum()
  await (await shut.facilitator('Équipe')).send({ type: 'close-door', door: 'propose' })
  forum = await livelyForum(house, { startsIn: 0 })
  // Doors that open this very second are not open yet on a phone that counts in whole seconds.
  house.setClock('2027-06-12', '09:52')
})
afterAll(() => house.close())

const open = async (options: OpenOptions = {}): Promise<Page> => {
  const { page } = await browser.openPage({ touch: true, ...options, url: options.url ?? forum.url })
  return page
}

/** A device whose holder has said a name. */
const openAs = async (name: string, options: OpenOptions = {}): Promise<Page> => {
  const { page, context } = await browser.openPage({ touch: true, ...options })
  const visitor = await forum.join(name)
  await context.addCookies([{ name: `forum-${forum.slug}`, value: visitor.token, url: house.origin }])
  await page.goto(options.url ?? forum.url)
  return page
}

/** A finger that counts. */
const finger = () => {
  const taps: string[] = []
  return {
    taps,
    tap: async (target: Locator): Promise<void> => {
      taps.push((await target.textContent())?.trim() ?? '')
      await target.tap()
    },
  }
}

const proposeButton = (page: Page) => page.getByRole('button', { name: 'Proposer', exact: false }).last()
const title = (page: Page) => page.getByLabel('Titre', { exact: false })
const whereSheet = (page: Page) => page.getByRole('dialog', { name: 'Où et quand ?' })

/** A machine that is busy with other tests takes its time. */
const patient = { timeout: 10_000 }

/** Types into what has the focus: the sheet is to have put it where one writes. */
const typeInto = async (page: Page, field: Locator, text: string): Promise<void> => {
  await field.waitFor()
  await expect.poll(() => field.evaluate((element) => element === document.activeElement), patient).toBe(true)
  await page.keyboard.type(text)
}

describe('from the board to placed', () => {
  test('U13 a newcomer needs at most six taps besides typing a title and a name', async () => {
    const page = await open()
    const { tap, taps } = finger()
    await tap(proposeButton(page))
    await typeInto(page, title(page), 'Cultiver un jardin partagé')
    await tap(page.getByRole('dialog').getByRole('button', { name: 'Proposer' }))
    await typeInto(page, page.getByLabel('Nom ou surnom'), 'Yuna')
    await tap(page.getByRole('button', { name: 'Continuer' }))
    const best = whereSheet(page).locator('.offer').first()
    await best.getByText('libre', { exact: false }).waitFor()
    await tap(best)
    await page.getByText('est posé', { exact: false }).first().waitFor()
    expect(taps.length, taps.join(', ')).toBeLessThanOrEqual(6)
    const { board } = await (await fetch(`${house.origin}/api/forums/${forum.slug}`)).json()
    const session = board.sessions.find((each: { title: string }) => each.title === 'Cultiver un jardin partagé')
    expect(board.placements.filter((each: { sessionId: string }) => each.sessionId === session.id)).toHaveLength(1)
  })

  test('U13 the same by keyboard alone', async () => {
    const page = await open({ viewport: laptop, touch: false })
    await page.getByRole('button', { name: 'Proposer', exact: false }).first().focus()
    await page.keyboard.press('Enter')
    await typeInto(page, title(page), 'Tenir une radio de quartier')
    await page.keyboard.press('Enter')
    await typeInto(page, page.getByLabel('Nom ou surnom'), 'Malo')
    await page.keyboard.press('Enter')
    const best = whereSheet(page).locator('.offer').first()
    await best.waitFor()
    for (let steps = 0; steps < 6; steps++) {
      if (await best.evaluate((element) => element === document.activeElement)) break
      await page.keyboard.press('Tab')
    }
    await page.keyboard.press('Enter')
    await page.getByText('est posé', { exact: false }).first().waitFor()
  })

  test('U13 a cell that somebody else takes meanwhile stays where it was, and says so', async () => {
    const page = await openAs('Azilis')
    await proposeButton(page).tap()
    await title(page).fill('Un sujet qui hésite')
    await page.getByRole('dialog').getByRole('button', { name: 'Proposer' }).tap()
    const offers = whereSheet(page).locator('.offer')
    await offers.first().waitFor()
    const before = await offers.locator('.offer-cell b').allTextContents()
    const { board } = await (await fetch(`${house.origin}/api/forums/${forum.slug}`)).json()
    const wanted = before[0] ?? ''
    const room = board.rooms.find((each: { name: string }) => wanted.startsWith(each.name))
    const time = wanted.slice(-5)
    const slot = board.slots.find(
      (each: { start: number; kind: string }) =>
        each.kind === 'open' &&
        each.start > Date.parse('2027-06-12T07:50:00Z') &&
        new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', hour: '2-digit', minute: '2-digit' }).format(
          each.start,
        ) === time,
    )
    const rival = await forum.join('Rival')
    const sessionId = '00000000-0000-4000-8000-0000000000aa'
    await rival.send({ type: 'propose', sessionId, title: 'Plus rapide' })
    const claimed = await rival.send({ type: 'claim', sessionId, roomId: room.id, slotId: slot.id })
    expect(claimed.status).toBe(200)
    await offers.first().getByText('Plus libre', { exact: false }).waitFor()
    expect(await offers.first().isDisabled()).toBe(true)
    expect((await offers.locator('.offer-cell b').allTextContents()).slice(0, before.length)).toEqual(before)
  })
})

describe('while a title is being typed', () => {
  test('U14 what is near is shown with its hosts and leads to its page; the text is there on the way back', async () => {
    const page = await open()
    await proposeButton(page).tap()
    await title(page).pressSequentially('On répare nos vélos')
    const near = page.locator('.near').getByRole('link', { name: 'Réparer un vélo à quatre mains', exact: false })
    await near.waitFor()
    expect(await near.textContent()).toContain('Gwenn')
    expect(await checkAxe(page)).toEqual([])
    await near.tap()
    await page.getByRole('heading', { name: 'Réparer un vélo à quatre mains' }).waitFor()
    await page.goBack()
    expect(await title(page).inputValue()).toBe('On répare nos vélos')
  })

  test('U14 nothing is claimed to be near to words that everybody uses', async () => {
    const page = await open()
    await proposeButton(page).tap()
    await title(page).fill('Comment faire avec nous tous ?')
    expect(await page.locator('.near').count()).toBe(0)
  })

  test('a sentence, the format, needs, co-hosts and the length are one step away', async () => {
    const page = await open()
    await proposeButton(page).tap()
    expect(await page.getByLabel('Durée').isVisible()).toBe(false)
    await page.getByText('Plus de détails').tap()
    for (const label of ['En une phrase ou deux', 'Durée', 'Co-porteur·euses']) {
      expect(await page.getByLabel(label).isVisible(), label).toBe(true)
    }
    expect(await page.getByLabel('Mots-clés').isVisible()).toBe(false)
    await page.getByText('Autres précisions').tap()
    expect(await page.getByLabel('Mots-clés').isVisible()).toBe(true)
    expect(await checkAxe(page)).toEqual([])
  })
})

describe('a refusal', () => {
  test('P2 is said inside the sheet, where it can be seen and heard, and the text stays', async () => {
    const { page, context } = await browser.openPage({ touch: true })
    const many = await forum.join('Beaucoup')
    for (let n = 0; n < limits.sessionsPerPerson; n++) {
      await many.send({ type: 'propose', sessionId: randomUUID(), title: `Idée ${n}` })
    }
    await context.addCookies([{ name: `forum-${forum.slug}`, value: many.token, url: house.origin }])
    await page.goto(`${forum.url}?propose`)
    await title(page).fill('Une de trop')
    await page.getByRole('dialog').getByRole('button', { name: 'Proposer' }).tap()
    await page.getByRole('dialog').getByRole('alert').getByText('La limite est atteinte', { exact: false }).waitFor()
    expect(await title(page).inputValue()).toBe('Une de trop')
  })
})

describe('closed doors and no network', () => {
  test('B4 before the market, a proposal waits and the sheet says when it can be pinned', async () => {
    const page = await open({ url: early.url })
    await proposeButton(page).tap()
    await title(page).fill('Trop tôt')
    await page.getByRole('dialog').getByRole('button', { name: 'Proposer' }).tap()
    await page.getByLabel('Nom ou surnom').fill('Katell')
    await page.getByRole('button', { name: 'Continuer' }).tap()
    await whereSheet(page).getByText('La place du marché n’est pas ouverte', { exact: false }).waitFor()
    expect(await whereSheet(page).locator('.offer').count()).toBe(0)
    await whereSheet(page).getByRole('button', { name: 'Compris' }).tap()
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
  })

  test('B4 where proposing is closed the sheet says so, keeps the text, and offers no button that would fail', async () => {
    const page = await open({ url: `${shut.url}?propose` })
    await page.getByText('Les propositions', { exact: false }).first().waitFor()
    expect(await page.getByRole('dialog').getByRole('button', { name: 'Proposer' }).count()).toBe(0)
  })

  test('P4 without a network the proposal waits in sight, and is placed when the network is back', async () => {
    const page = await openAs('Ronan', { allow: [/ERR_INTERNET_DISCONNECTED/] })
    await page.waitForLoadState('networkidle')
    await page.waitForFunction(() =>
      performance.getEntriesByType('resource').some(({ name }) => name.includes('JoinDialog')),
    )
    await page.locator('.connection.live').first().waitFor({ state: 'attached' })
    await page.context().setOffline(true)
    await page.locator('.connection.waiting').first().waitFor({ state: 'attached' })
    await proposeButton(page).tap()
    await title(page).fill('Hors du réseau')
    await page.getByRole('dialog').getByRole('button', { name: 'Proposer' }).tap()
    await whereSheet(page).getByText('Pas de réseau pour le moment', { exact: false }).waitFor()
    await whereSheet(page).locator('.offer').first().tap()
    await page.locator('.card.pending', { hasText: 'Hors du réseau' }).first().waitFor()
    await page.context().setOffline(false)
    await page.getByText('« Hors du réseau » est posé', { exact: false }).first().waitFor()
    await expect.poll(() => page.locator('.card.pending').count()).toBe(0)
  })
})

describe('what it looks like', () => {
  test.each([
    ['light', 'fr-FR'],
    ['dark', 'en-GB'],
  ] as const)('U4 where and when, %s, %s: nothing for axe to say', async (colorScheme, locale) => {
    const page = await openAs('Erell', { colorScheme, locale, viewport: phone })
    await page
      .getByRole('button', { name: /Propos/ })
      .last()
      .tap()
    const sheet = page.getByRole('dialog')
    await sheet.locator('textarea[name=title]').fill('Regarder de près')
    await sheet.getByRole('button', { name: /^Propos/ }).tap()
    await sheet.locator('.offer').first().waitFor()
    expect(await checkAxe(page)).toEqual([])
  })
})
