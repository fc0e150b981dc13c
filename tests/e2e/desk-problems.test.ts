import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { typeset } from '../../shared/words.ts'
import { phone, useBrowser } from '../support/browser.ts'
import { type DeskScreen, focused, openDesk as open } from '../support/desk-screen.ts'
import { type House, openHouse, type Visitor } from '../support/house.ts'

const browser = useBrowser()
let house: House

beforeAll(async () => {
  house = await openHouse()
  house.setClock('2027-06-12', '09:00')
})
afterAll(() => house.close())

const openDesk = (part: string, options: Parameters<typeof open>[3] = {}) => open(browser, house, part, options)

const rows = (desk: DeskScreen) => desk.page.locator('.desk-problem-row')
/** As French sets it: with spaces that break no line. */
const money = typeset('Monnaies locales : où en sommes-nous ?')
const titles = (desk: DeskScreen) => rows(desk).locator('.desk-session-text a').allTextContents()

/** What the lively forum's own people are torn between is another matter. */
const calm = (team: Visitor) => team.send({ type: 'set-rule', rule: 'audience-torn', level: 'off' })

/** Two problems: a crowd in a small room (a hint), and no step-free way in (needs a reason). */
const makeProblems = async ({ team, idOf }: DeskScreen) => {
  await calm(team)
  await team.send({ type: 'edit', sessionId: await idOf('Monnaies'), expected: 60 })
  await team.send({ type: 'edit', sessionId: await idOf('Réparer'), needs: ['accès de plain-pied'] })
}

test('U38 nothing wrong says so, and what goes wrong appears by itself, the worst first', async () => {
  const desk = await openDesk('problems', { viewport: phone })
  await calm(desk.team)
  await desk.page.getByRole('heading', { name: 'Tout est à sa place' }).waitFor()
  await makeProblems(desk)
  await expect.poll(() => titles(desk)).toEqual(['Réparer un vélo à quatre mains', money])
  expect(await rows(desk).first().locator('.desk-findings').textContent()).toContain('accès de plain-pied')
})

test('U38 a cell that mends it is one key away, the row goes, and the focus is on the next', async () => {
  const desk = await openDesk('problems')
  await makeProblems(desk)
  const { page } = desk
  await expect.poll(() => rows(desk).count()).toBe(2)
  const mending = rows(desk).first().getByRole('button').first()
  const wanted = (await mending.textContent()) ?? ''
  await mending.focus()
  await page.keyboard.press('Enter')
  await page.getByText(`« Réparer un vélo à quatre mains » est posé : ${wanted}.`).waitFor()
  await expect.poll(() => titles(desk)).toEqual([money])
  await expect.poll(() => focused(page)).toBe(money)
  expect(await desk.placeOf('Réparer')).not.toBe('atelier 1015')
})

test('U38 what others change keeps the focus on its button', async () => {
  const desk = await openDesk('problems', { locale: 'en-GB' })
  await makeProblems(desk)
  const { page, team, idOf } = desk
  await expect.poll(() => rows(desk).count()).toBe(2)
  const mending = rows(desk).last().getByRole('button').first()
  await mending.focus()
  const label = await focused(page)
  // Its own row comes before the other one by this.
  await team.send({ type: 'edit', sessionId: await idOf('Réparer'), needs: ['piano'] })
  await team.send({ type: 'set-rule', rule: 'room-holds', level: 'block' })
  await expect.poll(() => titles(desk)).toEqual([money, 'Réparer un vélo à quatre mains'])
  expect(await focused(page)).toBe(label)
})

test('U38 the server is not asked while nobody can see the page, and once when somebody can again', async () => {
  const desk = await openDesk('problems')
  const { page, team, idOf } = desk
  await calm(team)
  await page.clock.install()
  await page.reload()
  await page.getByRole('heading', { name: 'Tout est à sa place' }).waitFor()
  let asked = 0
  page.on('request', (request) => {
    if (request.url().endsWith('/checks')) asked += 1
  })
  const turn = (isHidden: boolean) =>
    page.evaluate((hidden) => {
      Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden })
      document.dispatchEvent(new Event('visibilitychange'))
    }, isHidden)
  await turn(true)
  await team.send({ type: 'edit', sessionId: await idOf('Monnaies'), expected: 60 })
  // Once the new name is here, so is what came before it; what a burst changes is asked about within a second.
  await team.send({ type: 'frame-forum', name: 'Forum renommé' })
  await page.getByText('Forum renommé').first().waitFor()
  await page.clock.fastForward(5000)
  expect(asked).toBe(0)
  await turn(false)
  await expect.poll(() => titles(desk)).toEqual([money])
  expect(asked).toBe(1)
})

const claimWithReason = async (desk: DeskScreen, host: Visitor, sessionId: string, reason: string) => {
  const slotId = (await desk.board()).slots.find(({ id }) => id.endsWith('1515'))?.id ?? ''
  await host.send({ type: 'claim', sessionId, roomId: 'atelier', slotId }, reason)
}

test('U38 the reason that a host gave stands with the problem, and in the list of sessions', async () => {
  const desk = await openDesk('problems', { viewport: phone })
  const host = await desk.forum.join('Katell')
  const sessionId = randomUUID()
  await host.send({ type: 'propose', sessionId, title: 'Danser', needs: ['accès de plain-pied'] })
  await claimWithReason(desk, host, sessionId, 'Nous porterons les fauteuils.')
  const said = 'Raison donnée par Katell : « Nous porterons les fauteuils. »'
  await rows(desk).getByText(said).waitFor()
  await desk.page.getByRole('combobox', { name: 'Parties de la régie' }).selectOption('sessions')
  await desk.page.getByRole('listitem').filter({ hasText: 'Danser' }).getByText(said).waitFor()
})
