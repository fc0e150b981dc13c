import type { CDPSession, Page } from 'playwright-core'
import { newId } from '../../client/sync/new-id.ts'
import type { Snapshot } from '../../shared/protocol.ts'
import { builtClient } from '../support/built-client.ts'
import { launchChromium } from '../support/chromium.ts'
import { findChromium, howToGetOne } from '../support/find-chromium.ts'
import { type Finger, fingerOn } from '../support/finger.ts'
import { type House, openHouse } from '../support/house.ts'
import { widePlan } from '../support/wide-plan.ts'
import { median, percentile, printBars } from './figures.ts'

const rooms = 25
const slots = 10
const sessions = 200
/** The others wait in the tray. */
const placed = 170
const taps = 40
const slowdown = 4
/** A frame of sixty in a second. */
const frame = 1000 / 60
/** The browser's own clock of frames is this exact. */
const jitter = 1

const fill = async (house: House) => {
  const forum = await house.createForum({ plan: widePlan(rooms, slots, Date.now()) })
  const team = await forum.facilitator('Équipe')
  const { board }: Snapshot = await (await fetch(`${house.origin}/api/forums/${forum.slug}`)).json()
  // Each slot keeps some cells free.
  const cells = board.slots.flatMap((slot) => board.rooms.slice(0, placed / slots).map((room) => [room.id, slot.id]))
  for (let n = 0; n < sessions; n += 1) {
    const sessionId = newId()
    await team.send({ type: 'propose', sessionId, title: `Sujet ${n} : que faisons-nous ensemble ?`, tags: ['commun'] })
    const [roomId, slotId] = cells[n] ?? []
    if (roomId !== undefined && slotId !== undefined) await team.send({ type: 'claim', sessionId, roomId, slotId })
  }
  return { forum, team }
}

/** What is noted in the page, in its own milliseconds. */
interface Seen {
  /** When a finger rose over a cell with a card in hand. */
  readonly rises: number[]
  /** How many of those cells then held the card, before the browser had drawn anything. */
  drawn: number
  /** From what a finger did to the end of the frame that shows it, by the browser's own event timing. */
  readonly shown: { readonly start: number; readonly end: number }[]
  readonly frames: number[]
  counting: boolean
}

/** Runs in the page. */
const watchTaps = (): void => {
  const seen: Seen = { rises: [], drawn: 0, shown: [], frames: [], counting: false }
  Object.assign(window, { seen })
  let wanted = ''
  document.addEventListener(
    'pointerup',
    (event) => {
      const held = document.querySelector<HTMLElement>('.card.held')?.dataset.session
      const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-cell]') : null
      if (held === undefined || cell === null) return
      wanted = `[data-cell="${CSS.escape(cell.dataset.cell ?? '')}"] [data-session="${CSS.escape(held)}"]`
      seen.rises.push(event.timeStamp)
    },
    { capture: true },
  )
  new MutationObserver(() => {
    if (wanted === '' || document.querySelector(wanted) === null) return
    wanted = ''
    seen.drawn += 1
  }).observe(document.body, { childList: true, subtree: true })
  const watcher = new PerformanceObserver((list) => {
    for (const { name, startTime, duration } of list.getEntries()) {
      if (name === 'pointerup' || name === 'touchend' || name === 'click')
        seen.shown.push({ start: startTime, end: startTime + duration })
    }
  })
  watcher.observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit)
}

const seenIn = (page: Page): Promise<Seen> => page.evaluate(() => (window as unknown as { seen: Seen }).seen)

/** The browser tells of no event that was shown within this. */
const least = 16

const timesOf = ({ rises, shown }: Seen): readonly number[] =>
  rises.map((rise) => {
    const own = shown.filter(({ start }) => start >= rise - 1 && start < rise + 100)
    return Math.max(least, ...own.map(({ end }) => end - rise))
  })

/** Milliseconds that a page lies still before a finger finds what is on it. */
const still = 400

/** Taps in the upper half of the screen: what was said before, and the bars, lie over the lower one. */
const tap = async (finger: Finger, page: Page, selector: string, nth: number): Promise<void> => {
  const target = page.locator(selector).nth(nth)
  await target.evaluate((element) => window.scrollBy(0, element.getBoundingClientRect().top - 200))
  await page.waitForTimeout(still)
  const box = await target.boundingBox()
  if (box === null) throw new Error(`nothing to tap: ${selector}`)
  await finger.down(box.x + Math.min(60, box.width / 2), box.y + box.height / 2)
  await finger.up()
}

/** Picks a card up and taps a free cell of the same screen, again and again. */
const measureTaps = async (page: Page, finger: Finger): Promise<readonly number[]> => {
  for (let n = 0; n < taps; n += 1) {
    await tap(finger, page, '.slot:not(.past) button.card-title', n % 10)
    await page.locator('.cell-free[data-verdict]').first().waitFor({ state: 'attached' })
    await tap(finger, page, '.cell-free:is([data-verdict="free"], [data-verdict="problem"])', n % 3)
    await page.waitForFunction((count) => (window as unknown as { seen: Seen }).seen.drawn > count, n)
    // The answer of the server is not part of what is measured.
    await page.waitForFunction(() => document.querySelector('.card.pending') === null)
  }
  return timesOf(await seenIn(page))
}

/** Carries a card up and down for a few seconds, autoscroll included; the time of each frame. */
const measureDrag = async (page: Page, finger: Finger): Promise<readonly number[]> => {
  await page.evaluate(() => window.scrollTo(0, 0))
  const box = await page.locator('.slot button.card-title').first().boundingBox()
  if (box === null) throw new Error('no card to carry')
  await finger.down(box.x + 80, box.y + 10)
  await page.locator('.ghost').waitFor()
  await page.waitForTimeout(300)
  await page.evaluate(() => {
    const { seen } = window as unknown as { seen: Seen }
    seen.counting = true
    let before = performance.now()
    const next = (at: number) => {
      seen.frames.push(at - before)
      before = at
      if (seen.counting) requestAnimationFrame(next)
    }
    requestAnimationFrame((at) => {
      before = at
      requestAnimationFrame(next)
    })
  })
  for (let turn = 0; turn < 3; turn += 1) {
    await finger.moveTo(250, 330, 60)
    await finger.moveTo(120, 600, 60)
    await finger.moveTo(180, 420, 60)
  }
  const frames = await page.evaluate(() => {
    const { seen } = window as unknown as { seen: Seen }
    seen.counting = false
    return seen.frames
  })
  await finger.cancel()
  return frames
}

const slowDown = async (protocol: CDPSession, rate: number): Promise<void> => {
  await protocol.send('Emulation.setCPUThrottlingRate', { rate })
}

/** G11: tap to optimistic card, and frames while a card is carried, on a phone four times slower, with 200 sessions. */
export const board = async (): Promise<boolean> => {
  const search = await findChromium()
  if (search.type === 'none') throw new Error(howToGetOne)
  await builtClient()
  const house = await openHouse()
  const browser = await launchChromium(search.chromium)
  try {
    const { forum, team } = await fill(house)
    const context = await browser.newContext({
      viewport: { width: 360, height: 740 },
      hasTouch: true,
      isMobile: true,
      locale: 'fr-FR',
    })
    await context.addCookies([{ name: `forum-${forum.slug}`, value: team.token, url: house.origin }])
    const page = await context.newPage()
    await page.goto(forum.url)
    await page.locator('.card').first().waitFor()
    await page.waitForLoadState('networkidle')
    await page.waitForTimeout(1000)
    await page.evaluate(watchTaps)
    const protocol = await context.newCDPSession(page)
    await slowDown(protocol, slowdown)
    const finger = await fingerOn(page)
    const times = await measureTaps(page, finger)
    const frames = await measureDrag(page, finger)
    await slowDown(protocol, 1)
    const onTime = frames.filter((time) => time <= frame + jitter).length / frames.length
    return printBars(`board: ${sessions} sessions, ${rooms} rooms × ${slots} slots, CPU ${slowdown}× slower`, [
      { name: `tap to optimistic card, median of ${times.length}`, value: median(times), unit: ' ms' },
      {
        name: 'tap to optimistic card, p95',
        value: percentile(times, 0.95),
        unit: ' ms',
        bar: { type: 'at most', value: 50 },
      },
      { name: `frames while carrying, median of ${frames.length}`, value: median(frames), unit: ' ms' },
      { name: 'frames while carrying, p95', value: percentile(frames, 0.95), unit: ' ms' },
      { name: 'share of frames within 16.7 ms', value: onTime, bar: { type: 'at least', value: 0.95 } },
    ])
  } finally {
    await browser.close()
    await house.close()
  }
}
