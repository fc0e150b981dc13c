import type { BrowserContext, Page } from 'playwright-core'
import type { Language } from '../../shared/language.ts'
import type { ForumPlan } from '../../shared/plan.schema.ts'
import { refusalJson } from '../../shared/sentences.ts'
import { fullForum, oddForum, readBoard } from './extreme-forums.ts'
import { toolScreens } from './gallery-tools.ts'
import { openHouse } from './house.ts'
import { cutOnceKnown, onLine, typeOf } from './line.ts'
import { type LivelyForum, livelyForum } from './lively-forum.ts'
import type { Screen } from './screen.ts'
import { shownForum } from './shown-forum.ts'
import { widePlan } from './wide-plan.ts'

export interface Gallery {
  readonly forum: LivelyForum
  readonly screens: readonly Screen[]
  /** Makes a device the host's or the team's, in every forum of the gallery. */
  dress(context: BrowserContext, screen: Screen): Promise<void>
  close(): Promise<void>
}

const parkedTitle = 'Garder la mémoire des forums'
const emptyPlan = (plan: ForumPlan): ForumPlan => ({ ...plan, name: 'Forum sans cadre', rooms: [], days: [] })

const pickUpParked = async (page: Page): Promise<void> => {
  await page.locator('.board-side button.card-title', { hasText: parkedTitle }).click()
  await page.locator('.hold-bar').waitFor()
}
const tapCell = (page: Page, name: RegExp): Promise<void> => page.getByRole('button', { name }).first().click()
const afternoon = /^Atelier.*15:15/

/** Opens three houses, one of them without a forum and one in which forums are made, and every forum that the screens show. */
export const openGallery = async (): Promise<Gallery> => {
  const [house, empty, building] = await Promise.all([openHouse(), openHouse(), openHouse()])
  house.setClock('2027-06-12', '09:50')
  const today = Date.parse('2027-06-12T09:50:00+02:00')
  const forum = await livelyForum(house, { startsIn: 0 })
  const shown = await shownForum(house, '2027-06-12')
  const full = await fullForum(house, today)
  const odd = await oddForum(house)
  const plan = widePlan(2, 3, today)
  const bare = await house.createForum({ plan: { ...plan, name: 'Forum sans sujet' } })
  const unframed = await house.createForum({ plan: emptyPlan(plan) })
  const shut = await house.createForum({ startsIn: 0, market: 'closed' })
  await (await shut.facilitator('Équipe')).send({ type: 'close-door', door: 'propose' })
  house.setClock('2027-06-12', '10:40')
  const rival = forum.hosts.find(({ person }) => person.name === 'Soazig')
  if (rival === undefined) throw new Error('nobody to race with')
  const wanted = (await readBoard(house, forum.slug)).sessions.find(({ title }) => title === 'Écrire à plusieurs')
  const cell = {
    roomId: 'atelier',
    slotId: (await readBoard(house, forum.slug)).slots.find(({ id }) => id.endsWith('1515'))?.id ?? '',
  }

  const screens: readonly Screen[] = [
    { name: 'welcome', url: () => `${empty.origin}/` },
    { name: 'forums', url: () => `${house.origin}/` },
    { name: 'setup', url: () => `${empty.origin}/new#${empty.setUpSecret}` },
    { name: 'board', url: () => forum.url, as: 'host' },
    { name: 'board-reader', url: () => forum.url },
    { name: 'board-holding', url: () => forum.url, as: 'host', prepare: pickUpParked },
    { name: 'board-full', url: () => full.url },
    { name: 'board-odd-titles', url: () => odd.url },
    { name: 'board-no-session', url: () => bare.url },
    { name: 'board-no-frame', url: () => unframed.url },
    { name: 'board-closed', url: () => shut.url },
    {
      name: 'board-offline',
      url: () => forum.url,
      as: 'host',
      before: (page) => cutOnceKnown(page),
      prepare: (page) => page.locator('.connection.waiting').first().waitFor(),
    },
    {
      name: 'board-waiting',
      show: '.card.pending',
      url: () => forum.url,
      as: 'host',
      before: (page) => onLine(page, (message, pass) => typeOf(message) === 'command' || pass()),
      prepare: async (page) => {
        await pickUpParked(page)
        await tapCell(page, afternoon)
        await page.locator('.card.pending').first().waitFor()
      },
    },
    {
      name: 'board-refused',
      url: () => forum.url,
      as: 'host',
      // The rival is quicker by the time that the line takes.
      before: async (page) => {
        await rival.send({ type: 'release', sessionId: wanted?.id ?? '' })
        await onLine(page, (message, pass) => {
          if (typeOf(message) !== 'command') return pass()
          void rival.send({ type: 'claim', sessionId: wanted?.id ?? '', ...cell }).then(pass)
        })
      },
      prepare: async (page) => {
        await pickUpParked(page)
        await tapCell(page, afternoon)
        await page.locator('.notice.bad').waitFor()
      },
    },
    {
      name: 'board-read-only',
      url: () => forum.url,
      as: 'host',
      before: async (page) => {
        await rival.send({ type: 'release', sessionId: wanted?.id ?? '' })
        let language: Language = 'fr'
        await onLine(page, (message, pass, socket) => {
          const said = JSON.parse(message) as { type: string; id?: string; language?: Language }
          if (said.language !== undefined) language = said.language
          if (said.type !== 'command') return pass()
          // What a server says whose disk takes nothing.
          const refusal = refusalJson({ code: 'read-only', findings: [], facts: {}, alternatives: [] }, language)
          socket.send(JSON.stringify({ type: 'refused', commandId: said.id, refusal }))
        })
      },
      prepare: async (page) => {
        await pickUpParked(page)
        await tapCell(page, afternoon)
        await page.locator('.notice.bad').waitFor()
      },
    },
    {
      name: 'board-failed',
      url: () => forum.url,
      allow: [/ERR_FAILED/, /WebSocket/],
      before: (page) => page.route(/\/api\//, (route) => route.abort()),
      prepare: (page) => page.locator('.message').waitFor(),
    },
    {
      name: 'loading',
      url: () => `${forum.url}/me`,
      before: (page) => page.route(/\/api\/forums\/[^/]+$/, () => {}),
      prepare: (page) => page.locator('.message').waitFor(),
    },
    { name: 'propose', url: () => `${forum.url}?propose`, as: 'host' },
    { name: 'session', url: () => `${forum.url}/sessions/${forum.placedId}`, as: 'host' },
    { name: 'path', url: () => `${forum.url}/me`, as: 'host' },
    { name: 'room', url: () => `${forum.url}/room/grande-salle` },
    { name: 'room-free', url: () => `${forum.url}/room/jardin` },
    { name: 'wall', url: () => `${forum.url}/wall` },
    { name: 'board-shown', url: () => shown.url },
    { name: 'wall-shown', url: () => `${shown.url}/wall` },
    { name: 'wall-full', url: () => `${full.url}/wall` },
    { name: 'desk', url: () => `${forum.url}/desk`, as: 'team' },
    ...toolScreens({ forumUrl: forum.url, setUpUrl: `${building.origin}/new#${building.setUpSecret}` }),
    { name: 'missing', url: () => `${house.origin}/nulle-part`, allow: [/404/] },
  ]

  const team = await forum.facilitator('Régie')
  return {
    forum,
    screens,
    dress: async (context, screen) => {
      if (screen.as === undefined) return
      const value = (screen.as === 'team' ? team : forum.host).token
      await context.addCookies([{ name: `forum-${forum.slug}`, value, url: house.origin }])
    },
    close: async () => {
      await Promise.all([house, empty, building].map((one) => one.close()))
    },
  }
}
