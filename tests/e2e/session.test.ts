import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkAxe } from '../support/axe.ts'
import { laptop, type OpenOptions, phone, projector, useBrowser } from '../support/browser.ts'
import { type House, openHouse, type Visitor } from '../support/house.ts'
import { type LivelyForum, livelyForum } from '../support/lively-forum.ts'

const browser = useBrowser()
let house: House
let forum: LivelyForum

beforeAll(async () => {
  house = await openHouse()
  house.setClock('2027-06-12', '09:50')
  forum = await livelyForum(house, { startsIn: 0 })
  house.setClock('2027-06-12', '10:40')
})
afterAll(() => house.close())

const openAs = async (visitor: Visitor | null, sessionId: string, options: OpenOptions = {}): Promise<Page> => {
  const { page, context } = await browser.openPage({ touch: true, ...options })
  if (visitor !== null) {
    await context.addCookies([{ name: `forum-${forum.slug}`, value: visitor.token, url: house.origin }])
  }
  await page.goto(`${forum.url}/sessions/${sessionId}`)
  await page.locator('.session').waitFor()
  return page
}

const proposed = async (host: Visitor, title: string, more: { language?: string } = {}): Promise<string> => {
  const sessionId = randomUUID()
  await host.send({ type: 'propose', sessionId, title, ...more })
  return sessionId
}

describe('what a session says', () => {
  test('who, when, where, and how to get there, in words', async () => {
    const page = await openAs(null, forum.placedId)
    expect(await page.locator('.session-who').textContent()).toBe('Maëlle')
    const where = (await page.locator('.when-where').textContent()) ?? ''
    for (const said of [
      'samedi 12 juin',
      '10:15 – 11:15',
      'en cours, jusqu’à 11:15',
      'Grande salle',
      'Maison, au rez-de-chaussée',
      '80\u00a0places',
    ]) {
      expect(where).toContain(said)
    }
  })

  test('U15 interest is a word, never a figure, and one’s own star is counted at once', async () => {
    const host = await forum.join('Sterenn')
    const sessionId = await proposed(host, 'Qui veut parler de rien ?')
    const page = await openAs(await forum.join('Une étoile'), sessionId)
    expect(await page.locator('.session-interest').textContent()).toBe(' Ça m’intéresse')
    await page.getByRole('button', { name: 'Ça m’intéresse' }).tap()
    await page.getByText('quelques personnes intéressées').waitFor()
    for (const name of ['Deux', 'Trois', 'Quatre', 'Cinq', 'Six']) await (await forum.join(name)).star(sessionId)
    await page.getByText('beaucoup de monde intéressé').waitFor()
    expect(await page.locator('.session-interest').textContent()).not.toMatch(/\d/)
  })

  test('a session that is gone says so', async () => {
    const { page } = await browser.openPage({ url: `${forum.url}/sessions/${randomUUID()}` })
    await page.getByText('Ce sujet n’est pas (ou plus) sur le tableau.').waitFor()
    await page.getByRole('link', { name: 'Retour au tableau' }).waitFor()
  })

  test('a very long title and one from right to left look right', async () => {
    const host = await forum.join('Layla')
    const long = await proposed(host, `${'Anticonstitutionnellement'.repeat(4)} ${'et puis encore un mot '.repeat(4)}?`)
    const arabic = await proposed(host, 'مساحات مشتركة للجميع', { language: 'ar' })
    for (const viewport of [{ width: 320, height: 640 }, phone, projector]) {
      for (const id of [long, arabic]) {
        const page = await openAs(host, id, { viewport })
        const sideways = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        expect(sideways, `${viewport.width}`).toBe(0)
        const title = page.locator('.session-head h1')
        expect(await title.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true)
        expect(await title.evaluate((element) => getComputedStyle(element).direction)).toBe(
          id === arabic ? 'rtl' : 'ltr',
        )
      }
    }
  })
})

describe('sharing', () => {
  test('the phone’s own sheet where there is one', async () => {
    const { page } = await browser.openPage({ touch: true })
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'share', {
        value: async (data: ShareData) => {
          document.title = JSON.stringify(data)
        },
      })
    })
    await page.goto(`${forum.url}/sessions/${forum.placedId}`)
    await page.getByRole('button', { name: 'Partager' }).tap()
    await expect.poll(() => page.title()).toContain('"title"')
    expect(JSON.parse(await page.title())).toEqual({
      title: 'Comment accueillir sans épuiser les accueillants ?',
      url: `${forum.url}/sessions/${forum.placedId}`,
    })
  })

  test('elsewhere a code to photograph and a link to copy; the code’s maker is fetched only then', async () => {
    const page = await openAs(null, forum.placedId, { viewport: laptop, touch: false })
    const scripts = () => page.evaluate(() => performance.getEntriesByType('resource').length)
    await page.waitForLoadState('networkidle')
    const before = await scripts()
    await page.getByRole('button', { name: 'Partager' }).click()
    const sheet = page.getByRole('dialog', { name: 'Partager' })
    await expect.poll(() => sheet.locator('.qr path').getAttribute('d')).toMatch(/^M/)
    expect(await scripts()).toBeGreaterThan(before)
    await sheet.getByRole('button', { name: 'Copier le lien' }).waitFor()
    expect(await checkAxe(page)).toEqual([])
  })
})

describe('what its hosts do', () => {
  test('co-hosts come and go, by keyboard too', async () => {
    const host = await forum.join('Goulven')
    await forum.join('Tifenn')
    const page = await openAs(host, await proposed(host, 'À plusieurs voix'), { viewport: laptop, touch: false })
    await page.locator('.session-hosts summary').focus()
    await page.keyboard.press('Enter')
    await page.getByLabel('Ajouter quelqu’un').focus()
    await page.keyboard.type('tifenn')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('.session-who').textContent()).toBe('Goulven, Tifenn')
    expect(await checkAxe(page)).toEqual([])
    await page.getByRole('button', { name: 'Enlever Tifenn' }).focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('.session-who').textContent()).toBe('Goulven')
    await page.getByLabel('Ajouter quelqu’un').fill('Personne d’ici')
    await page.keyboard.press('Enter')
    await page.getByText('Personne de ce nom ici', { exact: false }).waitFor()
  })

  test('“place” leads to the board with the card in hand', async () => {
    const host = await forum.join('Padrig')
    const page = await openAs(host, await proposed(host, 'Tresser des paniers'))
    await page.getByRole('link', { name: 'Poser', exact: true }).tap()
    await page.getByText('En main : « Tresser des paniers', { exact: false }).first().waitFor()
  })

  test('B7 what has begun says so in the place of what would be refused', async () => {
    const page = await openAs(forum.host, forum.placedId)
    await page.getByText(/Ce sujet a commencé à\s10:15\s: il reste où il est\./).waitFor()
    const acts = page.locator('.session-acts')
    await acts.getByRole('link', { name: 'Modifier' }).waitFor()
    expect(await acts.getByRole('link', { name: 'Déplacer' }).count()).toBe(0)
    expect(await acts.getByRole('button', { name: /Décrocher|Retirer/ }).count()).toBe(0)
    const team = await openAs(await forum.facilitator('Équipe 3'), forum.placedId)
    await team.locator('.session-acts').getByRole('link', { name: 'Déplacer' }).waitFor()
  })

  test('B7 so does a free cell of a slot that has begun, and nothing is proposed for it', async () => {
    const { page } = await browser.openPage({ touch: true, url: forum.url })
    await page.getByRole('button', { name: /^Jardin.*10:15.*libre/ }).tap()
    await page
      .getByText(/Ce créneau a commencé à\s10:15\s: choisissez-en un autre\./)
      .first()
      .waitFor()
    expect(await page.getByRole('dialog').count()).toBe(0)
  })

  test('B6 the team locks it, and its host’s handles go', async () => {
    const host = await forum.join('Mona')
    const sessionId = await proposed(host, 'Bientôt fixé')
    const hosts = await openAs(host, sessionId)
    await hosts.getByRole('button', { name: 'Retirer' }).waitFor()
    const team = await openAs(await forum.facilitator('Équipe 2'), sessionId)
    await team.getByRole('button', { name: 'Verrouiller' }).tap()
    await team.getByRole('button', { name: 'Déverrouiller' }).waitFor()
    await hosts.getByText('Fixé par l’équipe d’animation', { exact: false }).waitFor()
    expect(await hosts.getByRole('button', { name: 'Retirer' }).count()).toBe(0)
  })
})

describe('together and apart', () => {
  test('O8 what is merged is shown inside, its own page leads there, and any host takes them apart', async () => {
    const first = await forum.join('Yuna')
    const second = await forum.join('Malo')
    const [inside, carrier] = [await proposed(first, 'Haies et talus'), await proposed(second, 'Semences de ferme')]
    const offerId = randomUUID()
    await first.send({ type: 'offer', offerId, kind: 'merge', fromId: inside, toId: carrier })
    expect((await second.send({ type: 'answer-offer', offerId, answer: 'accept' })).status).toBe(200)
    const page = await openAs(first, inside)
    const held = page.locator('.session-together')
    await held.getByText('Se tient avec').waitFor()
    expect(await page.getByRole('link', { name: 'Poser' }).count()).toBe(0)
    await held.getByRole('link', { name: 'Voir où il se tient' }).tap()
    await page.getByRole('heading', { name: 'Semences de ferme' }).waitFor()
    expect(await checkAxe(page)).toEqual([])
    const within = page.getByRole('region', { name: 'Avec' })
    await within.getByText('Yuna').waitFor()
    await within.getByRole('button', { name: 'Séparer « Haies et talus »' }).tap()
    await page.getByText('« Haies et talus » est de nouveau à part.').waitFor()
    await within.waitFor({ state: 'detached' })
  })

  test('O12 a session seeks somebody to host it, and whoever likes it takes it over', async () => {
    const host = await forum.join('Gaël')
    const sessionId = await proposed(host, 'Un jardin sur les toits')
    const page = await openAs(host, sessionId)
    await page.getByText('Scinder, refaire, passer la main').tap()
    await page.getByRole('button', { name: 'Chercher quelqu’un pour le porter' }).tap()
    await page.getByText('« Un jardin sur les toits » cherche quelqu’un pour le porter.').waitFor()
    const other = await openAs(await forum.join('Katell'), sessionId, { locale: 'en-GB' })
    await other.getByText('Somebody to host this session?').waitFor()
    expect(await checkAxe(other)).toEqual([])
    await other.getByRole('button', { name: 'I will host it' }).tap()
    await expect.poll(() => page.locator('.session-who').textContent()).toBe('Katell')
  })

  test('O12 somebody proposes what they would rather not host themselves', async () => {
    const page = await openAs(await forum.join('Nina'), forum.placedId)
    await page.locator('.forum-you').getByText('Nina').waitFor()
    await page.goto(`${forum.url}?propose=`)
    await page.getByLabel('Titre').fill('Un sauna solaire')
    await page.getByText('Plus de détails').tap()
    await page.getByLabel('Je cherche quelqu’un pour le porter').check()
    await page.getByRole('dialog').getByRole('button', { name: 'Proposer' }).tap()
    await page.getByText('« Un sauna solaire » est proposé, et cherche quelqu’un pour le porter.').waitFor()
    await page.getByRole('button', { name: /^À placer/ }).tap()
    const card = page.getByRole('article').filter({ hasText: 'Un sauna solaire' })
    await card.getByText('Quelqu’un pour le porter ?').waitFor()
  })
})

test.each([
  ['light', 'fr-FR', phone],
  ['dark', 'en-GB', projector],
] as const)('U4 a session’s page, %s, %s: nothing for axe to say, at 7:1', async (colorScheme, locale, viewport) => {
  const page = await openAs(forum.host, forum.placedId, { colorScheme, locale, viewport })
  await page.locator('.session-acts').waitFor()
  expect(await checkAxe(page, { enhancedContrast: true })).toEqual([])
})
