import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Snapshot } from '../../shared/protocol.ts'
import type { useBrowser } from './browser.ts'
import type { House, HouseForum, Visitor } from './house.ts'

/** Waits until cards can be carried: the code for it comes, with its styles, after the first picture. */
const untilHandlesWork = async (page: Page): Promise<void> => {
  const protocol = await page.context().newCDPSession(page)
  const { result } = await protocol.send('Runtime.evaluate', { expression: 'document' })
  const { objectId } = result
  if (objectId === undefined) throw new Error('a page without document')
  const awaited = async () => {
    const { listeners } = await protocol.send('DOMDebugger.getEventListeners', { objectId })
    return listeners.map(({ type }) => type)
  }
  await expect.poll(awaited).toContain('pointercancel')
  await protocol.detach()
}

/** The board as somebody who has joined already sees it, its handles working. */
export const boardOf = async (
  browser: ReturnType<typeof useBrowser>,
  house: House,
  forum: HouseForum,
  who: Visitor,
  options: Parameters<typeof browser.openPage>[0] = {},
): Promise<Page> => {
  const { page, context } = await browser.openPage(options)
  await context.addCookies([{ name: `forum-${forum.slug}`, value: who.token, url: house.origin }])
  await page.goto(options.url ?? forum.url)
  // What has ended is folded away as soon as the server's hour is known.
  await page.locator('.board-day > .slot, .board-day table').first().waitFor()
  await untilHandlesWork(page)
  return page
}

export const snapshotOf = async (house: House, forum: HouseForum): Promise<Snapshot> =>
  (await fetch(`${house.origin}/api/forums/${forum.slug}`)).json()

/** "room slot" where a session is for the server; empty while it is parked. */
export const cellOf = async (house: House, forum: HouseForum, sessionId: string): Promise<string> => {
  const { board } = await snapshotOf(house, forum)
  const placement = board.placements.find((each) => each.sessionId === sessionId)
  return placement === undefined ? '' : `${placement.roomId} ${placement.slotIds[0]}`
}

/** The middle of what is shown. */
export const middleOf = async (locator: Locator): Promise<{ x: number; y: number }> => {
  const box = await locator.boundingBox()
  if (box === null) throw new Error('it is not on the screen')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}
