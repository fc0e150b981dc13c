import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MendPlanJson, PreviewJson } from '../../../shared/preview.ts'
import { before, claim, propose, sessionId } from '../../support/boards.ts'
import { type Device, type TestApp, testApp } from '../../support/test-app.ts'
import { slotId } from '../../support/test-plan.ts'
import { virtualTime } from '../../support/virtual-time.ts'

let server: TestApp
let team: Device
let ana: Device
let brieuc: Device

/** Ana's session 1 in b101 and Brieuc's 2 in b102 and Cléo's 3 in the hall, all at 9:30; Ana can't be there at 10:45. */
beforeAll(async () => {
  server = await testApp({ clock: virtualTime(before) })
  team = await server.joinTeam('Camille')
  const people = await Promise.all(['Ana', 'Brieuc', 'Cléo'].map((name) => server.join(name)))
  ;[ana, brieuc] = people as [Device, Device]
  for (const [n, device] of people.entries()) {
    await server.command(device, propose(n + 1))
    await server.command(device, claim(n + 1, ['b101', 'b102', 'hall'][n] ?? '', slotId('0930')))
  }
  const absences = [{ date: '2024-07-03', from: '10:30', until: '13:00' }]
  await server.ask('PUT', '/api/forums/essai/me/absences', { token: ana.token, body: { absences } })
})
afterAll(() => server.close())

const ask = (what: 'preview' | 'mend', body: object, device: Device | null = team) =>
  server.ask('POST', `/api/forums/essai/checks/${what}`, device === null ? { body } : { body, token: device.token })

const loss = { type: 'room', roomId: 'b101', slotIds: [slotId('0930')] } as const
const moves = [{ sessionId: sessionId(1), to: { roomId: 'b101', slotId: slotId('1045') } }]
const rulesOf = ({ sessions }: PreviewJson) =>
  sessions.map(({ sessionId: id, findings }) => [id, findings.map(({ rule, message }) => [rule, message])])

test('B27 before a room drops out the desk reads who can’t be there, in its language, and nothing is written', async () => {
  const { seq } = server.forum.board
  const { status, headers, body } = await ask('preview', { command: { type: 'drop-out', loss, moves } })
  const found = body as PreviewJson
  expect([status, headers['cache-control'], found.outcome, found.seq]).toEqual([200, 'no-store', 'needs-reason', seq])
  expect(rulesOf(found)).toEqual([
    [sessionId(1), [['host-available', 'Une personne qui porte ce sujet a dit qu’elle n’est pas là à cette heure.']]],
  ])
  expect(found.refusal?.code).toBe('host-available')
  expect(JSON.stringify(found)).not.toContain(ana.person.id)
  const reasoned = await ask('preview', { command: { type: 'drop-out', loss, moves }, reason: 'Ana est prévenue.' })
  expect(reasoned.body).toMatchObject({ outcome: 'accepted', refusal: null })
  expect(server.forum.board.seq).toBe(seq)
})

test('B27 what is read before is what doing it is then answered', async () => {
  const commands = [
    { type: 'drop-out', loss, moves: [] },
    { type: 'restore', seq: 1, what: { type: 'wall' } },
    { type: 'restore', seq: server.forum.board.seq, what: { type: 'wall' } },
    { type: 'restore', seq: 1_000_000, what: { type: 'wall' } },
    { type: 'claim', sessionId: sessionId(1), roomId: 'hall', slotId: slotId('0930') },
    { type: 'undo', commandId: randomUUID() },
  ]
  for (const command of commands) {
    const { refusal } = (await ask('preview', { command })).body as PreviewJson
    if (refusal === null) continue
    expect((await server.command(team, command)).body).toEqual({ refusal })
  }
})

test('B27 an undo of one’s own last act is read before too', async () => {
  const id = randomUUID()
  await server.command(team, { type: 'lock', sessionId: sessionId(2) }, id)
  expect((await ask('preview', { command: { type: 'undo', commandId: id } })).body).toMatchObject({
    outcome: 'accepted',
  })
  expect((await server.command(team, { type: 'undo', commandId: id })).status).toBe(200)
})

test('B27 it says what would happen, and of a restore what can’t go back and why', async () => {
  const { seq } = server.forum.board
  const cell = { roomId: 'b101', slotId: slotId('0930') }
  await server.command(team, { type: 'release', sessionId: sessionId(1) })
  await server.command(team, { type: 'release', sessionId: sessionId(2) })
  await server.command(team, { type: 'set-cells', cells: [cell], use: { type: 'closed' } })
  const wall = { type: 'restore', seq, what: { type: 'wall' } }
  const found = (await ask('preview', { command: wall })).body as PreviewJson
  expect(found.left.map(({ sessionId: id, cell: at, fault, message }) => [id, at, fault, message])).toEqual([
    [sessionId(1), cell, null, 'B101 est fermée à cette heure.'],
  ])
  const done = (await server.command(team, wall)).body as { readonly entry: { readonly events: unknown } }
  expect(found.events).toEqual(done.entry.events)
  await server.command(team, { type: 'set-cells', cells: [cell], use: { type: 'open' } })
  await server.command(team, claim(1, 'b101', slotId('0930')))
})

test('T9 the plan that the server makes goes round those who can’t be there', async () => {
  // Every room is taken at 9:30: whoever loses theirs goes to the next hour, and Ana to one at which she is there.
  const { status, body } = await ask('mend', { loss })
  const plan = body as MendPlanJson
  expect(status).toBe(200)
  expect(plan).toEqual({
    seq: server.forum.board.seq,
    moves: [
      {
        sessionId: sessionId(1),
        from: { roomId: 'b101', slotId: slotId('0930') },
        to: { roomId: 'b101', slotId: slotId('1330') },
        findings: [],
        why: 'lost',
        others: plan.moves[0]?.others,
      },
    ],
    homeless: [],
  })
  const fixed = [{ sessionId: sessionId(1), to: { roomId: 'b101', slotId: slotId('1045') } }]
  const byHand = (await ask('mend', { loss, fixed })).body as MendPlanJson
  expect(byHand.moves.map(({ to, findings }) => [to, findings.map(({ rule }) => rule)])).toEqual([
    [fixed[0]?.to, ['host-available']],
  ])
})

test('B25 T9 where else each could go is ranked with all that only the server knows, and says why in words', async () => {
  const away = 'Une personne qui porte ce sujet a dit qu’elle n’est pas là à cette heure.'
  const { moves } = (await ask('mend', { loss })).body as MendPlanJson
  const said = moves[0]?.others.map(
    ({ roomId, slotId: at, findings }) => `${roomId} ${at.slice(-4)} ${findings.map(({ message }) => message).join()}`,
  )
  // A phone, which does not know that Ana is away then, would offer 10:45 first.
  expect(said).toEqual([
    'b101 1430 ',
    'b102 1330 ',
    'hall 1330 ',
    'b102 1430 ',
    'hall 1430 ',
    `b101 1045 ${away}`,
    `b102 1045 ${away}`,
    `hall 1045 ${away}`,
  ])
  const kept = { loss, fixed: [{ sessionId: sessionId(1), to: { roomId: 'b102', slotId: slotId('1330') } }] }
  const byHand = (await ask('mend', kept)).body as MendPlanJson
  expect(byHand.moves[0]?.others.slice(0, 2)).toEqual([
    { roomId: 'b101', slotId: slotId('1330'), findings: [] },
    { roomId: 'b101', slotId: slotId('1430'), findings: [] },
  ])
})

test('T9 a loss of what is not there, and one that is malformed, are said', async () => {
  expect(await ask('mend', { loss: { ...loss, roomId: 'nowhere' } })).toMatchObject({
    status: 409,
    body: { refusal: { code: 'unknown-room' } },
  })
  expect((await ask('mend', { loss: { type: 'flood' } })).status).toBe(400)
  expect(await ask('preview', { command: { type: 'drop-out', loss } })).toMatchObject({
    status: 400,
    body: { error: { path: '/command/moves' } },
  })
})

test('I12 both are the team’s', async () => {
  const statuses = async (device: Device | null) => [
    (await ask('preview', { command: claim(1, 'hall', slotId('1045')) }, device)).status,
    (await ask('mend', { loss }, device)).status,
  ]
  expect([await statuses(null), await statuses(brieuc), await statuses(team)]).toEqual([
    [401, 401],
    [403, 403],
    [200, 200],
  ])
})
