import type { Page } from 'playwright-core'
import type { Snapshot } from '../../shared/protocol.ts'
import { laptop, type OpenOptions, type useBrowser } from './browser.ts'
import type { House, HouseForum, Visitor } from './house.ts'
import { livelyForum } from './lively-forum.ts'

type Board = Snapshot['board']

/** The desk of a forum, as somebody of its team sees it. */
export interface DeskScreen {
  readonly page: Page
  readonly forum: HouseForum
  /** Whose desk it is. */
  readonly team: Visitor
  /** The board as the server has it. */
  board(): Promise<Board>
  /** The id of the session whose title begins so. */
  idOf(title: string): Promise<string>
  /** "room slot" where that session is for the server; empty while it is parked. */
  placeOf(title: string): Promise<string>
}

/** Opens a part of the desk of a forum; of a fresh lively one, where none is given. */
export const openDesk = async (
  browser: ReturnType<typeof useBrowser>,
  house: House,
  part: string,
  options: OpenOptions & { readonly forum?: HouseForum } = {},
): Promise<DeskScreen> => {
  const forum = options.forum ?? (await livelyForum(house, { startsIn: 0 }))
  const team = await forum.facilitator('Régie')
  const { page, context } = await browser.openPage({ viewport: laptop, reducedMotion: true, ...options })
  await context.addCookies([{ name: `forum-${forum.slug}`, value: team.token, url: house.origin }])
  await page.goto(`${forum.url}/desk#${part}`)
  await page.getByRole('tabpanel').waitFor()
  const board = async (): Promise<Board> =>
    ((await (await fetch(`${house.origin}/api/forums/${forum.slug}`)).json()) as Snapshot).board
  const sessionOf = async (title: string) => {
    const now = await board()
    const session = now.sessions.find((one) => one.title.startsWith(title))
    return { id: session?.id ?? '', placement: now.placements.find(({ sessionId }) => sessionId === session?.id) }
  }
  return {
    page,
    forum,
    team,
    board,
    idOf: async (title) => (await sessionOf(title)).id,
    placeOf: async (title) => {
      const { placement } = await sessionOf(title)
      return placement === undefined ? '' : `${placement.roomId} ${placement.slotIds[0]?.slice(-4)}`
    },
  }
}

/** What has the focus, by its label or its text. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '')
