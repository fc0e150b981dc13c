import { sql } from 'kysely'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DeskPart, deskParts } from '../../client/desk/parts.ts'
import { boardFromJson } from '../../shared/board-json.ts'
import { limits } from '../../shared/limits.ts'
import type { Snapshot } from '../../shared/protocol.ts'
import { hostilePlan, hostileSteps } from '../server/security/hostile-forum.ts'
import { payload, payloads } from '../server/security/payloads.ts'
import { sessionId } from '../support/boards.ts'
import { laptop, phone, projector, useBrowser } from '../support/browser.ts'
import { openDesk } from '../support/desk-screen.ts'
import { type House, type HouseForum, openHouse, type Visitor } from '../support/house.ts'

const browser = useBrowser()
const day = '2027-06-12'
let house: House

beforeAll(async () => {
  house = await openHouse()
  house.setClock(day, '08:30')
})
afterAll(() => house.close())

interface HostileForum extends HouseForum {
  readonly hosts: readonly Visitor[]
  readonly team: Visitor
}

/** A forum in which everything that people can type is hostile, filled over the same API as everybody's. */
const hostileForum = async (): Promise<HostileForum> => {
  const forum = await house.createForum({ plan: hostilePlan(payload, day) })
  const team = await forum.facilitator(payload(40, limits.name))
  const hosts = await Promise.all([0, 1, 2, 3, 4, 5].map((n) => forum.join(payload(19 + n, limits.name))))
  const { board }: Snapshot = await (await fetch(`${house.origin}/api/forums/${forum.slug}`)).json()
  const ids = hosts.map(({ person }) => person.id)
  const refused: unknown[] = []
  for (const { by, command } of hostileSteps(payload, boardFromJson(board), ids)) {
    const { status, body } = await (by === 'team' ? team : (hosts[by] ?? team)).send(command)
    if (status !== 200) refused.push([command.type, body])
  }
  expect(refused).toEqual([])
  // A reason too, where a rule asks for one: what this session needs is in no room.
  const { status } = await team.send({ type: 'set-rule', rule: 'room-equipped', level: 'needs-reason' })
  const [room, slot] = [board.rooms[0], board.slots.filter(({ kind }) => kind === 'open').at(-1)]
  const cell = { roomId: room?.id ?? '', slotId: slot?.id ?? '' }
  const claimed = await hosts[3]?.send({ type: 'claim', sessionId: sessionId(21), ...cell }, payload(38, limits.reason))
  expect([status, claimed?.status]).toEqual([200, 200])
  return { ...forum, hosts, team }
}

/** What came of text that was not kept text: elements that no page of ours has, and handlers written as attributes. */
const foreignIn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const foreign =
      'u, [id=xss], iframe, object, embed, base, math, marquee, video, audio, noscript p[title], form[action]'
    const harmful =
      'meta[http-equiv], script:not([src^="/"]), [href*="xss."], [src*="xss."], [href^="javascript:" i], [href^="data:" i]'
    return [...document.querySelectorAll('*')]
      .filter(
        (element) =>
          element.matches(`${foreign}, ${harmful}`) || [...element.attributes].some(({ name }) => /^on/i.test(name)),
      )
      .map((element) => element.outerHTML.slice(0, 120))
  })

/** All that can be read on a page, also in its fields and in the names that readers hear. */
const readable = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const fields = [...document.querySelectorAll<HTMLInputElement>('input, textarea, option')].map(
      ({ value, textContent }) => `${value} ${textContent}`,
    )
    const said = [...document.querySelectorAll('[aria-label]')].map((element) => element.getAttribute('aria-label'))
    return [document.title, document.body.textContent, ...fields, ...said].join('\n').replace(/[\u00a0\s]+/g, ' ')
  })

const as = async (context: BrowserContext, forum: HouseForum, { token }: Visitor): Promise<void> =>
  context.addCookies([{ name: `forum-${forum.slug}`, value: token, url: house.origin }])

test('I13, I6 sixty hostile texts in every field are text on every page: nothing runs, nothing is asked of anybody else', async () => {
  const forum = await hostileForum()
  const ran: string[] = []
  const asked = new Set<string>()
  const opened = async (who: Visitor, viewport: typeof phone | typeof laptop): Promise<Page> => {
    const { page, context } = await browser.openPage({ viewport, reducedMotion: true })
    await as(context, forum, who)
    await context.exposeBinding('reportRun', (_source, what: string) => {
      ran.push(what)
    })
    await context.addInitScript(() => {
      const scope = globalThis as unknown as { __xss: (n: unknown) => void; reportRun: (what: string) => void }
      scope.__xss = (n) => scope.reportRun(`script ${n}`)
    })
    page.on('dialog', (dialog) => {
      ran.push(`dialog ${dialog.message()}`)
      void dialog.dismiss()
    })
    context.on('request', (request) => asked.add(new URL(request.url()).origin))
    context.on('page', (another) => another !== page && ran.push(`window ${another.url()}`))
    return page
  }
  const seen = async (page: Page, what: string, texts: readonly string[]): Promise<void> => {
    const missing = async () => {
      const all = await readable(page)
      return texts.filter((text) => !all.includes(text.replace(/\s+/g, ' ').trim()))
    }
    await expect.poll(missing, { message: what }).toEqual([])
    expect([what, await foreignIn(page)]).toEqual([what, []])
  }
  const { board }: Snapshot = await (await fetch(`${house.origin}/api/forums/${forum.slug}`)).json()
  const titles = board.sessions.map(({ title }) => title)
  const placed = board.sessions.flatMap(({ id, title }) =>
    board.placements.some((placement) => placement.sessionId === id) ? [title] : [],
  )
  const titleOf = (n: number) => board.sessions.find(({ id }) => id === sessionId(n))?.title ?? ''
  const roomNames = board.rooms.map(({ name }) => name)
  const [first] = board.rooms

  const mine = await opened(forum.hosts[3] ?? forum.team, phone)
  await mine.goto(forum.url)
  await seen(mine, 'board', [...placed, board.frame.name, board.frame.theme, payload(21, limits.name)])
  for (const n of [3, 5, 19, 44]) {
    await mine.goto(`${forum.url}/sessions/${sessionId(n)}`)
    await seen(mine, `session ${n}`, [
      titleOf(n),
      payload(n, 1000),
      payload(n + 3, limits.tag),
      payload(n + 2, limits.remarks),
    ])
  }
  await mine.goto(`${forum.url}/me`)
  await seen(mine, 'path', [titleOf(3), titleOf(9), payload(35, limits.offerWord)])
  await mine.goto(`${forum.url}/room/${first?.id}`)
  await seen(mine, 'room', [first?.name ?? '', titleOf(0)])
  await mine.goto(house.origin)
  await seen(mine, 'welcome', [board.frame.name])

  const labels = board.slots.map(({ label }) => label)
  const collectives = board.collectives.map(({ name }) => name)
  const ofPart: Readonly<Record<DeskPart, readonly string[]>> = {
    sessions: titles,
    problems: [payload(38, limits.reason)],
    'drop-out': roomNames,
    doors: [],
    log: [titleOf(59)],
    history: [],
    rooms: roomNames,
    slots: labels,
    cells: [...roomNames, ...collectives],
    rules: [payload(1, 100), payload(4, 100)],
    collectives,
    frame: [board.frame.name, board.frame.theme, board.frame.place, board.frame.notice],
    links: [],
  }
  const desk = await opened(forum.team, laptop)
  await desk.goto(`${forum.url}/desk`)
  for (const part of deskParts) {
    await desk.locator(`#tab-${part}`).click()
    await desk.locator(`#desk-part[aria-labelledby="tab-${part}"]`).waitFor()
    await seen(desk, part, ofPart[part])
  }
  await desk.goto(forum.url)
  await seen(desk, 'grid', [...titles, ...roomNames])
  for (const kind of ['poster', 'doors', 'grid', 'cards']) {
    await desk.goto(`${forum.url}/print?what=${kind}`)
    await seen(
      desk,
      `print ${kind}`,
      kind === 'cards' ? titles : [kind === 'poster' ? board.frame.name : (roomNames[0] ?? '')],
    )
  }
  await desk.setViewportSize({ ...projector })
  await desk.goto(`${forum.url}/wall`)
  await seen(desk, 'wall', [board.frame.name, titleOf(0)])

  expect(payloads.filter((text) => !titles.some((title) => title.includes(text.replace(/\s+/g, ' '))))).toEqual([])
  expect(ran).toEqual([])
  expect([...asked].filter((origin) => origin !== 'null')).toEqual([house.origin])
})

test('I14 the secret of the team’s link is in no address and no header that leaves the browser, and not in its history', async () => {
  const forum = await house.createForum({ startsIn: 0 })
  const { page, context } = await browser.openPage({ viewport: laptop })
  const told: string[] = []
  const referers = new Set<string>()
  const headers: Promise<unknown>[] = []
  context.on('request', (request) => {
    told.push(request.url())
    const heading = request.allHeaders().then((all) => {
      referers.add(all.referer ?? '')
      told.push(JSON.stringify({ ...all, cookie: '' }))
    })
    headers.push(heading)
  })
  const secretInPage = () =>
    page.evaluate(
      (secret) => [window.location.href, document.referrer, document.cookie].join().includes(secret),
      forum.secret,
    )
  await page.goto(`${forum.url}/desk#${forum.secret}`)
  await page.getByRole('dialog').getByRole('textbox').fill('Camille')
  await page.keyboard.press('Enter')
  await page.getByRole('tabpanel').waitFor()
  expect(await secretInPage()).toBe(false)
  await page.goBack()
  await page.goForward()
  expect(await secretInPage()).toBe(false)
  await page.getByRole('tabpanel').waitFor()
  await Promise.allSettled(headers)
  const [cookie] = (await context.cookies()).filter(({ name }) => name === `forum-${forum.slug}`)
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/' })
  expect(told.length).toBeGreaterThan(20)
  expect(told.filter((text) => text.includes(forum.secret) || text.includes(cookie?.value ?? '?'))).toEqual([])
  expect([...referers]).toEqual([''])
})

test('L10 a placement that was changed by hand is said at the desk, on no phone, and no longer once it is right', async () => {
  const { page, forum, placeOf } = await openDesk(browser, house, 'sessions')
  const reader = await browser.openPage({ url: forum.url })
  await reader.page.locator('.slot').first().waitFor()
  const sentence = /ne disent pas la même chose/
  const [place = ''] = (await placeOf('Réparer')).split(' ')
  const { rows } = await sql<{ id: number }>`select id from forum where slug = ${forum.slug}`.execute(house.db)
  const move = (from: string, to: string) =>
    sql`update placement set room_id = ${to} where forum_id = ${rows[0]?.id} and room_id = ${from}`.execute(house.db)
  await move(place, 'nowhere')
  await house.verify()
  await page.getByText(sentence).waitFor()
  expect(await reader.page.getByText(sentence).count()).toBe(0)
  // Whoever opens the desk now is told too.
  await page.reload()
  await page.getByText(sentence).waitFor()
  await move('nowhere', place)
  await house.verify()
  await page.getByText(sentence).waitFor({ state: 'detached' })
})
