import type { Page } from 'playwright-core'
import { busyForum } from './busy-forum.ts'
import { openHouse } from './house.ts'
import { clickFirst, type Moments, type Scene, waitForFirst } from './moment.ts'
import { momentsOfPeople } from './moments-people.ts'
import { momentsOfTrouble } from './moments-trouble.ts'
import type { Screen } from './screen.ts'

/** What the team has before it while things happen. */
const momentsOfTeam = ({ forum }: Scene) => {
  const { team } = forum
  return {
    'board-team': { who: team },
    'desk-gate': { path: '/desk', prepare: (page) => waitForFirst(page, '.desk-gate') },
    'desk-sessions-moving': {
      who: team,
      path: '/desk#sessions',
      show: '.desk-place',
      prepare: (page) => page.locator('.desk-session').first().locator('.button').nth(1).click(),
    },
    'desk-problems-found': {
      who: team,
      path: '/desk#problems',
      prepare: (page) => waitForFirst(page, '.desk-problem-row'),
    },
    'desk-drop-out-plan': {
      who: team,
      path: '/desk#drop-out/room/atelier',
      prepare: (page) => waitForFirst(page, '.desk-mending li'),
    },
    'desk-history-past': {
      who: team,
      path: '/desk#history',
      prepare: async (page) => {
        const slider = page.locator('.desk-moment input[type="range"]').first()
        // Counted from the beginning: other moments go on writing the end.
        await slider.press('Home')
        for (let n = 0; n < 30; n += 1) await slider.press('ArrowRight')
        await waitForFirst(page, '.desk-past li')
      },
    },
    'desk-cells-chosen': {
      who: team,
      path: '/desk#cells',
      prepare: (page) => clickFirst(page, '.desk-cells tbody .desk-line:enabled'),
    },
  } as const satisfies Moments
}

/** The names of these screens; known before a house is open. */
export const momentNames = [
  ...['offer-received', 'offer-form', 'offer-sent', 'path-offers', 'path-absences', 'path-last-action'],
  ...['session-together', 'session-inside', 'session-seeking', 'session-edit', 'session-split', 'session-share'],
  ...['where', 'reason-asked', 'reason-given', 'claim-undo', 'changes', 'update', 'outbox-late'],
  ...['trouble-board', 'trouble-wall', 'trouble-desk', 'portal', 'wall-offline', 'wall-asks', 'wall-keys'],
  ...['room-offline', 'room-take', 'find', 'move', 'join', 'board-team', 'desk-gate', 'desk-sessions-moving'],
  ...['desk-problems-found', 'desk-drop-out-plan', 'desk-history-past', 'desk-cells-chosen'],
]

/** A house, and the screens of what happens in it. */
export interface MomentScreens {
  readonly screens: readonly Screen[]
  close(): Promise<void>
}

/** Opens a house with one busy forum, and every moment of it that somebody may meet: what is asked, offered, undone, wrong. */
export const openMoments = async (): Promise<MomentScreens> => {
  const house = await openHouse()
  house.setClock('2027-06-12', '09:50')
  const forum = await busyForum(house)
  house.setClock('2027-06-12', '10:40')
  const scene = { house, forum }
  const moments: Moments = { ...momentsOfPeople(scene), ...momentsOfTrouble(scene), ...momentsOfTeam(scene) }
  const screens = Object.entries(moments).map(([name, { path, who, before, ...more }]): Screen => {
    const signIn = async (page: Page): Promise<void> => {
      if (who === undefined) return
      await page.context().addCookies([{ name: `forum-${forum.slug}`, value: who.token, url: house.origin }])
    }
    return {
      name,
      url: () => forum.url + (path ?? ''),
      before: async (page) => {
        await signIn(page)
        await before?.(page)
      },
      ...more,
    }
  })
  return { screens, close: () => house.close() }
}
