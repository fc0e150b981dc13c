import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { before, claim, propose, sessionId } from '../../support/boards.ts'
import { type Device, type TestApp, testApp } from '../../support/test-app.ts'
import { slotId } from '../../support/test-plan.ts'
import { virtualTime } from '../../support/virtual-time.ts'

let server: TestApp
let ana: Device
let team: Device

beforeAll(async () => {
  server = await testApp({ clock: virtualTime(before) })
  ana = await server.join('Ana')
  team = await server.joinTeam('Camille')
  await server.command(team, { type: 'set-rule', rule: 'room-holds', level: 'needs-reason' })
  await server.command(ana, propose(1, { expected: 90 }))
})
afterAll(() => server.close())

const url = '/api/forums/essai/reasons'
const read = (device: Device) => server.ask('GET', url, { token: device.token })

test('L17 the team reads why sessions are where they are, as long as they are there', async () => {
  expect((await read(team)).body).toEqual({ reasons: [] })
  const body = { id: randomUUID(), command: claim(1, 'b101', slotId('0930')), reason: 'Nous serons debout.' }
  await server.ask('POST', '/api/forums/essai/commands', { token: ana.token, body })
  const { seq } = server.forum.board
  const reason = { sessionId: sessionId(1), seq, at: before, by: ana.person.id, reason: 'Nous serons debout.' }
  expect(await read(team)).toMatchObject({ status: 200, headers: { 'cache-control': 'no-store' } })
  expect((await read(team)).body).toEqual({ reasons: [reason] })
  await server.command(ana, { type: 'release', sessionId: sessionId(1) })
  expect((await read(team)).body).toEqual({ reasons: [] })
})

test('I12 nobody else reads them, their author neither', async () => {
  expect([(await server.ask('GET', url)).status, (await read(ana)).status]).toEqual([401, 403])
})
