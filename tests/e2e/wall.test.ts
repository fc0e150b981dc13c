import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ForumPlan } from '../../shared/plan.schema.ts'
import type { Snapshot } from '../../shared/protocol.ts'
import { boxFaults } from '../support/boxes.ts'
import { useBrowser } from '../support/browser.ts'
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
  name: `Forum de ${rooms} salles`,
  theme: '',
  place: '',
  timeZone: 'Europe/Paris',
  expectedPeople: null,
  notice: '',
  mode: 'open-space',
  rooms: Array.from({ length: rooms }, (_, n) => ({
    name: n % 5 === 4 ? `Maison des associations ${n}` : `B${101 + n}`,
    kind: 'room',
    capacity: 20,
    building: '',
    floor: '',
    features: [],
  })),
  days: [
    {
      date: '2027-06-12',
      label: '',
      slots: times.map((start) => ({ start, end: `${start.slice(0, 2)}:59`, kind: 'open', label: '' })),
    },
  ],
  reserved: [],
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

test.each(cases)('U7 $rooms rooms on $width × $height: nothing small, cut or overlapping, on any page', async (one) => {
  const { page } = await browser.openPage({
    url: `${house.origin}/${slugs.get(one.rooms)}/wall`,
    viewport: { width: one.width, height: one.height },
    reducedMotion: true,
  })
  await page.locator('.wall-page:not(.wall-copy) .wall-block').first().waitFor()
  await page.keyboard.press('Space')
  const counter = page.locator('.wall-pages span').first()
  const count = (await counter.count()) === 0 ? 1 : Number((await counter.textContent())?.split('/')[1])
  for (let n = 1; n <= Math.min(count, mostPages); n += 1) {
    if (count > 1) await expect.poll(() => counter.textContent()).toContain(`${n}/`)
    const faults = await boxFaults(page, {
      root: '.wall',
      leastText: 2.2,
      title: { selector: '.wall-title', least: 3.2 },
      apart: '.wall-card, .wall-block-head, .wall-rail > *, .wall-head',
      body: '.wall-body',
      unseen: '.wall-copy, dialog, .unseen',
    })
    expect(faults, `page ${n} of ${count}`).toEqual([])
    await page.keyboard.press('ArrowRight')
  }
})
