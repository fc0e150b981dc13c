import { copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkAxe } from '../support/axe.ts'
import { type OpenOptions, phone, projector, screenshot, useBrowser } from '../support/browser.ts'
import { type House, openHouse } from '../support/house.ts'
import { type LivelyForum, livelyForum } from '../support/lively-forum.ts'

/**
 * Every screen, in both languages and both themes: nothing for axe to say, nothing against the content policy, no
 * sideways scrolling. With SCREENS=all each is also pictured at three widths, and the documents' own pictures are
 * taken anew.
 */
const all = process.env.SCREENS === 'all'
const browser = useBrowser()
let house: House
let forum: LivelyForum
let empty: House

beforeAll(async () => {
  house = await openHouse()
  house.setClock('2027-06-12', '09:50')
  empty = await openHouse()
  forum = await livelyForum(house, { startsIn: 0 })
  house.setClock('2027-06-12', '10:40')
})
afterAll(async () => {
  await house.close()
  await empty.close()
})

interface Screen {
  readonly name: string
  readonly url: () => string
  /** Whose device it is. */
  readonly as?: 'host' | 'team'
  readonly prepare?: (page: Page) => Promise<void>
}

const screens: readonly Screen[] = [
  { name: 'welcome', url: () => `${empty.origin}/` },
  { name: 'forums', url: () => `${house.origin}/` },
  { name: 'setup', url: () => `${empty.origin}/new#${empty.setUpSecret}` },
  { name: 'board', url: () => forum.url, as: 'host' },
  { name: 'board-reader', url: () => forum.url },
  {
    name: 'board-holding',
    url: () => forum.url,
    as: 'host',
    prepare: async (page) => {
      // On a phone what is parked waits in a sheet behind a button.
      const tray = page.locator('.board-bar button').first()
      const sheet = await tray.isVisible()
      if (sheet) await tray.click()
      await page
        .locator(`${sheet ? 'dialog' : '.board'} button.card-title`)
        .first()
        .click()
      await page.locator('.hold-bar').waitFor()
    },
  },
  { name: 'propose', url: () => `${forum.url}?propose`, as: 'host' },
  { name: 'session', url: () => `${forum.url}/sessions/${forum.placedId}`, as: 'host' },
  { name: 'path', url: () => `${forum.url}/me`, as: 'host' },
  { name: 'room', url: () => `${forum.url}/room/grande-salle` },
  { name: 'wall', url: () => `${forum.url}/wall` },
  { name: 'desk', url: () => `${forum.url}/desk`, as: 'team' },
  { name: 'missing', url: () => `${house.origin}/nulle-part` },
]

const cookieFor = async (context: BrowserContext, screen: Screen): Promise<void> => {
  if (screen.as === undefined) return
  const visitor = screen.as === 'team' ? await forum.facilitator('Régie') : forum.hosts[0]
  if (visitor === undefined) throw new Error('nobody to be')
  await context.addCookies([{ name: `forum-${forum.slug}`, value: visitor.token, url: house.origin }])
}

const open = async (screen: Screen, options: OpenOptions): Promise<Page> => {
  const allow = screen.name === 'missing' ? [/404/] : []
  const { page, context } = await browser.openPage({ ...options, reducedMotion: true, allow })
  await cookieFor(context, screen)
  await page.goto(screen.url())
  await page.locator('main, [role="main"]').first().waitFor()
  await page.waitForLoadState('networkidle')
  await screen.prepare?.(page)
  return page
}

const scrollsSideways = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)

const looks = (['light', 'dark'] as const).flatMap((colorScheme) =>
  (['fr-FR', 'en-GB'] as const).map((locale) => ({ colorScheme, locale })),
)

describe.each(screens)('$name', (screen) => {
  test.each(looks)(`U4 I6 ${screen.name}, $colorScheme, $locale: nothing for axe to say`, async (look) => {
    for (const viewport of [phone, projector]) {
      const page = await open(screen, { ...look, viewport })
      expect(await page.evaluate(() => document.documentElement.lang)).toBe(look.locale.slice(0, 2))
      expect(await checkAxe(page), `${screen.name} at ${viewport.width}`).toEqual([])
      expect(await scrollsSideways(page), `${screen.name} at ${viewport.width} scrolls sideways`).toBe(false)
    }
  })

  if (!all) return
  test.each(looks)(`U4 pictures of ${screen.name}, $colorScheme, $locale`, async (look) => {
    for (const viewport of [phone, { width: 768, height: 1024 }, projector]) {
      const page = await open(screen, { ...look, viewport })
      await screenshot(page, [screen.name, viewport.width, look.colorScheme, look.locale.slice(0, 2)].join('-'))
    }
  })
})

test('U4 no screen scrolls sideways at 320 pixels', async () => {
  for (const screen of screens) {
    const page = await open(screen, { viewport: { width: 320, height: 640 } })
    expect(await scrollsSideways(page), screen.name).toBe(false)
  }
})

const documents = join(import.meta.dirname, '..', '..', 'docs', 'images')

test('U1 the pictures of the documents are of the real thing', async () => {
  const pictures = [
    ['board', 'board', { width: 1280, height: 800 }],
    ['board', 'phone', phone],
    ['wall', 'wall', { width: 1280, height: 720 }],
  ] as const
  for (const [name, file, viewport] of pictures) {
    const screen = screens.find((one) => one.name === name)
    if (screen === undefined) throw new Error(`no screen ${name}`)
    const page = await open(screen, { viewport, locale: 'fr-FR' })
    const taken = await screenshot(page, `document-${file}`)
    if (!all) continue
    await mkdir(documents, { recursive: true })
    await copyFile(taken, join(documents, `${file}.png`))
  }
})
