import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest'
import { launchChromium } from './chromium.ts'
import { watchProblems } from './watch-problems.ts'

/** Widths that the screens are drawn for. */
export const phone = { width: 360, height: 740 } as const
export const laptop = { width: 1280, height: 800 } as const
export const projector = { width: 1920, height: 1080 } as const

export interface OpenOptions {
  readonly url?: string
  /** Default: `phone`. */
  readonly viewport?: { readonly width: number; readonly height: number }
  readonly colorScheme?: 'light' | 'dark'
  /** BCP 47; default French. */
  readonly locale?: string
  /** A finger instead of a mouse. */
  readonly touch?: boolean
  readonly timeZone?: string
  readonly reducedMotion?: boolean
  /**
   * Whether it may install the service worker; only the tests of what it does let it, for requests that it answers are out
   * of reach of `page.route`.
   */
  readonly serviceWorker?: boolean
  /** Problems that this page is expected to have, for example /409/ where a refusal is provoked. */
  readonly allow?: readonly RegExp[]
}

/** One device: its own cookies and storage. */
export interface Device {
  readonly context: BrowserContext
  readonly page: Page
  /** What went wrong on any of its pages so far, beside what was allowed. */
  problems(): readonly string[]
  /** The same with what was allowed. */
  allProblems(): readonly string[]
  /** Closes it, and throws if anything went wrong; the second time, nothing. */
  close(): Promise<void>
}

const open = async (browser: Browser, options: OpenOptions): Promise<Device> => {
  const viewport = options.viewport ?? phone
  const context = await browser.newContext({
    viewport: { ...viewport },
    screen: { ...viewport },
    colorScheme: options.colorScheme ?? 'light',
    locale: options.locale ?? 'fr-FR',
    timezoneId: options.timeZone ?? 'Europe/Paris',
    hasTouch: options.touch ?? false,
    isMobile: options.touch ?? false,
    serviceWorkers: options.serviceWorker === true ? 'allow' : 'block',
    reducedMotion: options.reducedMotion === true ? 'reduce' : 'no-preference',
  })
  context.setDefaultTimeout(15_000)
  const seen = await watchProblems(context)
  const problems = () => seen.filter((problem) => !(options.allow ?? []).some((allowed) => allowed.test(problem)))
  const page = await context.newPage()
  if (options.url !== undefined) await page.goto(options.url)
  let closed = false
  const close = async (): Promise<void> => {
    if (closed) return
    closed = true
    await context.close()
    expect(problems(), 'problems on the page').toEqual([])
  }
  return { context, page, problems, allProblems: () => [...seen], close }
}

/**
 * A Chromium for the tests of this file: started once, and after each test every device that it opened is closed and
 * asked whether anything went wrong. Call it at the top of the file.
 */
export const useBrowser = (): { readonly openPage: (options?: OpenOptions) => Promise<Device> } => {
  let browser: Browser | undefined
  let devices: Device[] = []
  beforeAll(async () => {
    browser = await launchChromium(inject('chromium'))
  })
  afterEach(async () => {
    const opened = devices
    devices = []
    const closed = await Promise.allSettled(opened.map((device) => device.close()))
    for (const result of closed) if (result.status === 'rejected') throw result.reason
  })
  afterAll(async () => {
    await browser?.close()
  })
  return {
    openPage: async (options = {}) => {
      if (browser === undefined) throw new Error('openPage before the browser has started: call it inside a test')
      const device = await open(browser, options)
      devices.push(device)
      return device
    },
  }
}

const screens = join(import.meta.dirname, '..', '.out', 'screens')

/** Keeps a picture in tests/.out/screens, to be looked at; pictures are never compared (fonts differ by machine). */
export const screenshot = async (page: Page, name: string, options: { fullPage?: boolean } = {}): Promise<string> => {
  await mkdir(screens, { recursive: true })
  const path = join(screens, `${name}.png`)
  await page.screenshot({ path, fullPage: options.fullPage ?? false, animations: 'disabled' })
  return path
}
