import { afterAll, beforeAll, expect, test } from 'vitest'
import { at, before, claim, propose, sessionId } from '../../support/boards.ts'
import { type Device, type TestApp, testApp } from '../../support/test-app.ts'
import { slotId } from '../../support/test-plan.ts'
import { virtualTime } from '../../support/virtual-time.ts'

const time = virtualTime(before)
const url = '/api/forums/essai'
let server: TestApp
let ana: Device
let team: Device

beforeAll(async () => {
  server = await testApp({ clock: time })
  ana = await server.join('Ana')
  team = await server.joinTeam('Camille')
  await server.command(ana, propose(1, { tags: ['jardin'], language: 'fr' }))
  await server.command(ana, propose(2, { length: 2 }))
  await server.command(ana, claim(1, 'b101', slotId('0930')))
  await server.command(ana, claim(2, 'b101', slotId('1330')))
})
afterAll(() => server.close())

test('V2 the room page has current, next, until when it is free, and the server’s time', async () => {
  const { board } = server.forum.board
  const held = (n: number) => ({
    session: board.sessions.get(sessionId(n)),
    inside: [],
    placement: board.placements.get(sessionId(n)),
    hosts: [ana.person],
  })
  const room = board.rooms.get('b101')
  const ask = async () => (await server.ask('GET', `${url}/rooms/b101/now`)).body
  time.advance(at('09:00') - time.now())
  expect(await ask()).toEqual({
    serverTime: at('09:00'),
    timeZone: 'Europe/Paris',
    room,
    current: null,
    next: held(1),
    freeUntil: at('09:30'),
    rest: [held(2)],
    common: null,
  })
  time.advance(at('12:10') - time.now())
  expect(await ask()).toEqual({
    serverTime: at('12:10'),
    timeZone: 'Europe/Paris',
    room,
    current: null,
    next: held(2),
    freeUntil: at('13:30'),
    rest: [],
    common: {
      id: '2024-07-03-1200',
      kind: 'common',
      date: '2024-07-03',
      label: 'Buffet',
      start: at('12:00'),
      end: at('13:30'),
    },
  })
  time.advance(at('14:45') - time.now())
  expect(await ask()).toMatchObject({ current: held(2), next: null, freeUntil: null, rest: [] })
})

test('an unknown room answers 404, a malformed one 400 with where', async () => {
  expect(await server.ask('GET', `${url}/rooms/b999/now`)).toMatchObject({
    status: 404,
    body: { error: { code: 'unknown-room' } },
  })
  expect(await server.ask('GET', `${url}/rooms/b%20x/now`)).toMatchObject({
    status: 400,
    body: { error: { path: '/params/room' } },
  })
  expect(await server.ask('GET', '/api/forums/rien/rooms/b101/now')).toMatchObject({ status: 404 })
})

test('the agenda is a flat list by start, in words and in instants', async () => {
  const { body } = await server.ask('GET', `${url}/agenda.json`)
  expect(body).toEqual([
    {
      sessionId: sessionId(1),
      title: 'Sujet 1',
      description: '',
      format: expect.any(String),
      tags: ['jardin'],
      language: 'fr',
      hosts: ['Ana'],
      inside: [],
      roomId: 'b101',
      room: 'B101',
      slotId: slotId('0930'),
      slotIds: [slotId('0930')],
      date: '2024-07-03',
      start: at('09:30'),
      end: at('10:30'),
      startsAt: '2024-07-03T09:30:00+02:00',
      endsAt: '2024-07-03T10:30:00+02:00',
    },
    expect.objectContaining({
      sessionId: sessionId(2),
      slotIds: [slotId('1330'), slotId('1430')],
      startsAt: '2024-07-03T13:30:00+02:00',
      endsAt: '2024-07-03T15:30:00+02:00',
    }),
  ])
})

test('a star is answered, counted, and shown to nobody but its owner', async () => {
  const star = (device: Device, on: boolean, n = 1) =>
    server.ask('PUT', `${url}/stars/${sessionId(n)}`, { token: device.token, body: { on } })
  expect(await star(ana, true)).toMatchObject({ status: 200, body: { sessionId: sessionId(1), on: true } })
  expect(await star(ana, true)).toMatchObject({ status: 200 })
  expect(server.forum.interest.count(sessionId(1))).toBe(1)
  const me = async (device: Device) => (await server.ask('GET', `${url}/me`, { token: device.token })).body
  expect(await me(ana)).toMatchObject({ person: ana.person, stars: [sessionId(1)] })
  expect(await me(team)).toMatchObject({ person: team.person, stars: [] })
  expect(await star(ana, false)).toMatchObject({ status: 200, body: { on: false } })
  expect(server.forum.interest.count(sessionId(1))).toBe(0)
  expect(await star(ana, true, 77)).toMatchObject({ status: 409, body: { refusal: { code: 'unknown-session' } } })
  await server.command(team, { type: 'close-door', door: 'star' })
  expect(await star(ana, true)).toMatchObject({ status: 409, body: { refusal: { code: 'door-open' } } })
  await server.command(team, { type: 'open-door', door: 'star' })
  const nobody = await server.ask('PUT', `${url}/stars/${sessionId(1)}`, { body: { on: true } })
  expect(nobody.status).toBe(401)
  const bad = await server.ask('PUT', `${url}/stars/not-a-uuid`, { token: ana.token, body: { on: true } })
  expect(bad).toMatchObject({ status: 400, body: { error: { path: '/params/session' } } })
})

test('the team reads who did what, in pages; nobody else does', async () => {
  const read = (device: Device | null, query = '') =>
    server.ask('GET', `${url}/entries${query}`, device === null ? {} : { token: device.token })
  const all = (await read(team)).body as { entries: { seq: number; by: string }[] }
  expect(all.entries.map(({ seq }) => seq)).toEqual(Array.from({ length: server.forum.board.seq }, (_, n) => n + 1))
  const last = server.forum.board.seq - 1
  expect((await read(team, `?after=${last}`)).body).toEqual({ entries: all.entries.slice(last) })
  expect((await read(team, '?after=-1')).body).toMatchObject({ error: { path: '/querystring/after' } })
  expect([(await read(null)).status, (await read(ana)).status]).toEqual([401, 403])
})

test('the team enters somebody without a phone, who may then host', async () => {
  const enter = (device: Device, name: string) =>
    server.ask('POST', `${url}/people`, { token: device.token, body: { name } })
  expect((await enter(ana, 'Jean')).status).toBe(403)
  const { status, body } = await enter(team, 'Jean ')
  const { person } = body as { person: { id: string } }
  expect({ status, body }).toMatchObject({ status: 201, body: { person: { name: 'Jean', role: 'participant' } } })
  expect((await server.command(team, propose(50, { hosts: [person.id] }))).status).toBe(200)
  expect(server.forum.board.board.sessions.get(sessionId(50))?.hosts).toEqual([person.id])
  for (const name of ['', '\u200b\u202e', 'x'.repeat(61)]) {
    expect(await enter(team, name)).toMatchObject({ status: 400, body: { error: { path: '/name' } } })
  }
})

test('a name is corrected everywhere', async () => {
  const { token } = ana
  const { status, body } = await server.ask('PATCH', `${url}/me`, { token, body: { name: 'Ana L.' } })
  expect({ status, body }).toEqual({ status: 200, body: { person: { ...ana.person, name: 'Ana L.' } } })
  const { body: agenda } = await server.ask('GET', `${url}/agenda.json`)
  expect(agenda).toMatchObject([{ hosts: ['Ana L.'] }, { hosts: ['Ana L.'] }])
})
