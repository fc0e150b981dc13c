import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ForumPlan } from '../../shared/plan.schema.ts'
import type { Snapshot } from '../../shared/protocol.ts'
import { checkAxe } from '../support/axe.ts'
import { blankPlan, plainRoom } from '../support/blank-plan.ts'
import { boxFaults } from '../support/boxes.ts'
import { type OpenOptions, projector, useBrowser } from '../support/browser.ts'
import { type House, openHouse } from '../support/house.ts'

const browser = useBrowser()
let house: House
const slugs = new Map<number, string>()

const titles = [
  'Agir en commun',
  'Comment valoriser, diffuser, protéger les productions collectives en gérant les différents niveaux de confidentialité sans complexifier les outils ?',
  'Réunions en visio (ça ne marche jamais ! ;) )',
  'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
]

const times = ['09:30', '10:45', '13:30', '14:45', '16:00'] as const
const plan = (rooms: number): ForumPlan => ({
  ...blankPlan(`Forum de ${rooms} salles`),
  rooms: Array.from({ length: rooms }, (_, n) =>
    plainRoom(n % 5 === 4 ? `Maison des associations ${n}` : `B${101 + n}`, 20),
  ),
  days: [
    {
      date: '2027-06-12',
      label: '',
      slots: times.map((start) => ({ start, end: `${start.slice(0, 2)}:59`, kind: 'open', label: '' })),
    },
  ],
})

beforeAll(async () => {
  house = await openHouse()
  house.setClock('2027-06-12', '09:00')
  for (const rooms of [4, 12, 25]) {
    const forum = await house.createForum({ plan: plan(rooms) })
    slugs.set(rooms, forum.slug)
    const { board }: Snapshot = await (await fetch(`${house.origin}/api/forums/${forum.slug}`)).json()
    const cells = board.slots.flatMap(({ id }) => board.rooms.map((room) => ({ roomId: room.id, slotId: id })))
    const team = await forum.facilitator('Équipe')
    // One host a room: nobody is in two rooms at one time.
    const hosts = await Promise.all(board.rooms.map((_, n) => forum.join(`Porteuse ${n}`)))
    for (const [n, cell] of cells.entries()) {
      if (n % 5 === 3) continue
      const sessionId = randomUUID()
      const host = hosts[n % board.rooms.length]?.person.id ?? ''
      await team.send({ type: 'propose', sessionId, title: titles[n % titles.length] ?? '', hosts: [host] })
      await team.send({ type: 'claim', sessionId, ...cell })
    }
  }
  house.setClock('2027-06-12', '09:40')
})
afterAll(() => house.close())

const sizes = [
  [1280, 720],
  [1920, 1080],
  [3840, 2160],
  [1080, 1920],
] as const

const cases = [4, 12, 25].flatMap((rooms) => sizes.map(([width, height]) => ({ rooms, width, height })))

/** Enough to meet every kind of block; a portrait wall of 25 rooms has many pages of the same kinds. */
const mostPages = 6

const rules = {
  root: '.wall',
  leastText: 2.2,
  title: { selector: '.wall-title', least: 3.2 },
  apart: '.wall-card, .wall-block-head, .wall-rail > *, .wall-head',
  body: '.wall-body',
  unseen: '.wall-copy, dialog, .unseen',
} as const

const openWall = async (rooms: number, query: string, options: OpenOptions = {}): Promise<Page> => {
  const { page } = await browser.openPage({
    url: `${house.origin}/${slugs.get(rooms)}/wall${query}`,
    viewport: projector,
    reducedMotion: true,
    ...options,
  })
  await page.locator('.wall-page:not(.wall-copy) .wall-block').first().waitFor()
  return page
}
const counterOf = (page: Page) => page.locator('.wall-pages span').first()

test.each(cases)('U7 $rooms rooms on $width × $height: nothing small, cut or overlapping, on any page', async (one) => {
  const page = await openWall(one.rooms, '', { viewport: { width: one.width, height: one.height } })
  await page.keyboard.press('Space')
  const counter = counterOf(page)
  const count = (await counter.count()) === 0 ? 1 : Number((await counter.textContent())?.split('/')[1])
  for (let n = 1; n <= Math.min(count, mostPages); n += 1) {
    if (count > 1) await expect.poll(() => counter.textContent()).toContain(`${n}/`)
    const faults = await boxFaults(page, rules)
    expect(faults, `page ${n} of ${count}`).toEqual([])
    await page.keyboard.press('ArrowRight')
  }
})

test.each(['light', 'dark'] as const)(
  'U7 U17 a %s wall by its address, whatever the device: 7:1, and nothing cut',
  async (theme) => {
    const page = await openWall(12, `?paused&theme=${theme}`, { colorScheme: theme === 'dark' ? 'light' : 'dark' })
    const ground = await page.evaluate(
      () => getComputedStyle(document.querySelector('.wall') ?? document.body).backgroundColor,
    )
    const [red = 0] = ground.match(/\d+/g)?.map(Number) ?? []
    expect(red > 128 ? 'light' : 'dark').toBe(theme)
    expect(await checkAxe(page, { enhancedContrast: true })).toEqual([])
    expect(await boxFaults(page, rules)).toEqual([])
  },
)

test('U17 a paused wall never turns, and what the keys change stands in the address', async () => {
  const { page } = await browser.openPage({ viewport: projector, reducedMotion: true })
  await page.clock.install()
  await page.goto(`${house.origin}/${slugs.get(12)}/wall?every=30`)
  const counter = counterOf(page)
  await counter.getByText('1/').waitFor()
  // The first page stays longer.
  await page.clock.fastForward(50_000)
  await counter.getByText('2/').waitFor()
  await page.keyboard.press('Space')
  await page.locator('.wall-paused').waitFor()
  await page.clock.fastForward(50_000)
  expect(await counter.textContent()).toContain('2/')
  for (const key of ['+', 't', 'n']) await page.keyboard.press(key)
  expect(new URL(page.url()).search).toBe('?paused&every=45&theme=light&show=now')
  await page.reload()
  await page.locator('.wall-paused').waitFor()
  expect(await page.locator('.wall-block:not(.wall-copy *) .wall-tense').allTextContents()).not.toContain('Plus tard')
})

test('U17 the keys are told by a key', async () => {
  const page = await openWall(4, '')
  await page.keyboard.press('?')
  const help = page.getByRole('dialog')
  await help.waitFor()
  expect(await help.locator('kbd').allTextContents()).toEqual([
    'Espace',
    'Flèches',
    'Début',
    '+ −',
    'N',
    'J',
    'T',
    'F',
    '?',
  ])
})

test('U18 a wall of 25 rooms shows now and next, and says that the day goes on', async () => {
  const page = await openWall(25, '?paused')
  expect(await page.locator('.wall-note').textContent()).toBe('La suite de la journée est sur le tableau.')
  expect(Number((await counterOf(page).textContent())?.split('/')[1])).toBeLessThanOrEqual(8)
  const whole = await openWall(25, '?paused&show=day')
  expect(Number((await counterOf(whole).textContent())?.split('/')[1])).toBeGreaterThan(8)
})

test('U18 an upright wall of 25 rooms gives its lines to rooms and titles: now and next in twelve pages', async () => {
  // Titles that take up to six lines of the letters that a hall can read: three a page was all there was room for.
  const page = await openWall(25, '?paused', { viewport: { width: 1080, height: 1920 } })
  expect(Number((await counterOf(page).textContent())?.split('/')[1])).toBeLessThanOrEqual(12)
  const first = page.locator('.wall-page:not(.wall-copy) .wall-card').first()
  const [room, title] = [first.locator('.wall-room'), first.locator('.wall-title')]
  const tops = await Promise.all([room, title].map(async (part) => (await part.boundingBox())?.y ?? 0))
  expect(Math.abs((tops[0] ?? 0) - (tops[1] ?? 0))).toBeLessThan(20)
  expect(await first.locator('.wall-hosts').isVisible()).toBe(false)
  expect(await page.locator('.wall-note').textContent()).toBe('La suite de la journée est sur le tableau.')
  expect(await page.locator('.wall-day > span').first().isVisible()).toBe(false)
  // The evening before, rounds of the morning need their day.
  house.setClock('2027-06-11', '20:00')
  const eve = await openWall(25, '?paused', { viewport: { width: 1080, height: 1920 } })
  await eve.getByText('samedi 12 juin', { exact: true }).waitFor()
  house.setClock('2027-06-12', '09:40')
})

test('U7 the line of now, the next round, the free cells and the way in are on every page', async () => {
  const page = await openWall(4, '?paused')
  const line = page.locator('.wall-page:not(.wall-copy) .now .wall-line span')
  const share = await line.evaluate((bar) => bar.clientWidth / (bar.parentElement?.clientWidth ?? 1))
  // 9:40 of a round from 9:30 to 9:59.
  expect(share).toBeGreaterThan(0.3)
  expect(share).toBeLessThan(0.5)
  expect(await page.locator('.wall-next strong').textContent()).toMatch(/^dans 6\d min$/)
  expect(await page.locator('.wall-free-count').textContent()).toMatch(/^\d+ cases libres$/)
  expect(await page.locator('.wall-address').textContent()).toBe(`${new URL(house.origin).host}/${slugs.get(4)}`)
})

test('U7 a wall without network says since when, with nothing pushed off the screen', async () => {
  const { page, context } = await browser.openPage({ viewport: projector, reducedMotion: true, allow: [/./] })
  await page.goto(`${house.origin}/${slugs.get(12)}/wall?paused`)
  await page.locator('.wall-page:not(.wall-copy) .wall-block').first().waitFor()
  await context.setOffline(true)
  await page.locator('.wall-stale').waitFor({ timeout: 30_000 })
  expect(await page.locator('.wall-stale').textContent()).toMatch(/à jour à \d\d:\d\d$/)
  expect(await boxFaults(page, rules)).toEqual([])
})

test('U7 a wall asks its screen to stay awake, again when it is seen again', async () => {
  const { page, context } = await browser.openPage({ viewport: projector })
  await context.addInitScript(() => {
    const asked: string[] = []
    const wakeLock = {
      request: (kind: string) => {
        asked.push(kind)
        document.documentElement.dataset.awake = asked.join(' ')
        return Promise.resolve({ release: () => Promise.resolve() })
      },
    }
    Object.defineProperty(navigator, 'wakeLock', { value: wakeLock })
  })
  await page.goto(`${house.origin}/${slugs.get(4)}/wall`)
  await page.locator('html[data-awake="screen"]').waitFor()
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await page.locator('html[data-awake="screen screen"]').waitFor()
})
