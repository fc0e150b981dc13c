import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkAxe } from '../support/axe.ts'
import { laptop, type OpenOptions, phone, projector, useBrowser } from '../support/browser.ts'
import { type House, openHouse, type Visitor } from '../support/house.ts'
import { type LivelyForum, livelyForum } from '../support/lively-forum.ts'

const browser = useBrowser()
let house: House
let forum: LivelyForum
let host: Visitor

const star = (visitor: Visitor, sessionId: string) =>
  fetch(`${house.origin}/api/forums/${forum.slug}/stars/${sessionId}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${visitor.token}` },
    body: JSON.stringify({ on: true }),
  })

const sessionIdOf = async (title: string): Promise<string> => {
  const { board } = await (await fetch(`${house.origin}/api/forums/${forum.slug}`)).json()
  return board.sessions.find((each: { title: string }) => each.title === title)?.id ?? ''
}

beforeAll(async () => {
  house = await openHouse()
  house.setClock('2027-06-12', '09:50')
  forum = await livelyForum(house, { startsIn: 0 })
  const first = forum.hosts[0]
  if (first === undefined) throw new Error('no host')
  host = first
  await star(host, await sessionIdOf('Réparer un vélo à quatre mains'))
  house.setClock('2027-06-12', '10:40')
})
afterAll(() => house.close())

const openAs = async (visitor: Visitor, options: OpenOptions = {}): Promise<Page> => {
  const { page, context } = await browser.openPage({ touch: true, ...options })
  await context.addCookies([{ name: `forum-${forum.slug}`, value: visitor.token, url: house.origin }])
  await page.goto(`${forum.url}/me`)
  await page.locator('.path-page').waitFor()
  return page
}

describe('my path', () => {
  test('U15 what clashes stands side by side from 600 px on, and under each other with a mark on a phone', async () => {
    const boxes = async (page: Page) => {
      await page.getByText('Deux choses en même temps').first().waitFor()
      const cards = page.locator('.path-step.clash').first().locator('.card')
      return Promise.all([cards.nth(0).boundingBox(), cards.nth(1).boundingBox()])
    }
    const [left, right] = await boxes(await openAs(host, { viewport: { width: 640, height: 900 } }))
    expect(Math.abs((left?.y ?? 0) - (right?.y ?? 99))).toBeLessThan(2)
    expect((right?.x ?? 0) - ((left?.x ?? 0) + (left?.width ?? 0))).toBeGreaterThan(0)
    const onPhone = await openAs(host)
    const [above, below] = await boxes(onPhone)
    expect((below?.y ?? 0) - ((above?.y ?? 0) + (above?.height ?? 0))).toBeGreaterThan(0)
    expect(await onPhone.locator('.path-step.clash .path-or').first().isVisible()).toBe(true)
  })

  test('U15 what one hosts is set apart, and what has no cell can be taken to the board from there', async () => {
    const page = await openAs(host)
    const hosted = page.getByRole('region', { name: 'Ce que je porte' })
    await hosted.getByText('10:15 – 11:15 · Grande salle', { exact: false }).waitFor()
    await hosted.getByRole('link', { name: /^Poser/ }).tap()
    await page.getByText('En main : « Garder la mémoire des forums »', { exact: false }).first().waitFor()
  })

  test('U15 a gap names what is held then, most interest first as a word; its star brings it into the path', async () => {
    const visitor = await forum.join('Visiteuse')
    await star(visitor, await sessionIdOf('Monnaies locales : où en sommes-nous ?'))
    const page = await openAs(visitor)
    const gap = page.locator('.path-part.gap', { hasText: '11:30 – 12:30' })
    await expect
      .poll(() => gap.locator('.path-gap-title').allTextContents())
      .toEqual([expect.stringContaining('Quel outil pour partager'), 'Agir en commun à l’ère du numérique'])
    expect(await gap.locator('li .soft').allTextContents()).toEqual([
      expect.stringMatching(/^Atelier · (?:assez|beaucoup) de monde intéressé$/),
      'Grande salle · quelques personnes intéressées',
    ])
    await gap.getByRole('button', { name: 'Ça m’intéresse : Agir en commun', exact: false }).tap()
    await page.locator('.path-part.step', { hasText: 'Agir en commun à l’ère du numérique' }).waitFor()
    expect(await gap.count()).toBe(0)
  })

  test('U15 the path follows the board without a reload', async () => {
    const visitor = await forum.join('Suiveuse')
    const id = await sessionIdOf('Tiers-lieux du Finistère')
    await star(visitor, id)
    const page = await openAs(visitor)
    await page.locator('.path-parked').getByText('Tiers-lieux du Finistère').first().waitFor()
    const { board } = await (await fetch(`${house.origin}/api/forums/${forum.slug}`)).json()
    const slot = board.slots.filter((each: { kind: string }) => each.kind === 'open').at(-1)
    const team = await forum.facilitator('Équipe 3')
    expect((await team.send({ type: 'claim', sessionId: id, roomId: 'jardin', slotId: slot.id })).status).toBe(200)
    await page.locator('.path-part.step', { hasText: 'Tiers-lieux du Finistère' }).waitFor()
  })

  test('nothing chosen yet: one sentence and the way to the board', async () => {
    const page = await openAs(await forum.join('Neuve'))
    await page.getByRole('heading', { name: 'Votre parcours est encore blanc.' }).waitFor()
    await page.getByRole('link', { name: 'Voir le tableau' }).tap()
    await page.locator('.board').waitFor()
  })

  test('U5 by keyboard: a suggestion is starred and the page goes on', async () => {
    const visitor = await forum.join('Au clavier')
    await star(visitor, await sessionIdOf('Monnaies locales : où en sommes-nous ?'))
    const page = await openAs(visitor, { viewport: laptop, touch: false })
    const button = page.getByRole('button', { name: 'Ça m’intéresse : Agir en commun', exact: false })
    await button.focus()
    await page.keyboard.press('Enter')
    await page.locator('.path-part.step', { hasText: 'Agir en commun à l’ère du numérique' }).waitFor()
  })
})

test.each([
  ['light', 'fr-FR', phone],
  ['dark', 'en-GB', { width: 768, height: 1024 }],
  ['light', 'en-GB', projector],
] as const)(
  'U4 my path, %s, %s: nothing for axe to say, at 7:1, nothing sideways',
  async (colorScheme, locale, viewport) => {
    const page = await openAs(host, { colorScheme, locale, viewport })
    await page.locator('.path-step.clash').first().waitFor()
    expect(await checkAxe(page, { enhancedContrast: true })).toEqual([])
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth),
    ).toBe(true)
  },
)
