import type { Route } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { laptop, phone, useBrowser } from '../support/browser.ts'
import { openDesk as open } from '../support/desk-screen.ts'
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

const inAtelier = ['Réparer', 'Quel outil', 'Monnaies']

test.each([
  {
    viewport: laptop,
    locale: 'fr-FR',
    close: 'Fermer la salle Atelier',
    apply: 'Appliquer en une fois',
    undo: 'Annuler',
  },
  { viewport: phone, locale: 'en-GB', close: 'Close the room Atelier', apply: 'Apply in one step', undo: 'Undo' },
] as const)(
  'U39 from its row a room is closed by keyboard: who moves where is shown, applied as one entry and undone, $locale',
  async (look) => {
    const { page, team, forum, placeOf } = await openDesk('rooms', look)
    const places = () => Promise.all(inAtelier.map(placeOf))
    const before = await places()
    await page.getByRole('link', { name: look.close }).press('Enter')
    const lines = page.locator('.desk-mending li')
    await expect.poll(() => lines.count()).toBe(3)
    expect(await lines.first().locator('strong').textContent()).toBe('Réparer un vélo à quatre mains')
    // Nothing has happened yet.
    expect(await places()).toEqual(before)
    const seqOf = async () => {
      const answer = await fetch(`${house.origin}/api/forums/${forum.slug}/history`, {
        headers: { authorization: `Bearer ${team.token}` },
      })
      return ((await answer.json()) as { seq: number }).seq
    }
    const seq = await seqOf()
    await page.getByRole('button', { name: look.apply }).press('Enter')
    await page.locator('.notice.good').waitFor()
    expect((await places()).filter((place) => place === '' || place.startsWith('atelier'))).toEqual([])
    expect(await seqOf()).toBe(seq + 1)
    await page.locator('.notice').getByRole('button', { name: look.undo }).press('Enter')
    await expect.poll(places).toEqual(before)
  },
)

test('U39 each line is kept, sent elsewhere or parked, and the rest goes round it', async () => {
  const { page, placeOf } = await openDesk('drop-out', { viewport: phone })
  await page.getByLabel('Salle', { exact: true }).selectOption({ label: 'Atelier' })
  const lines = page.locator('.desk-mending li')
  await expect.poll(() => lines.count()).toBe(3)
  await page.getByRole('button', { name: 'Décrocher « Quel outil', exact: false }).click()
  await page.getByText('2 sujets bougent · 1 décroché').waitFor()
  const choice = page.getByLabel('Où va « Monnaies locales : où en sommes-nous ? »')
  await choice.focus()
  await choice.selectOption({ label: 'Grande salle 15:15' })
  await expect.poll(() => choice.locator('option:checked').textContent()).toBe('Grande salle 15:15')
  expect(await choice.evaluate((field) => field === document.activeElement)).toBe(true)
  // The first one was to go there: the plan goes round what was chosen by hand.
  const first = page.getByLabel('Où va « Réparer un vélo à quatre mains »')
  expect(await first.locator('option:checked').textContent()).not.toBe('Grande salle 15:15')
  await page.getByRole('button', { name: 'Appliquer en une fois' }).click()
  await page.locator('.notice.good').waitFor()
  expect([await placeOf('Quel outil'), await placeOf('Monnaies')]).toEqual(['', 'grande-salle 1515'])
})

test('U39 what fits nowhere says why, and is parked', async () => {
  const { page, team, idOf, placeOf } = await openDesk('drop-out')
  await team.send({ type: 'edit', sessionId: await idOf('Comment accueillir'), expected: 30 })
  await team.send({ type: 'set-rule', rule: 'room-holds', level: 'block' })
  await team.send({ type: 'edit', sessionId: await idOf('Comment accueillir'), expected: 70 })
  await page.getByLabel('Salle', { exact: true }).selectOption({ label: 'Grande salle' })
  const homeless = page.locator('.desk-mending .homeless')
  await homeless.getByText('Comment accueillir sans épuiser les accueillants ?').waitFor()
  expect(await homeless.locator('.desk-care').textContent()).toContain('environ 70 personnes viendront')
  await page.getByRole('button', { name: 'Appliquer en une fois' }).click()
  await page.locator('.notice.good').waitFor()
  expect(await placeOf('Comment accueillir')).toBe('')
})

test('U39 what needs a reason is asked for one before it is applied, and it stands with the session', async () => {
  const { page, team, idOf, placeOf } = await openDesk('drop-out/room/grande-salle')
  await team.send({ type: 'edit', sessionId: await idOf('Comment accueillir'), needs: ['accès de plain-pied'] })
  const line = page.locator('.desk-mending li').filter({ hasText: 'Comment accueillir' })
  await line.locator('.desk-care').getByText('accès de plain-pied').waitFor()
  await page.getByRole('button', { name: 'Appliquer en une fois' }).press('Enter')
  await page.getByLabel('Votre raison').fill('La grande salle est inondée.')
  await page.getByRole('button', { name: 'Continuer quand même' }).press('Enter')
  await page.locator('.notice.good').waitFor()
  expect(await placeOf('Comment accueillir')).not.toMatch(/^(grande-salle|$)/)
  await page.locator('#tab-sessions').click()
  await page
    .getByRole('listitem')
    .filter({ hasText: 'Comment accueillir' })
    .getByText('Raison donnée par Régie : « La grande salle est inondée. »')
    .waitFor()
})

test('U39 I11 who is away counts in what is proposed; where the server does not answer, that is said', async () => {
  const forum = await livelyForum(house, { startsIn: 0 })
  await sayAway(house, forum, 'Gwenn')
  const { page, team, idOf } = await openDesk('drop-out/room/atelier', { forum, allow: [/ERR_FAILED/] })
  const away = page.getByLabel('Où va « Réparer un vélo à quatre mains »')
  await expect.poll(() => away.locator('option:checked').textContent()).toContain('dim. 13 juin')
  expect(await page.locator('.desk-knows').textContent()).toBe('')
  // Other cells are listed with what the server says against them.
  const isAway = 'a dit qu’elle n’est pas là à cette heure.'
  const groups = away.locator('optgroup')
  expect(await groups.first().getAttribute('label')).toBe('Ailleurs : rien ne s’y oppose')
  expect(
    (await groups.first().locator('option').allTextContents()).filter((text) => !text.includes('13 juin')),
  ).toEqual([])
  const reasons = await groups.last().locator('option').allTextContents()
  expect([await groups.last().getAttribute('label'), reasons.filter((text) => !text.endsWith(isAway))]).toEqual([
    'Ailleurs : demande une raison',
    [],
  ])
  // What somebody else does elsewhere leaves it as the server said it, while that is looked at again.
  const asked: Route[] = []
  await page.route('**/checks/mend', (route) => void asked.push(route))
  await team.send({ type: 'edit', sessionId: await idOf('Écrire à plusieurs'), title: 'Écrire ensemble' })
  await page.getByText('Le tableau a changé : on vérifie…').waitFor()
  await expect.poll(() => asked.length).toBe(1)
  expect(await away.locator('option:checked').textContent()).toContain('dim. 13 juin')
  await asked[0]?.continue()
  await page.getByText('Le tableau a changé : on vérifie…').waitFor({ state: 'hidden' })
  await page.unroute('**/checks/mend')
  await page.route('**/checks/mend', (route) => route.abort())
  await page.getByLabel('Salle', { exact: true }).selectOption({ label: 'Grande salle' })
  await page.getByText(/^Le serveur n’a pas répondu/).waitFor()
  await page.getByLabel('Où va « Agir en commun à l’ère du numérique »').waitFor()
  await page.unroute('**/checks/mend')
  await page.getByLabel('Salle', { exact: true }).selectOption({ label: 'Atelier' })
  await expect.poll(() => away.locator('option:checked').textContent()).toContain('dim. 13 juin')
  expect(await page.locator('.desk-knows').textContent()).toBe('')
})

test('U39 where the board changes meanwhile the proposal is made again and says so', async () => {
  const { page, team, idOf } = await openDesk('drop-out/room/atelier')
  const first = page.getByLabel('Où va « Réparer un vélo à quatre mains »')
  await first.focus()
  const taken = (await first.locator('option:checked').textContent()) ?? ''
  const [roomId, time] = taken.startsWith('Jardin') ? ['jardin', taken.slice(-5)] : ['grande-salle', taken.slice(-5)]
  const { slots } = await (await fetch(`${house.origin}/api/forums/${page.url().split('/')[3]}`))
    .json()
    .then(({ board }) => board)
  const slot = slots.find(({ id }: { id: string }) => id === `2027-06-12-${time.replace(':', '')}`)
  await team.send({ type: 'claim', sessionId: await idOf('Tiers-lieux'), roomId: roomId ?? '', slotId: slot.id })
  await page.getByText('Le tableau a changé : la proposition est refaite.').waitFor()
  expect(await first.locator('option:checked').textContent()).not.toBe(taken)
  expect(await first.evaluate((field) => field === document.activeElement)).toBe(true)
})

test('U39 a room that sessions are in is not removed, and the way to close it is offered', async () => {
  const { page } = await openDesk('rooms')
  await page.getByRole('button', { name: 'Enlever Atelier' }).press('Enter')
  await page.locator('.notice').getByRole('button', { name: 'Voir qui doit bouger' }).press('Enter')
  await page.getByRole('tabpanel', { name: 'Salle en moins' }).waitFor()
  await expect.poll(() => page.locator('.desk-mending li').count()).toBe(3)
})

test('U39 a slot that falls out, or is cut short, shows who is concerned', async () => {
  const { page } = await openDesk('slots')
  await page.getByRole('link', { name: 'Fermer le créneau 10:15 – 11:15' }).click()
  const lines = page.locator('.desk-mending li')
  await expect.poll(() => lines.count()).toBe(2)
  await page.getByLabel('Une partie d’un créneau').check()
  await page.getByLabel('Nouveau début').fill('plus tard')
  await page.getByLabel('Nouvelle fin').fill('11h')
  await page.getByText('Écrivez deux heures').waitFor()
  await page.getByLabel('Nouveau début').fill('10h15')
  await page.getByText('Aucun sujet n’est concerné').waitFor()
})
