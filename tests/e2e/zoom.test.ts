import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { projector, useBrowser } from '../support/browser.ts'
import { type Gallery, openGallery } from '../support/gallery.ts'

const browser = useBrowser()
let gallery: Gallery

beforeAll(async () => {
  gallery = await openGallery()
})
afterAll(() => gallery.close())

/** Text that its own box cuts off, and that nothing lets one read: in words. */
const faults = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const found: string[] = []
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth > clientWidth) found.push(`the page is ${scrollWidth} wide in ${clientWidth}`)
    const isInScroller = (element: Element): boolean => {
      for (let outer = element.parentElement; outer !== null && outer !== document.body; outer = outer.parentElement) {
        if (['auto', 'scroll'].includes(getComputedStyle(outer).overflowX)) return true
      }
      return false
    }
    for (const button of document.querySelectorAll<HTMLElement>('button, a.button')) {
      const { width, height, left, right } = button.getBoundingClientRect()
      if (width === 0 || height === 0 || button.closest('.unseen') !== null) continue
      const name = (button.textContent ?? '').trim().slice(0, 40)
      if (button.scrollWidth > button.clientWidth + 1 && getComputedStyle(button).overflowX !== 'visible') {
        found.push(`"${name}" is cut`)
      }
      const isBeside = left < -1 || right > clientWidth + 1
      if (isBeside && !isInScroller(button)) found.push(`"${name}" is beside the screen`)
    }
    return found
  })

/** A laptop at 200 % shows as many pixels as a screen of half its size; 320 is 1280 at 400 %. */
const sizes = [
  { width: 640, height: 400 },
  { width: 320, height: 640 },
] as const

const settle = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))

test('U24 at 200 % zoom, at 320 pixels and with letters of twice their size nothing scrolls sideways or is cut', async () => {
  const found: string[] = []
  for (const screen of gallery.screens) {
    const device = await browser.openPage({ viewport: projector, reducedMotion: true, allow: screen.allow ?? [] })
    const { page } = device
    await gallery.dress(device.context, screen)
    await screen.before?.(page)
    await page.goto(screen.url())
    await page.locator('main:not(.first-paint main)').first().waitFor()
    await screen.prepare?.(page)
    for (const size of sizes) {
      await page.setViewportSize({ ...size })
      await settle(page)
      for (const fault of await faults(page)) found.push(`${screen.name} at ${size.width}: ${fault}`)
    }
    await page.setViewportSize({ width: 720, height: 900 })
    await page.evaluate(() => {
      const style = new CSSStyleSheet()
      style.replaceSync('html { font-size: 200% !important }')
      document.adoptedStyleSheets = [style]
    })
    await settle(page)
    // A wall measures its letters by its own height: zooming is what its browser is for.
    const large = screen.name.startsWith('wall') ? [] : await faults(page)
    for (const fault of large) found.push(`${screen.name} with large letters: ${fault}`)
    await device.close()
  }
  expect(found).toEqual([])
})

test('U25 with forced colours a card in hand, free, problem and no still tell apart', async () => {
  const screen = gallery.screens.find(({ name }) => name === 'board')
  if (screen === undefined) throw new Error('no board')
  const { page, context } = await browser.openPage({ viewport: { width: 1280, height: 800 }, reducedMotion: true })
  await gallery.dress(context, screen)
  // Some rooms have what it needs, and some have not.
  const title = 'Où est le paperboard ?'
  const sessionId = randomUUID()
  await gallery.forum.host.send({ type: 'propose', sessionId, title, needs: ['paperboard'] })
  await page.emulateMedia({ forcedColors: 'active' })
  await page.goto(screen.url())
  await page.locator(`.board-side [data-session="${sessionId}"] button.card-title`).click()
  await page.locator('.hold-bar').waitFor()
  await page.locator('[data-verdict="free"]').first().waitFor()
  // A cell that was closed says no; one of a room that is too small, or where one is host already, says problem or no.
  const looks = await page.evaluate(() => {
    const look = (selector: string) => {
      const element = document.querySelector(selector)
      if (element === null) return null
      const { borderTopStyle, borderTopWidth, outlineStyle } = getComputedStyle(element)
      return { border: `${borderTopStyle} ${borderTopWidth}`, outline: outlineStyle }
    }
    const words = (selector: string) => document.querySelector(selector)?.textContent?.trim() ?? null
    return {
      held: look('.card.held'),
      card: look('.card:not(.held)'),
      free: look('.cell-free[data-verdict="free"]'),
      problem: look('.cell-free[data-verdict="problem"]'),
      no: look('.cell-free[data-verdict="no"]'),
      freeWords: words('.cell-free[data-verdict="free"] .verdict'),
      problemWords: words('.cell-free[data-verdict="problem"] .verdict'),
      noWords: words('[data-verdict="no"] .verdict, .card .verdict.no'),
      noSigns:
        document.querySelectorAll('.verdict.no .icon').length === document.querySelectorAll('.verdict.no').length,
    }
  })
  expect(looks.held?.outline).toBe('double')
  expect(looks.card?.outline).toBe('none')
  expect(looks.free?.border).toBe('solid 3px')
  expect(looks.problem?.border).toBe('dashed 3px')
  if (looks.no !== null) expect(looks.no.border).not.toBe(looks.free?.border)
  expect(looks.freeWords).toMatch(/^libre/)
  expect(looks.problemWords).toMatch(/^problème .*paperboard/)
  // A no is its sign and its reason: "non prise" would be read as the opposite.
  expect([looks.noWords, looks.noSigns]).toEqual([expect.stringMatching(/^(?!non).{4}/), true])
})
