import { type Browser, type BrowserContext, devices } from 'playwright-core'
import { untilKept } from '../support/offline-device.ts'
import { visitExample } from './example-visits.ts'
import { median, percentile, printBars } from './figures.ts'

const rounds = 9

/** Notes, in the page itself, in which frame the first card was there. */
const watch = (): void => {
  const look = () => {
    if (document.querySelector('.board .card-title') === null) requestAnimationFrame(look)
    // Painted at the end of this frame.
    else requestAnimationFrame(() => Reflect.set(window, 'painted', performance.now()))
  }
  requestAnimationFrame(look)
}

/** Milliseconds from asking for the page to the painted agenda, with the network off. */
const visit = async (context: BrowserContext, url: string): Promise<number> => {
  const page = await context.newPage()
  try {
    await page.addInitScript(watch)
    await page.goto(url, { waitUntil: 'commit' })
    await page.waitForFunction(() => Reflect.has(window, 'painted'), undefined, { timeout: 30_000 })
    return await page.evaluate((): number => Reflect.get(window, 'painted'))
  } finally {
    await page.close()
  }
}

const measure = async (browser: Browser, url: string): Promise<readonly number[]> => {
  const context = await browser.newContext({ ...devices['Pixel 5'], locale: 'fr-FR' })
  try {
    const first = await context.newPage()
    await first.goto(url)
    await untilKept(first)
    await first.close()
    await context.setOffline(true)
    await visit(context, url)
    const times: number[] = []
    for (let round = 0; round < rounds; round += 1) times.push(await visit(context, url))
    return times
  } finally {
    await context.close()
  }
}

/** The example forum (Brest, ten rooms, three days) opened again with the network off (G16). */
export const secondVisit = (): Promise<boolean> =>
  visitExample(async (browser, url) => {
    const times = await measure(browser, url)
    return printBars('Second visit: Pixel 5, network off (G16)', [
      { name: 'agenda painted, median', value: median(times), unit: ' ms', bar: { type: 'at most', value: 300 } },
      { name: 'agenda painted, worst', value: percentile(times, 1), unit: ' ms' },
    ])
  })
