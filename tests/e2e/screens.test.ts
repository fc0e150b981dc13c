import { copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkAxe } from '../support/axe.ts'
import { phone, projector, screenshot, useBrowser } from '../support/browser.ts'
import { contactSheet } from '../support/contact-sheet.ts'
import { type Gallery, openGallery } from '../support/gallery.ts'
import { type MomentScreens, momentNames, openMoments } from '../support/gallery-moments.ts'
import { toolNames } from '../support/gallery-tools.ts'
import type { Screen } from '../support/screen.ts'

/**
 * Every screen and every state of it, in both languages and both themes: nothing for axe to say, nothing against the
 * content policy, no sideways scrolling. With SCREENS=all each is also pictured at three widths, on one sheet, moments that
 * pass are pictured too, and the documents' own pictures are taken anew.
 */
const all = process.env.SCREENS === 'all'
const browser = useBrowser()
let gallery: Gallery
/** Only where pictures are taken: the tests of what happens there ask axe already. */
let moments: MomentScreens | null = null

beforeAll(async () => {
  gallery = await openGallery()
  if (all) moments = await openMoments()
})
afterAll(async () => {
  await gallery.close()
  await moments?.close()
})

const tablet = { width: 768, height: 1024 } as const
const schemes = ['light', 'dark'] as const
const locales = ['fr-FR', 'en-GB'] as const
const names = [
  ...[
    'welcome',
    'forums',
    'setup',
    'propose',
    'session',
    'path',
    'room',
    'room-free',
    'wall',
    'wall-full',
    'wall-shown',
    'desk',
  ],
  'board-shown',
  ...['board', 'board-reader', 'board-holding', 'board-full', 'board-odd-titles', 'board-no-session'],
  ...['board-no-frame', 'board-closed', 'board-offline', 'board-waiting', 'board-refused', 'board-read-only'],
  ...['board-failed', 'loading', 'missing'],
  ...toolNames,
  ...(all ? momentNames : []),
]

const screens = (): readonly Screen[] => [...gallery.screens, ...(moments?.screens ?? [])]

const screenOf = (name: string): Screen => {
  const screen = screens().find((one) => one.name === name)
  if (screen === undefined) throw new Error(`no screen ${name}`)
  return screen
}

const open = async (screen: Screen, locale: string, viewport: { width: number; height: number } = projector) => {
  const allow = screen.allow ?? []
  const { page, context } = await browser.openPage({ locale, viewport, reducedMotion: true, allow })
  await gallery.dress(context, screen)
  await screen.before?.(page)
  await page.goto(screen.url())
  await page.locator('main:not(.first-paint main), [role="main"]').first().waitFor()
  // A tool is awaited by what it shows, unless it is to be pictured.
  if (screen.name !== 'loading' && (all || screen.isTool !== true)) await page.waitForLoadState('networkidle')
  await screen.prepare?.(page)
  return page
}

/** Its layout follows on the next frame. */
const resize = async (page: Page, viewport: { width: number; height: number }): Promise<void> => {
  await page.setViewportSize({ ...viewport })
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
}

type Scheme = (typeof schemes)[number]

/** The sizes and themes that a screen is looked at in: the team's many forms in each theme and at each size, once. */
const looksOf = (
  screen: Screen,
  locale: string,
): readonly (readonly [typeof projector | typeof phone | typeof tablet, readonly Scheme[]])[] => {
  if (all) return [projector, tablet, phone].map((viewport) => [viewport, schemes])
  if (screen.isTool !== true) return [projector, phone].map((viewport) => [viewport, schemes])
  return locale === locales[0]
    ? [
        [projector, ['light']],
        [phone, ['dark']],
      ]
    : [[phone, ['light']]]
}

const scrollsSideways = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)

test('U4 every screen of the gallery is looked at', () => {
  expect(
    screens()
      .map(({ name }) => name)
      .sort(),
  ).toEqual([...names].sort())
})

describe.each(names)('%s', (name) => {
  test.each(locales)(`U4 I6 ${name}, %s: nothing for axe to say, no sideways scrolling`, async (locale) => {
    const screen = screenOf(name)
    const page = await open(screen, locale)
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(locale.slice(0, 2))
    for (const [viewport, themes] of looksOf(screen, locale)) {
      await resize(page, viewport)
      expect(await scrollsSideways(page), `${name} at ${viewport.width} scrolls sideways`).toBe(false)
      // Of one size in each theme.
      expect(await checkAxe(page, { targets: 'alone' }), `targets of ${name} at ${viewport.width}`).toEqual([])
      for (const colorScheme of themes) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        expect(await checkAxe(page, { targets: 'not' }), `${name} at ${viewport.width}, ${colorScheme}`).toEqual([])
        if (screen.show !== undefined) await page.locator(screen.show).first().scrollIntoViewIfNeeded()
        if (all) await screenshot(page, [name, viewport.width, colorScheme, locale.slice(0, 2)].join('-'))
      }
    }
  })

  if (!all) return
  test(`U4 the pictures of ${name} on one sheet`, async () => {
    const { page } = await browser.openPage({ viewport: { width: 1600, height: 900 } })
    await contactSheet(page, name)
  })
})

const documents = join(import.meta.dirname, '..', '..', 'docs', 'images')
const pictures = [
  ['board-shown', 'board', { width: 1360, height: 850 }, 'light'],
  ['board-shown', 'board-dark', { width: 1360, height: 850 }, 'dark'],
  ['board-holding', 'holding', { width: 1280, height: 800 }, 'light'],
  ['board', 'phone', phone, 'light'],
  ['board-refused', 'refused', phone, 'light'],
  ['wall-shown', 'wall', { width: 1280, height: 720 }, 'light'],
  ['room', 'door', phone, 'light'],
] as const

test('U1 the pictures of the documents are of the real thing', async () => {
  for (const [name, file, viewport, colorScheme] of all ? pictures : pictures.slice(0, 1)) {
    const page = await open(screenOf(name), 'fr-FR', laptopOr(viewport))
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await resize(page, viewport)
    const taken = await screenshot(page, `document-${file}`)
    if (!all) continue
    await mkdir(documents, { recursive: true })
    await copyFile(taken, join(documents, `${file}.png`))
  }
})

/** States are prepared on a wide screen, and then shown on a phone. */
const laptopOr = (viewport: { width: number; height: number }): { width: number; height: number } =>
  viewport.width < 900 ? projector : viewport
