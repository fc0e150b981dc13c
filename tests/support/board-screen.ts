import type { Locator, Page } from 'playwright-core'
import type { Snapshot } from '../../shared/protocol.ts'
import type { useBrowser } from './browser.ts'
import type { House, HouseForum, Visitor } from './house.ts'

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
  const dragIsThere = page.waitForResponse(/\/drag-[^/]+\.js$/)
  await page.goto(options.url ?? forum.url)
  // What has ended is folded away as soon as the server's hour is known.
  await page.locator('.board-day > .slot, .board-day table').first().waitFor()
  await dragIsThere
  // The file has arrived; its listeners are set in the task after.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)))
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
