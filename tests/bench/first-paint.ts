import { type Browser, devices } from 'playwright-core'
import { visitExample } from './example-visits.ts'
import { median, percentile, printBars } from './figures.ts'

/** 400 kbit/s and 100 ms each way there and back, a processor four times slower than this one. */
const line = { bytesPerSecond: 400_000 / 8, latency: 100, slower: 4 }
const rounds = 7

interface Figures {
  /** The first card's title can be read. */
  readonly text: number
  /** The live board stands in its place. */
  readonly board: number
}

/** Notes, in the page itself, when a card was first drawn and when the board took over. */
const watch = (): void => {
  const seen: { text?: number; board?: number } = {}
  Reflect.set(window, 'seen', seen)
  const look = () => {
    // A frame is drawn only when the styles that it waits for are here.
    if (seen.text === undefined && document.querySelector('.card-title') !== null) seen.text = performance.now()
    if (document.querySelector('.board .card-title') === null) requestAnimationFrame(look)
    else seen.board = performance.now()
  }
  requestAnimationFrame(look)
}

const visit = async (browser: Browser, url: string): Promise<Figures> => {
  const context = await browser.newContext({ ...devices['Pixel 5'], locale: 'fr-FR' })
  try {
    const page = await context.newPage()
    const protocol = await context.newCDPSession(page)
    await protocol.send('Network.enable')
    await protocol.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: line.latency,
      downloadThroughput: line.bytesPerSecond,
      uploadThroughput: line.bytesPerSecond,
    })
    await protocol.send('Emulation.setCPUThrottlingRate', { rate: line.slower })
    await page.addInitScript(watch)
    await page.goto(url, { waitUntil: 'commit' })
    await page.locator('.board .card-title').first().waitFor({ state: 'attached', timeout: 30_000 })
    // The frame in which the page itself notices it.
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
    return await page.evaluate(() => {
      const painted = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN
      const seen: { text: number; board: number } = Reflect.get(window, 'seen')
      return { text: Math.max(painted, seen.text), board: seen.board }
    })
  } finally {
    await context.close()
  }
}

/** Milliseconds until the page is here, asked for over and over on one line. */
const answerTime = async (url: string): Promise<number> => {
  const times: number[] = []
  for (let n = 0; n < 300; n += 1) {
    const begun = performance.now()
    await (await fetch(url, { headers: { 'accept-language': 'fr' } })).arrayBuffer()
    times.push(performance.now() - begun)
  }
  return median(times.slice(50))
}

/**
 * The example forum (Brest, ten rooms, three days) opened for the first time on a phone with a bad line (G15), and what the
 * agenda in the page costs the server, against the same page without it.
 */
export const firstPaint = (): Promise<boolean> =>
  visitExample(async (browser, url) => {
    await visit(browser, url)
    const figures: Figures[] = []
    for (let round = 0; round < rounds; round += 1) figures.push(await visit(browser, url))
    const texts = figures.map(({ text }) => text)
    const boards = figures.map(({ board }) => board)
    const [bare, filled] = [await answerTime(`${url}/wall`), await answerTime(url)]
    return printBars('First visit: Pixel 5, 400 kbit/s, 100 ms, 4× slower processor (G15)', [
      { name: 'first agenda text, median', value: median(texts), unit: ' ms', bar: { type: 'at most', value: 1000 } },
      { name: 'first agenda text, worst', value: percentile(texts, 1), unit: ' ms' },
      { name: 'live board in its place, median', value: median(boards), unit: ' ms' },
      {
        name: 'page with its agenda, more than without, per request',
        value: filled - bare,
        unit: ' ms',
        bar: { type: 'at most', value: 1 },
      },
    ])
  })
