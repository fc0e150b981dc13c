import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { snapshotOf } from '../support/board-screen.ts'
import { laptop, phone, useBrowser } from '../support/browser.ts'
import { type DeskScreen, openDesk as open } from '../support/desk-screen.ts'
import { type House, openHouse } from '../support/house.ts'
import { livelyForum, sayAway } from '../support/lively-forum.ts'

const browser = useBrowser()
let house: House

beforeAll(async () => {
  house = await openHouse()
  house.setClock('2027-06-12', '09:00')
})
afterAll(() => house.close())

const openDesk = (part: string, options: Parameters<typeof open>[3] = {}) => open(browser, house, part, options)

/** Somebody takes one session down, and moves another. */
const change = async ({ team, idOf }: DeskScreen) => {
  await team.send({ type: 'release', sessionId: await idOf('Cartographie') })
  await team.send({ type: 'claim', sessionId: await idOf('Agir'), roomId: 'jardin', slotId: '2027-06-12-1130' })
}

test.each([
  {
    viewport: phone,
    locale: 'en-GB',
    moment: 'Moment',
    wall: 'Put the whole wall back like this',
    apply: 'Put it back like this',
    undo: 'Undo',
  },
  {
    viewport: laptop,
    locale: 'fr-FR',
    moment: 'Moment',
    wall: 'Remettre tout le mur ainsi',
    apply: 'Remettre ainsi',
    undo: 'Annuler',
  },
] as const)(
  'U40 by keys alone the wall of two actions ago is seen, previewed, put back and undone, $locale',
  async (look) => {
    const desk = await openDesk('history', look)
    const { page, placeOf } = desk
    const places = () => Promise.all(['Cartographie', 'Agir'].map(placeOf))
    const slider = page.getByLabel(look.moment, { exact: true })
    await slider.waitFor()
    const before = await places()
    await change(desk)
    await expect.poll(() => slider.getAttribute('aria-valuetext')).toContain('Jardin')
    const after = await places()
    await slider.focus()
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowLeft')
    await expect.poll(() => page.locator('.desk-past li').count()).toBe(2)
    expect(await page.locator('table .desk-past-other').count()).toBe(3)
    await page.getByRole('button', { name: look.wall }).press('Enter')
    await page.locator('.desk-preview li').nth(1).waitFor()
    expect(await places()).toEqual(after)
    await page.getByRole('button', { name: look.apply }).press('Enter')
    await page.locator('.notice.good').waitFor()
    expect(await places()).toEqual(before)
    await page.locator('.notice').getByRole('button', { name: look.undo }).press('Enter')
    await expect.poll(places).toEqual(after)
  },
)

test('U40 one session is put back, or one cell; giving the preview up leads back to where one was', async () => {
  const desk = await openDesk('history', { viewport: phone, touch: true })
  const { page, placeOf } = desk
  await page.getByLabel('Moment', { exact: true }).waitFor()
  await change(desk)
  const earlier = page.getByRole('button', { name: 'Action d’avant' }).first()
  await expect.poll(() => page.getByLabel('Moment', { exact: true }).getAttribute('aria-valuetext')).toContain('Jardin')
  await earlier.tap()
  await earlier.tap()
  const session = page.getByRole('button', { name: 'Remettre « Cartographie sensible du quartier » comme à ce moment' })
  await session.focus()
  await session.press('Enter')
  await page.getByRole('heading', { name: 'Ce qui va changer' }).waitFor()
  await page.getByRole('button', { name: 'Ne rien changer' }).press('Enter')
  await expect.poll(() => session.evaluate((button) => button === document.activeElement)).toBe(true)
  await session.tap()
  await page.getByRole('button', { name: 'Remettre ainsi' }).tap()
  await expect.poll(() => placeOf('Cartographie')).toBe('grande-salle 1400')
  await page.getByRole('button', { name: 'Grande salle 11:30, Agir en commun' }).tap()
  await page.getByRole('button', { name: 'Remettre ainsi' }).tap()
  await expect.poll(() => placeOf('Agir')).toBe('grande-salle 1130')
})

test('U40 I11 what cannot go back is said beforehand, with why, and what only the server knows', async () => {
  const forum = await livelyForum(house, { startsIn: 0 })
  const desk = await openDesk('history', { forum })
  const { page, team, idOf } = desk
  await page.getByLabel('Moment', { exact: true }).waitFor()
  await change(desk)
  await team.send({
    type: 'claim',
    sessionId: await idOf('Tiers-lieux'),
    roomId: 'grande-salle',
    slotId: '2027-06-12-1400',
  })
  const slider = page.getByLabel('Moment', { exact: true })
  await expect.poll(() => slider.getAttribute('aria-valuetext')).toContain('Tiers-lieux')
  await slider.focus()
  for (let n = 0; n < 3; n += 1) await page.keyboard.press('ArrowLeft')
  await page
    .getByRole('button', { name: 'Remettre « Cartographie sensible du quartier » comme à ce moment' })
    .press('Enter')
  const preview = page.locator('.desk-preview')
  await preview.getByText('Ce qui ne peut pas revenir à sa place maintenant').waitFor()
  await preview.getByText('Cartographie sensible du quartier').waitFor()
  expect(await preview.locator('ul').last().textContent()).toMatch(/Tiers-lieux|prise|occup/)
  // Of the other one only the server knows that its host can't be there.
  await sayAway(house, forum, 'Ana')
  await page.getByRole('button', { name: 'Remettre « Agir en commun à l’ère du numérique » comme à ce moment' }).click()
  await preview
    .locator('.desk-care')
    .getByText(/a dit qu’elle n’est pas là à cette heure/)
    .waitFor()
})

test('U40 two moments of the past are compared on a ruler of hours, by mouse and by keys, over several days', async () => {
  house.setClock('2027-06-10', '18:20')
  const forum = await livelyForum(house, { startsIn: 2 })
  const team = await forum.facilitator('Équipe')
  const { board } = await snapshotOf(house, forum)
  const idOf = (title: string) => board.sessions.find((session) => session.title.startsWith(title))?.id ?? ''
  house.setClock('2027-06-12', '09:10')
  await team.send({ type: 'release', sessionId: idOf('Cartographie') })
  house.setClock('2027-06-12', '11:40')
  await team.send({ type: 'claim', sessionId: idOf('Agir'), roomId: 'jardin', slotId: '2027-06-12-1400' })
  house.setClock('2027-06-12', '12:00')
  const { page } = await openDesk('history', { forum })
  const [moment, compared] = [page.getByLabel('Moment', { exact: true }), page.getByLabel('Comparé à', { exact: true })]
  const said = () => moment.getAttribute('aria-valuetext')
  await expect.poll(said).toMatch(/^maintenant · dernière action \(11:40\).*Jardin/)
  const hours = page.locator('.desk-hours').first()
  const untouched = await page.locator('td span', { hasText: 'Réparer un vélo' }).elementHandle()
  await expect.poll(() => hours.locator('span').allTextContents()).toEqual(['09:00', '10:00', '11:00', '12:00'])
  // Where eleven o'clock stands, as the ruler shows it.
  const [eleven, track] = [await hours.locator('span').nth(2).boundingBox(), await moment.boundingBox()]
  const x = (eleven?.x ?? 0) + (eleven?.width ?? 0) / 2 - (track?.x ?? 0)
  await moment.click({ position: { x, y: 22 } })
  await expect.poll(said).toMatch(/^samedi (10:5\d|11:0\d) · dernière action \(09:10\)/)
  await page.getByRole('heading', { name: '1 changement depuis ce moment' }).waitFor()
  // The wall that was there at the first slide is there still: only what differs was drawn anew.
  expect(await untouched?.evaluate((cell) => cell.isConnected)).toBe(true)
  for (let n = 0; n < 3; n += 1) await compared.press('PageDown')
  await expect
    .poll(() => compared.getAttribute('aria-valuetext'))
    .toMatch(/^samedi 09:00 · dernière action \(jeu\. 10 juin/)
  await page.getByRole('heading', { name: '1 changement entre les deux moments' }).waitFor()
  await page.getByLabel('Moment : jour').selectOption({ label: 'jeudi 10 juin' })
  // It is when the last thing of that day was done, on the hours of that day.
  await expect.poll(said).toMatch(/^jeudi 18:2\d · Équipe verrouille/)
  await expect.poll(() => hours.locator('span').allTextContents()).toEqual(['18:15', '18:30'])
  expect(Number(await moment.inputValue())).toBe(Number(/18:(2\d)/.exec((await said()) ?? '')?.[1]) - 15)
  await page.getByRole('heading', { name: 'Entre ces deux moments, rien n’a bougé sur le mur.' }).waitFor()
  // Where keys lead out of those hours the ruler reaches there.
  await moment.press('PageUp')
  await expect.poll(said).toMatch(/^jeudi 19:2\d · dernière action \(18:2\d\)/)
  await expect.poll(() => hours.locator('span').allTextContents()).toContain('19:15')
  expect(await moment.evaluate((field: HTMLInputElement) => field.value === field.max)).toBe(true)
  await moment.press('Home')
  await page.getByRole('heading', { name: '9 changements entre les deux moments' }).waitFor()
})

test('U40 of a long log only the pages that are looked at are fetched, and any moment of it is shown', async () => {
  const forum = await livelyForum(house, { startsIn: 0 })
  const team = await forum.facilitator('Équipe')
  const sessionId = randomUUID()
  await team.send({ type: 'propose', sessionId, title: 'Version 0' })
  // Whoever is too fast is told so, and asks again.
  for (let n = 1; n <= 520; ) {
    const { status } = await team.send({ type: 'edit', sessionId, title: `Version ${n}` })
    if (status === 200) n += 1
  }
  const asked: string[] = []
  const { page } = await openDesk('links', { forum })
  page.on('request', (request) => {
    const after = /\/entries\?after=(\d+)/.exec(request.url())?.[1]
    if (after !== undefined) asked.push(after)
  })
  await page.locator('#tab-history').click()
  const slider = page.getByLabel('Moment', { exact: true })
  await expect.poll(() => slider.getAttribute('aria-valuetext')).toContain('Version 520')
  expect(asked).toEqual(['500'])
  await slider.press('Home')
  await expect.poll(() => asked).toEqual(['500', '0'])
  await slider.press('ArrowRight')
  await expect.poll(() => slider.getAttribute('aria-valuetext')).not.toBe('…')
})
