import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkAxe } from '../support/axe.ts'
import { laptop, phone, useBrowser } from '../support/browser.ts'
import { type House, openHouse } from '../support/house.ts'
import { type LivelyForum, livelyForum } from '../support/lively-forum.ts'
import { widePlan } from '../support/wide-plan.ts'

const browser = useBrowser()
let house: House
let lively: LivelyForum
/** 25 rooms and ten slots, all of them full of the longest title there may be. */
let full: string

beforeAll(async () => {
  house = await openHouse()
  house.setClock('2027-06-12', '09:00')
  lively = await livelyForum(house, { startsIn: 0 })
  const forum = await house.createForum({ plan: widePlan(25, 10, Date.parse('2027-06-11T12:00:00Z')) })
  full = forum.url
  const team = await forum.facilitator('Équipe')
  const { board } = await (await fetch(`${house.origin}/api/forums/${forum.slug}`)).json()
  const long = 'Comment valoriser, diffuser, protéger les productions collectives '.repeat(3).slice(0, 190)
  for (const [n, room] of board.rooms.entries()) {
    const host = await forum.join(`Porteuse au nom assez long ${n}`)
    for (const [m, slot] of board.slots.entries()) {
      const sessionId = crypto.randomUUID()
      await team.send({ type: 'propose', sessionId, title: `${n}.${m} ${long}`, hosts: [host.person.id] })
      await team.send({ type: 'claim', sessionId, roomId: room.id, slotId: slot.id })
    }
  }
})
afterAll(() => house.close())

/** Pages of a PDF and their sizes in millimetres, read from the file itself. */
const pagesOf = (pdf: Buffer): { readonly count: number; readonly sizes: readonly string[] } => {
  const text = pdf.toString('latin1')
  const boxes = [...text.matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)]
  const millimetres = (points: string | undefined) => Math.round((Number(points) / 72) * 25.4)
  return {
    count: text.match(/\/Type\s*\/Page\b/g)?.length ?? 0,
    sizes: [...new Set(boxes.map(([, width, height]) => `${millimetres(width)} × ${millimetres(height)}`))],
  }
}

/** Texts that reach over the edge of their sheet or card, under the rules of paper; where a line may end there is no box. */
const cut = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.sheet, [data-whole]')].flatMap((part) => {
      const outer = part.getBoundingClientRect()
      const over = [...part.querySelectorAll<HTMLElement>(':not(wbr)')].filter((element) => {
        const box = element.getBoundingClientRect()
        return box.right > outer.right + 1 || box.bottom > outer.bottom + 1 || box.left < outer.left - 1
      })
      return over.map((element) => `${part.className} cuts ${element.textContent?.slice(0, 30)}`)
    }),
  )

const openPrint = async (forum: string, query: string, dark = false): Promise<Page> => {
  const { page } = await browser.openPage({
    url: `${forum}/print${query}`,
    viewport: laptop,
    colorScheme: dark ? 'dark' : 'light',
  })
  await page.locator('.sheet').first().waitFor()
  await page.locator('.sheet .qr path:not([d=""])').first().or(page.locator('.sheet-grid').first()).waitFor()
  return page
}

const sheets = [
  { query: '?what=poster', size: '210 × 297', count: 1, many: 1 },
  { query: '?what=poster&paper=a3', size: '297 × 420', count: 1, many: 1 },
  { query: '?what=doors', size: '148 × 210', count: 4, many: 25 },
  { query: '?what=doors&paper=a4', size: '210 × 297', count: 4, many: 25 },
  { query: '?what=doors&day=none', size: '148 × 210', count: 4, many: 25 },
  { query: '?what=grid', size: '297 × 210', count: 1, many: 5 },
  { query: '?what=grid&paper=a3', size: '420 × 297', count: 1, many: 3 },
  { query: '?what=cards', size: '210 × 297', count: 2, many: 32 },
] as const

test.each(sheets)(
  'U20 $query: one page a sheet, of the right size, nothing cut',
  async ({ query, size, count, many }) => {
    for (const [forum, wanted] of [
      [lively.url, count],
      [full, many],
    ] as const) {
      const page = await openPrint(forum, query)
      await page.emulateMedia({ media: 'print' })
      expect(await page.locator('.sheet').count()).toBe(wanted)
      expect(await cut(page)).toEqual([])
      const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true })
      expect(pagesOf(pdf)).toEqual({ count: wanted, sizes: [size] })
    }
  },
)

test('U20 each code on paper has its address beside it, and each card its short code', async () => {
  const doors = await openPrint(lively.url, '?what=doors')
  const host = new URL(house.origin).host
  expect(await doors.locator('.sheet-address').allTextContents()).toEqual(
    ['grande-salle', 'atelier', 'jardin', 'cafe'].map((room) => `${host}/${lively.slug}/room/${room}`),
  )
  const cards = await openPrint(lively.url, '?what=cards&parked')
  expect(await cards.locator('article h2').allTextContents()).toEqual([
    'Écrire à plusieurs',
    'Garder la mémoire des forums',
    'Tiers-lieux du Finistère',
  ])
  const codes = await cards.locator('.sheet-short').allTextContents()
  expect(codes.every((code) => /^[0-9A-Z]{5}$/.test(code))).toBe(true)
  expect(await cards.locator('article .sheet-address').count()).toBe(3)
})

test('U20 paper is black on white in a dark theme too, and the desk’s links lead here', async () => {
  const page = await openPrint(lively.url, '?what=grid', true)
  await page.emulateMedia({ media: 'print' })
  const colours = await page.evaluate(() => {
    const style = getComputedStyle(document.querySelector('.sheet strong') ?? document.body)
    return [style.color, getComputedStyle(document.querySelector('.sheet') ?? document.body).backgroundColor]
  })
  await page.locator('.sheet-grid').getByText('Ouvert toute la journée : Café').waitFor()
  expect(colours).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)'])
  const team = await lively.facilitator('Régie')
  const desk = await browser.openPage({ viewport: laptop })
  await desk.context.addCookies([{ name: `forum-${lively.slug}`, value: team.token, url: house.origin }])
  await desk.page.goto(`${lively.url}/desk#links`)
  await desk.page.getByRole('link', { name: 'Feuilles des portes' }).click()
  await desk.page.getByLabel('Papier').selectOption('a4')
  await expect.poll(() => new URL(desk.page.url()).search).toBe('?what=doors&paper=a4')
})

test.each(['fr-FR', 'en-GB'])(
  'U4 the print page, %s: nothing for axe to say, no sideways scrolling',
  async (locale) => {
    for (const viewport of [phone, laptop]) {
      for (const query of ['?what=poster', '?what=doors', '?what=grid', '?what=cards']) {
        const { page } = await browser.openPage({
          url: `${lively.url}/print${query}`,
          viewport,
          locale,
          colorScheme: viewport === phone ? 'dark' : 'light',
        })
        await page.locator('.sheet').first().waitFor()
        expect(await checkAxe(page, { enhancedContrast: true }), query).toEqual([])
        const wide = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        expect(wide, query).toBeLessThanOrEqual(0)
      }
    }
  },
)
