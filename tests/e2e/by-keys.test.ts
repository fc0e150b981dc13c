import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CellRef } from '../../shared/ids.ts'
import { cellOf, snapshotOf } from '../support/board-screen.ts'
import { phone, useBrowser } from '../support/browser.ts'
import { type House, openHouse, type Visitor } from '../support/house.ts'
import { heldLine } from '../support/line.ts'

const browser = useBrowser()
let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const looks = [
  {
    locale: 'en-GB',
    refused: /Grande salle at 14:00 has been held by “Bread oven” since/,
    pinned: /“Sowing together” is pinned: /,
    undo: 'Undo',
    undone: /^Undone: “Sowing together” placed, .+\.$/,
    open: 'Swap, merge, leave the cell…',
    submit: 'Offer',
    sheet: 'Offer to you',
    accept: 'Accept',
    agreed: 'Agreed: it is done.',
  },
  {
    locale: 'fr-FR',
    refused: /La case Grande salle\s14:00 est prise par «\sBread oven\s» depuis/,
    pinned: /«\sSowing together\s» est posé\s: /,
    undo: 'Annuler',
    undone: /^Annulé\s: «\sSowing together\s» posé, .+\.$/,
    open: 'Échanger, regrouper, laisser la case…',
    submit: 'Proposer',
    sheet: 'Proposition reçue',
    accept: 'Accepter',
    agreed: 'Accord trouvé : c’est fait.',
  },
] as const

const market = async () => {
  house.setClock('2027-06-12', '09:00')
  const forum = await house.createForum({ startsIn: 0 })
  const [ana, bob, eve] = [await forum.join('Ana'), await forum.join('Bob'), await forum.join('Eve')]
  const { board } = await snapshotOf(house, forum)
  const slots = board.slots.filter(({ kind, date }) => kind === 'open' && date === '2027-06-12')
  const room = board.rooms.find(({ kind }) => kind === 'room')
  const cells = slots.map((slot): CellRef => ({ roomId: room?.id ?? '', slotId: slot.id }))
  const proposed = async (host: Visitor, title: string, cell?: CellRef): Promise<string> => {
    const sessionId = randomUUID()
    await host.send({ type: 'propose', sessionId, title })
    if (cell !== undefined) expect((await host.send({ type: 'claim', sessionId, ...cell })).status).toBe(200)
    return sessionId
  }
  const hers = await proposed(ana, 'Sowing together', cells[0])
  const his = await proposed(bob, 'Counting without money', cells[1])
  const rival = await proposed(eve, 'Bread oven')
  const at = (n: number): CellRef => cells[n] ?? { roomId: '', slotId: '' }
  return { forum, ana, bob, eve, hers, his, rival, at, text: (n: number) => `${at(n).roomId} ${at(n).slotId}` }
}

test.each(looks)(
  'U5 on a small phone, by keys alone: refused, placed by an alternative, undone, then swapped with consent, $locale',
  async (look) => {
    const { forum, ana, bob, eve, hers, his, rival, at, text } = await market()
    const openAs = async (who: Visitor) => {
      const { page, context } = await browser.openPage({ viewport: phone, locale: look.locale })
      await context.addCookies([{ name: `forum-${forum.slug}`, value: who.token, url: house.origin }])
      return page
    }
    const page = await openAs(ana)
    const line = await heldLine(page)
    await page.goto(forum.url)
    const card = page.locator(`.board-day [data-session="${hers}"] button.card-title`)
    await card.press('Space')
    const wanted = page.locator(`[data-cell="${text(2)}"] .cell-free[data-verdict="free"]`)
    await wanted.waitFor()
    line.hold()
    expect((await eve.send({ type: 'claim', sessionId: rival, ...at(2) })).status).toBe(200)
    await wanted.press('Enter')
    line.release()
    const notices = page.locator('.notices')
    await notices.getByText(look.refused).waitFor()
    expect(await cellOf(house, forum, hers)).toBe(text(0))
    await notices
      .getByRole('button', { name: /\d{2}:\d{2}$/ })
      .first()
      .press('Enter')
    await notices.getByText(look.pinned).waitFor()
    expect(await cellOf(house, forum, hers)).not.toBe(text(0))
    await Promise.all([
      notices.getByText(look.undone).waitFor(),
      notices.getByRole('button', { name: look.undo }).press('Enter'),
    ])
    // The keyboard goes on from the card, wherever it was put back.
    await card.and(page.locator(':focus')).waitFor()
    expect(await cellOf(house, forum, hers)).toBe(text(0))

    const second = await openAs(bob)
    await second.goto(forum.url)
    await page.goto(`${forum.url}/sessions/${hers}`)
    await page.getByRole('button', { name: look.open }).press('Enter')
    const form = page.getByRole('dialog')
    await form.getByRole('radio', { name: 'Counting without money' }).press('Space')
    await form.getByRole('button', { name: look.submit, exact: true }).press('Enter')
    const sheet = second.getByRole('region', { name: look.sheet })
    await sheet.getByRole('button', { name: look.accept }).press('Enter')
    await second.getByText(look.agreed).waitFor()
    expect([await cellOf(house, forum, hers), await cellOf(house, forum, his)]).toEqual([text(1), text(0)])
  },
)
