import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Advice, adviceContext } from '../../../shared/advice.ts'
import { consider } from '../../../shared/consider.ts'
import { limits } from '../../../shared/limits.ts'
import { before, claim, propose, sessionId } from '../../support/boards.ts'
import { type Device, type TestApp, testApp } from '../../support/test-app.ts'
import { slotId } from '../../support/test-plan.ts'
import { virtualTime } from '../../support/virtual-time.ts'

const time = virtualTime(before)
let server: TestApp
let people: readonly Device[]
let ana: Device
let brieuc: Device
let cleo: Device
let team: Device

beforeAll(async () => {
  server = await testApp({ clock: time })
  people = await Promise.all(Array.from({ length: 8 }, (_, n) => server.join(`Personne ${n}`)))
  ;[ana, brieuc, cleo] = (await Promise.all(['Ana', 'Brieuc', 'Cléo'].map((name) => server.join(name)))) as [
    Device,
    Device,
    Device,
  ]
  team = await server.joinTeam('Camille')
  await server.command(team, propose(1, { hosts: [ana.person.id, brieuc.person.id] }))
  await server.command(cleo, propose(2))
  await server.command(cleo, claim(2, 'b101', slotId('1045')))
  const stars = people.flatMap(({ person }, n) => [
    server.forum.interest.set(person.id, sessionId(1), true),
    server.forum.interest.set(person.id, sessionId(2), n < 3),
  ])
  await Promise.all(stars)
})
afterAll(() => server.close())

const url = (n: number) => `/api/forums/essai/sessions/${sessionId(n)}/advice`
const ask = (device: Device, n = 1) => server.ask('GET', url(n), { token: device.token })
const advice = async (device: Device, n = 1) => (await ask(device, n)).body as Advice
const absences = (device: Device, list: readonly object[]) =>
  server.ask('PUT', '/api/forums/essai/me/absences', { token: device.token, body: { absences: list } })
const calm = { torn: 'none', away: false, mine: false } as const

test('P20 by slot to come: how torn people would be, as a word, and whether a host is away', async () => {
  await absences(ana, [{ date: '2024-07-03', from: '14:00', until: null }])
  const away = { torn: 'none', away: true, mine: true } as const
  expect(await ask(ana)).toMatchObject({ status: 200, headers: { 'cache-control': 'no-store' } })
  expect(await advice(ana)).toEqual({
    slots: {
      [slotId('0930')]: calm,
      [slotId('1045')]: { torn: 'some', away: false, mine: false },
      [slotId('1330')]: away,
      [slotId('1430')]: away,
    },
  })
})

test('I11 a co-host learns that somebody is away, and not who', async () => {
  const { slots } = await advice(brieuc)
  expect(slots[slotId('1330')]).toEqual({ torn: 'none', away: true, mine: false })
})

test('P20 it is for the session’s own length from each slot on', async () => {
  await server.command(team, { type: 'edit', sessionId: sessionId(1), length: 2 })
  const { slots } = await advice(brieuc)
  await server.command(team, { type: 'edit', sessionId: sessionId(1), length: 1 })
  expect(slots[slotId('0930')]).toEqual({ torn: 'some', away: false, mine: false })
})

test('P20 with it a phone says of a card in hand what the server would say', async () => {
  const { board } = server.forum.board
  const session = board.sessions.get(sessionId(1))
  if (session === undefined) throw new Error('no session')
  const found = await Promise.all(
    [ana, brieuc].map(async ({ person, token }) => {
      const context = {
        actor: { personId: person.id, role: person.role },
        now: time.now(),
        interest: () => 0,
        ...adviceContext(await advice({ person, token }), person.id),
      }
      return (['1045', '1330', '0930'] as const).map((hour) =>
        consider(board, session, { roomId: 'hall', slotId: slotId(hour) }, context).map(({ rule, facts }) => [
          rule,
          facts,
        ]),
      )
    }),
  )
  const torn = [['audience-torn', { torn: 'some' }]]
  expect(found).toEqual([
    [torn, [['host-available', { kind: 'you' }]], []],
    [torn, [['host-available', { kind: 'other' }]], []],
  ])
})

test('I12 it is for those who may carry the card: its hosts and the team', async () => {
  const statuses = [
    (await server.ask('GET', url(1))).status,
    (await ask(cleo)).status,
    (await ask(brieuc)).status,
    (await ask(team)).status,
    (await ask(cleo, 2)).status,
    (await ask(team, 9)).status,
  ]
  expect(statuses).toEqual([401, 403, 200, 200, 200, 404])
  expect((await ask(cleo)).body).toMatchObject({ error: { code: 'hosts-only' } })
})

test('I4 asking costs from the same purse as acting', async () => {
  const statuses: number[] = []
  for (let n = 0; n <= limits.commandBurst; n += 1) statuses.push((await ask(cleo, 2)).status)
  expect(statuses.at(-1)).toBe(429)
  time.advance(60_000)
})

test('P20 slots that have begun are left out, and what is unknown says nothing', async () => {
  time.advance(14 * 3_600_000)
  const late = await advice(brieuc)
  expect(Object.keys(late.slots)).toEqual([slotId('1045'), slotId('1330'), slotId('1430')])
  const { torn, isAway } = adviceContext(late, null)
  const gone = [...server.forum.board.board.slots.values()].slice(0, 1)
  expect([torn(sessionId(1), gone, []), isAway('x', gone), isAway('x', [])]).toEqual(['none', false, false])
})
