import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { before, claim, propose, sessionId } from '../../support/boards.ts'
import { type Device, type TestApp, testApp } from '../../support/test-app.ts'
import { slotId } from '../../support/test-plan.ts'

let server: TestApp
let ana: Device
let brieuc: Device
let team: Device
let next = 100
/** Two new sessions of Ana and Brieuc for each test. */
let mine: number
let theirs: number

beforeAll(async () => {
  server = await testApp()
  ana = await server.join('Ana')
  brieuc = await server.join('Brieuc')
  team = await server.joinTeam('Camille')
})
afterAll(() => server.close())
beforeEach(async () => {
  mine = next + 1
  theirs = next + 2
  next += 2
  await server.command(ana, propose(mine))
  await server.command(brieuc, propose(theirs))
})

const send = (body: unknown, headers: Record<string, string> = {}) =>
  server.ask('POST', '/api/forums/essai/commands', { token: ana.token, body, headers })

test('P2 an accepted command answers 200 with its entry', async () => {
  const id = randomUUID()
  const { status, body } = await server.command(ana, claim(mine, 'b101', slotId('0930')), id)
  const { seq } = server.forum.board
  expect(status).toBe(200)
  expect(body).toEqual({
    seq,
    entry: {
      seq,
      commandId: id,
      by: ana.person.id,
      at: expect.any(Number),
      events: [{ type: 'session-placed', sessionId: sessionId(mine), roomId: 'b101', slotIds: [slotId('0930')] }],
    },
  })
  await server.command(ana, { type: 'release', sessionId: sessionId(mine) })
})

test('L3 the same id sent again answers the same, and somebody else’s id is refused', async () => {
  const id = randomUUID()
  const first = await server.command(ana, claim(mine, 'b101', slotId('1045')), id)
  expect(await server.command(ana, claim(mine, 'b101', slotId('1045')), id)).toMatchObject({
    status: 200,
    body: first.body,
  })
  const other = await server.command(brieuc, claim(mine, 'b101', slotId('1045')), id)
  expect(other).toMatchObject({ status: 409, body: { refusal: { code: 'command-id-taken' } } })
})

test('B12 a lost claim answers 409 with the holder, since when, and free cells, in exactly this shape', async () => {
  const cell = ['hall', slotId('1330')] as const
  const won = await server.command(brieuc, claim(theirs, ...cell))
  const { entry } = won.body as { entry: { at: number } }
  const { status, body } = await server.command(ana, claim(mine, ...cell))
  expect(status).toBe(409)
  expect(body).toEqual({
    refusal: {
      code: 'place-free',
      message: expect.stringContaining(`Sujet ${theirs}`),
      findings: [{ rule: 'place-free', level: 'block', message: expect.any(String), facts: expect.any(Object) }],
      holder: { sessionId: sessionId(theirs), title: `Sujet ${theirs}`, since: entry.at },
      alternatives: [
        { roomId: 'b101', slotId: slotId('1330') },
        { roomId: 'b102', slotId: slotId('1330') },
        { roomId: 'hall', slotId: slotId('1430') },
      ],
    },
  })
  const alternatives = (body as { refusal: { alternatives: { roomId: string; slotId: string }[] } }).refusal
    .alternatives
  const [first] = alternatives
  expect((await server.command(ana, { ...claim(mine, first?.roomId ?? '', first?.slotId ?? '') })).status).toBe(200)
})

test('L17 where a rule asks for a reason, the same command is done with one; the answer does not repeat it', async () => {
  await server.command(team, { type: 'edit', sessionId: sessionId(mine), expected: 90 })
  await server.command(team, { type: 'set-rule', rule: 'room-holds', level: 'needs-reason' })
  const command = claim(mine, 'b102', slotId('0930'))
  const { status, body } = await send({ id: randomUUID(), command, reason: ' ' }, { 'accept-language': 'en' })
  expect(status).toBe(409)
  expect(body).toMatchObject({
    refusal: {
      code: 'room-holds',
      findings: [{ level: 'needs-reason', message: 'B102 holds 40, about 90 people will come.' }],
    },
  })
  const done = await send({ id: randomUUID(), command, reason: 'Nous serons debout.' })
  expect(done.status).toBe(200)
  expect(JSON.stringify(done.body)).not.toContain('debout')
  const log = await server.ask('GET', `/api/forums/essai/entries?after=${server.forum.board.seq - 1}`, {
    token: team.token,
  })
  expect(log.body).toMatchObject({ entries: [{ by: ana.person.id, reason: 'Nous serons debout.' }] })
})

test('B11 the refusal is worded in the language of the reader', async () => {
  const command = { type: 'move', sessionId: sessionId(mine), roomId: 'hall', slotId: slotId('1430') }
  const message = async (language: string) => {
    const { body } = await send({ id: randomUUID(), command }, { 'accept-language': language })
    return (body as { refusal: { message: string } }).refusal.message
  }
  expect(await message('en-GB,en;q=0.9,fr;q=0.5')).toBe('This session is not placed anywhere for now.')
  expect(await message('fr')).toBe('Ce sujet n’est affiché nulle part pour l’instant.')
  expect(await message('de')).toBe('Ce sujet n’est affiché nulle part pour l’instant.')
})

test('I2 what only the team may do answers 403 to a participant, with the refusal', async () => {
  const { status, body } = await server.command(ana, { type: 'open-door', door: 'claim' })
  expect(status).toBe(403)
  expect(body).toMatchObject({ error: { code: 'actor-may' }, refusal: { code: 'actor-may', alternatives: [] } })
  expect((await server.command(team, { type: 'open-door', door: 'claim' })).status).toBe(200)
})

test('I2 no identity answers 401, and an unknown forum 404', async () => {
  const body = { id: randomUUID(), command: propose(1) }
  expect(await server.ask('POST', '/api/forums/essai/commands', { body })).toMatchObject({
    status: 401,
    body: { error: { code: 'not-joined', message: 'Dites d’abord votre nom.' } },
  })
  expect(await server.ask('POST', '/api/forums/rien/commands', { body, token: ana.token })).toMatchObject({
    status: 404,
    body: { error: { code: 'unknown-forum' } },
  })
})

const id = randomUUID()
const uuid = sessionId(1)

test.each([
  ['no id', { command: propose(1) }, '/id'],
  ['an id that is no UUID', { id: 'x', command: propose(1) }, '/id'],
  ['no command', { id }, '/command'],
  ['a command that is no object', { id, command: 7 }, '/command'],
  ['no type', { id, command: {} }, '/command/type'],
  ['an unknown type', { id, command: { type: 'explode' } }, '/command/type'],
  ['a type of Object’s own', { id, command: { type: 'constructor' } }, '/command/type'],
  ['a missing field', { id, command: { type: 'propose', sessionId: uuid } }, '/command/title'],
  ['an empty title', { id, command: { type: 'propose', sessionId: uuid, title: '' } }, '/command/title'],
  ['a field too many', { id, command: { type: 'release', sessionId: uuid, force: true } }, '/command/force'],
  ['an actor of one’s own choice', { id, command: propose(1), actor: { role: 'facilitator' } }, '/actor'],
  ['a bad item', { id, command: { ...propose(1), tags: ['a', 1] } }, '/command/tags/1'],
  ['a title too long', { id, command: propose(1, { title: 'x'.repeat(201) }) }, '/command/title'],
  ['a reason that is no text', { id, command: propose(1), reason: 7 }, '/reason'],
  ['a reason too long', { id, command: propose(1), reason: 'x'.repeat(301) }, '/reason'],
  ['a body that is a list', [], ''],
])('P8 %s answers 400 with the path of the fault', async (_what, body, path) => {
  const { status, body: answer } = await send(body)
  expect(status).toBe(400)
  expect(answer).toEqual({ error: { code: 'malformed', message: expect.any(String), path } })
})

test.each([
  ['text that is no JSON', '{"id":'],
  ['an empty body', ''],
  ['a key named __proto__', `{"id":"${id}","command":{"type":"release","sessionId":"${uuid}","__proto__":{"x":1}}}`],
  ['10,000 levels of lists', '['.repeat(10_000) + ']'.repeat(10_000)],
])('P8 %s answers 400', async (_what, payload) => {
  const headers = { authorization: `Bearer ${ana.token}`, 'content-type': 'application/json' }
  const response = await server.app.inject({ method: 'POST', url: '/api/forums/essai/commands', headers, payload })
  expect(response.statusCode).toBe(400)
  expect(response.json()).toMatchObject({ error: { code: 'malformed' } })
})

test('P8 a body above the cap answers 413', async () => {
  const { status, body } = await send({ id, command: propose(1, { description: 'x'.repeat(70_000) }) })
  expect(status).toBe(413)
  expect(body).toMatchObject({ error: { code: 'too-large' } })
})

test('B4 the server’s clock decides: what has begun is refused', async () => {
  expect(server.services.clock.now() - before).toBeLessThan(60_000)
  await server.command(team, { type: 'close-door', door: 'claim' })
  const { status, body } = await server.command(ana, claim(mine, 'b102', slotId('1430')))
  await server.command(team, { type: 'open-door', door: 'claim' })
  expect(status).toBe(409)
  expect(body).toMatchObject({ refusal: { code: 'door-open', alternatives: [] } })
})
