import { setTimeout as pause } from 'node:timers/promises'
import type { CDPSession, Page } from 'playwright-core'
import { timeText } from '../../client/i18n/format.ts'
import { wallDay } from '../../client/wall/wall-blocks.ts'
import { MINUTE } from '../../shared/time.ts'
import { instantOf } from '../../shared/zone.ts'
import { builtClient } from '../support/built-client.ts'
import { type ChaosProxy, chaosProxy } from '../support/chaos-proxy.ts'
import { launchChromium } from '../support/chromium.ts'
import { findChromium, howToGetOne } from '../support/find-chromium.ts'
import { seededRandom } from '../support/random.ts'
import { listen } from '../support/real-phone.ts'
import { type TestApp, testApp } from '../support/test-app.ts'
import { runningClock } from '../support/test-clock.ts'
import { dates, livelyDay, wallPlan } from './wall-day.ts'

/** A reading of the page, after its rubbish was collected. */
interface Reading {
  readonly megabytes: number
  readonly nodes: number
  readonly listeners: number
}

const zone = 'Europe/Paris'
const projector = { width: 1920, height: 1080 } as const
/** Milliseconds of the real clock that something may take to be seen. */
const patience = 30_000

const read = async (protocol: CDPSession): Promise<Reading> => {
  await protocol.send('HeapProfiler.collectGarbage')
  const { metrics } = await protocol.send('Performance.getMetrics')
  const of = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN
  return { megabytes: of('JSHeapUsedSize') / 2 ** 20, nodes: of('Nodes'), listeners: of('JSEventListeners') }
}

/** Each block that the wall has drawn for the day, with its tense and titles, and what its clock says. */
const shownOn = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const textOf = (selector: string, within: ParentNode = document) =>
      within.querySelector(selector)?.textContent ?? ''
    const blocks = [...document.querySelectorAll<HTMLElement>('.wall-copy .wall-block')].map((block) => ({
      key: block.dataset.block,
      tense: ['now', 'next', 'later', 'over'].find((tense) => block.classList.contains(tense)),
      titles: [...block.querySelectorAll('.wall-title')].map((title) => title.textContent),
    }))
    return JSON.stringify({ clock: textOf('.wall-clock'), stale: textOf('.wall-stale'), blocks })
  })

const truthOf = ({ forum, services }: TestApp): string => {
  const now = services.clock.now()
  const blocks = wallDay(forum.board.board, now).blocks.map(({ key, tense, cards }) => ({
    key,
    tense,
    titles: cards.map(({ title }) => title),
  }))
  return JSON.stringify({ clock: timeText(now, zone, 'fr'), stale: '', blocks })
}

/** @returns null, or what it still shows when patience is over */
const until = async (page: Page, fits: (shown: string) => boolean): Promise<string | null> => {
  const begun = performance.now()
  for (;;) {
    const shown = await shownOn(page)
    if (fits(shown)) return null
    if (performance.now() - begun > patience) return shown
    await pause(20)
  }
}

/** What the network of the wall goes through, by the minute. */
const disturb = (network: ChaosProxy, minute: number): void => {
  if (minute % 30 === 7) network.reset()
  if (minute % 180 === 100) network.cutSilently()
  if (minute % 360 === 40) {
    network.answer('refuse')
    network.reset()
  }
  if (minute % 360 === 50) network.answer('server')
}

/**
 * A wall in Chromium for so many hours, its clock and the server's put forward minute by minute while entries go on coming
 * and its line is cut. @returns whether it was right at every hour, and holds no more at the end than after an hour
 */
export const wall = async (hours: number): Promise<boolean> => {
  const search = await findChromium()
  if (search.type === 'none') {
    console.log(`The wall is drawn by a browser, and there is none. ${howToGetOne}`)
    return true
  }
  const start = instantOf(dates[0], '07:30', zone)
  const real = runningClock(start)
  let ahead = 0
  const clock = { ...real, now: () => real.now() + ahead }
  const random = seededRandom(45)
  const server = await testApp({ clock, plan: wallPlan, clientFolder: await builtClient() })
  const network = await chaosProxy(`http://${await listen(server.app)}`)
  const browser = await launchChromium(search.chromium)
  const faults: string[] = []
  try {
    const day = await livelyDay(server, random)
    const context = await browser.newContext({
      viewport: projector,
      locale: 'fr-FR',
      timezoneId: zone,
      serviceWorkers: 'block',
    })
    const page = await context.newPage()
    page.on('pageerror', (error) => faults.push(`uncaught: ${error.message}`))
    await page.clock.install({ time: start })
    await page.goto(`${network.origin}/essai/wall`)
    const protocol = await context.newCDPSession(page)
    await protocol.send('Performance.enable')

    const look = async (when: string): Promise<Reading> => {
      const wrong = await until(page, (shown) => shown === truthOf(server))
      if (wrong !== null) faults.push(`${when}: ${wrong} instead of ${truthOf(server)}`)
      return read(protocol)
    }
    let early = await look('at first')
    let last = early
    for (let minute = 1; minute <= hours * 60; minute += 1) {
      ahead += MINUTE
      await page.clock.fastForward(MINUTE)
      disturb(network, minute)
      if (minute % 5 === 0) await day.change()
      if (minute % 360 === 49) {
        const wrong = await until(page, (shown) => !shown.includes('"stale":""'))
        if (wrong !== null) faults.push(`minute ${minute}: nothing says that it is not fresh`)
      }
      if (minute % 60 !== 0) continue
      last = await look(`hour ${minute / 60}`)
      // By then all of its code is there.
      if (minute === 60) early = last
      const { megabytes, nodes, listeners } = last
      console.log(`hour ${minute / 60}: ${megabytes.toFixed(1)} MB, ${nodes} nodes, ${listeners} listeners`)
    }
    for (const fault of faults) console.log(fault)
    return (
      faults.length === 0 &&
      last.megabytes <= 1.3 * early.megabytes + 2 &&
      last.nodes <= 1.2 * early.nodes + 100 &&
      last.listeners <= 1.2 * early.listeners + 10
    )
  } finally {
    await browser.close()
    await network.close()
    await server.close()
  }
}
