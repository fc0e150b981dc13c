import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { agendaHtml } from '../../server/http/agenda-html.ts'
import { MINUTE } from '../../shared/time.ts'
import { at, before, claim, propose, sessionId } from '../support/boards.ts'
import { answer, cells, offer } from '../support/offers.ts'
import { expectOneTruth } from '../support/one-truth.ts'
import { type Device, type TestApp, testApp } from '../support/test-app.ts'
import { slotId } from '../support/test-plan.ts'
import { virtualTime } from '../support/virtual-time.ts'

const free = slotId('0930')
const later = slotId('1045')

const time = virtualTime(before)
let server: TestApp
let ana: Device
let brieuc: Device
let team: Device
let n = 0
/** New sessions of Ana's and Brieuc's for each test, and an offer's id. */
let hers: number
let his: number
let id: string

beforeAll(async () => {
  server = await testApp({ clock: time })
  ana = await server.join('Ana')
  brieuc = await server.join('Brieuc')
  team = await server.joinTeam('Camille')
})
afterAll(() => server.close())

const status = async (device: Device, command: object): Promise<number> =>
  (await server.command(device, command)).status
const code = async (device: Device, command: object): Promise<string> => {
  const { body } = await server.command(device, command)
  return (body as { refusal?: { code: string } }).refusal?.code ?? 'accepted'
}
const where = () => {
  const all = cells(server.forum.board.board)
  return [all[hers] ?? null, all[his] ?? null]
}
const swap = () => ({ ...offer('swap', hers, his), offerId: id })
const agreed = () => ({ type: 'answer-offer', offerId: id, answer: 'accept' })

beforeEach(async () => {
  time.advance(20_000)
  n += 10
  hers = n
  his = n + 1
  id = randomUUID()
  for (const { sessionId: old } of [...server.forum.board.board.placements.values()]) {
    await server.command(team, { type: 'release', sessionId: old })
  }
  await server.command(ana, propose(hers))
  await server.command(brieuc, propose(his))
})
afterEach(() => expectOneTruth(server))

test('O4 a swap within one room, and of sessions of several slots, goes through the database', async () => {
  await server.command(ana, claim(hers, 'b101', free))
  await server.command(brieuc, claim(his, 'b101', later))
  expect([await status(ana, swap()), await status(brieuc, agreed())]).toEqual([200, 200])
  expect(where()).toEqual([`b101 ${later}`, `b101 ${free}`])
  await server.command(ana, { type: 'release', sessionId: sessionId(hers) })
  await server.command(ana, { type: 'edit', sessionId: sessionId(hers), length: 2 })
  await server.command(ana, claim(hers, 'b102', slotId('1330')))
  await server.command(brieuc, claim(his, 'hall', free))
  id = randomUUID()
  expect([await status(ana, swap()), await status(brieuc, agreed())]).toEqual([200, 200])
  expect(where()).toEqual([`hall ${free} ${later}`, `b102 ${slotId('1330')}`])
})

test('O4 what stands against it now is told to who accepts, and the offer stays open', async () => {
  await server.command(ana, claim(hers, 'b101', free))
  await server.command(brieuc, claim(his, 'b102', later))
  await server.command(ana, swap())
  await server.command(team, {
    type: 'set-cells',
    cells: [{ roomId: 'b102', slotId: later }],
    use: { type: 'reserved', collectiveId: null },
  })
  const { status: refused, body } = await server.command(brieuc, agreed())
  expect([refused, body]).toEqual([
    409,
    {
      refusal: {
        code: 'cell-open',
        message: 'Cette case est réservée à l’équipe d’animation.',
        findings: [expect.objectContaining({ rule: 'cell-open', level: 'block' })],
        alternatives: [],
      },
    },
  ])
  await server.command(team, {
    type: 'set-cells',
    cells: [{ roomId: 'b102', slotId: later }],
    use: { type: 'open' },
  })
  expect(await status(brieuc, agreed())).toBe(200)
})

test('O5 by the server’s clock an offer runs out', async () => {
  await server.command(ana, claim(hers, 'b101', free))
  await server.command(brieuc, claim(his, 'b102', free))
  await server.command(ana, swap())
  time.advance(10 * MINUTE)
  const { body } = await server.command(brieuc, agreed())
  expect(body).toMatchObject({ refusal: { code: 'offer-over' } })
  expect(where()).toEqual([`b101 ${free}`, `b102 ${free}`])
})

test('O5 an acceptance and a move at once: whichever came first is what happened', async () => {
  await server.command(ana, claim(hers, 'b101', free))
  await server.command(brieuc, claim(his, 'b102', free))
  await server.command(ana, swap())
  const [accepted, moved] = await Promise.all([code(brieuc, agreed()), code(ana, claim(hers, 'hall', free))])
  expect([moved, ['accepted', 'unknown-offer']]).toEqual(['accepted', expect.arrayContaining([accepted])])
  expect(where()).toEqual([`hall ${free}`, accepted === 'accepted' ? `b101 ${free}` : `b102 ${free}`])
})

test('O3 an acceptance and a withdrawal at once: exactly one of them happened', async () => {
  await server.command(ana, claim(hers, 'b101', free))
  await server.command(brieuc, claim(his, 'b102', free))
  await server.command(ana, swap())
  const answers = await Promise.all([code(brieuc, agreed()), code(ana, { type: 'withdraw-offer', offerId: id })])
  expect([...answers].sort()).toEqual(['accepted', 'unknown-offer'])
  const isSwapped = answers[0] === 'accepted'
  expect(where()).toEqual(isSwapped ? [`b102 ${free}`, `b101 ${free}`] : [`b101 ${free}`, `b102 ${free}`])
})

test('O5 B13 an acceptance and the removal of the room at once leave nobody in a room that is gone', async () => {
  await server.command(team, { type: 'add-room', roomId: `r${n}`, name: `Salle ${n}` })
  await server.command(ana, claim(hers, `r${n}`, free))
  await server.command(ana, { ...offer('yield', hers, his), offerId: id })
  const [accepted, released, removed] = await Promise.all([
    code(brieuc, agreed()),
    code(ana, { type: 'release', sessionId: sessionId(hers) }),
    code(team, { type: 'remove-room', roomId: `r${n}` }),
  ])
  const { rooms, placements } = server.forum.board.board
  expect([...placements.values()].filter(({ roomId }) => !rooms.has(roomId))).toEqual([])
  expect([accepted, released, removed].join(' ')).toMatch(
    /^(accepted not-placed still-used|unknown-offer accepted (accepted|still-used))$/,
  )
})

test('O6 O8 a merge lends the cell and un-merging gives it back, in the database and on every page', async () => {
  await server.command(ana, claim(hers, 'b101', free))
  expect(await status(ana, { ...offer('merge', hers, his), offerId: id })).toBe(200)
  expect(await status(brieuc, { ...answer(1, 'talk', 'On en parle ?'), offerId: id })).toBe(200)
  expect(await status(brieuc, agreed())).toBe(200)
  expect(where()).toEqual([null, `b101 ${free}`])
  const agenda = await server.ask('GET', '/api/forums/essai/agenda.json')
  expect(agenda.body).toMatchObject([
    {
      sessionId: sessionId(his),
      hosts: ['Brieuc', 'Ana'],
      inside: [{ sessionId: sessionId(hers), title: `Sujet ${hers}` }],
    },
  ])
  const now = time.now()
  time.advance(at('09:40') - now)
  const door = await server.ask('GET', '/api/forums/essai/rooms/b101/now')
  expect(door.body).toMatchObject({
    current: {
      session: { id: sessionId(his) },
      inside: [{ id: sessionId(hers) }],
      hosts: [brieuc.person, ana.person],
    },
  })
  const { board } = server.forum.board
  const { people } = server.forum
  const nameOf = (person: string) => people.get(person)?.name
  const page = agendaHtml({ slug: 'essai', board, nameOf, now: time.now(), wanted: null })
  expect(page).toContain(`<p class="card-inside" dir="auto">+ Sujet ${hers}</p>`)
  expect(page).toContain('<p class="card-hosts" dir="auto">Brieuc, Ana</p>')
  expect(await status(team, { type: 'unmerge', sessionId: sessionId(hers) })).toBe(200)
  expect(where()).toEqual([`b101 ${free}`, null])
})
