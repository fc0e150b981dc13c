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
})
afterAll(() => server.close())

const url = '/api/forums/essai/checks'
const read = (device?: Device) => server.ask('GET', url, device === undefined ? {} : { token: device.token })
const checks = async () =>
  (await read(team)).body as {
    problems: { sessionId: string; findings: { rule: string; message: string }[]; mendings: unknown[] }[]
    affected: Record<string, string[]>
  }

test('B24 the desk reads what stands against a rule, in words, with cells that would mend it', async () => {
  expect((await checks()).problems).toEqual([])
  await server.command(team, { type: 'edit-room', roomId: 'b101', capacity: 80 })
  await server.command(ana, propose(1, { expected: 60 }))
  await server.command(ana, claim(1, 'b102', slotId('0930')))
  const { problems, affected } = await checks()
  expect(problems.map(({ sessionId: id, findings }) => [id, findings.map(({ message }) => message)])).toEqual([
    [sessionId(1), ['B102 a 40 places, environ 60 personnes viendront.']],
  ])
  expect(problems[0]?.mendings[0]).toEqual({ roomId: 'b101', slotId: slotId('0930') })
  expect(affected['room-holds']).toEqual([sessionId(1)])
})

test('B22 a rule that is off says nothing, and whom it would speak of is still told', async () => {
  await server.command(team, { type: 'set-rule', rule: 'room-holds', level: 'off' })
  const { problems, affected } = await checks()
  expect([problems, affected['room-holds']]).toEqual([[], [sessionId(1)]])
})

test('B24 absences that only the server knows count too, and do not say whose', async () => {
  const absences = [{ date: '2024-07-03', from: null, until: '11:00' }]
  await server.ask('PUT', '/api/forums/essai/me/absences', { token: ana.token, body: { absences } })
  const found = (await checks()).problems.flatMap(({ findings }) => findings)
  expect(found.map(({ rule }) => rule)).toEqual(['host-available'])
  expect(JSON.stringify(found)).not.toContain(ana.person.id)
})

test('B24 desks that ask at once get the same answer, each in its language', async () => {
  const ask = async (language: string): Promise<Awaited<ReturnType<typeof checks>>> => {
    const { body } = await server.ask('GET', url, { token: team.token, headers: { 'accept-language': language } })
    return body as Awaited<ReturnType<typeof checks>>
  }
  const [french, again, english] = await Promise.all([ask('fr'), ask('fr'), ask('en')])
  expect(again).toEqual(french)
  expect(english.problems.map(({ sessionId: id }) => id)).toEqual(french.problems.map(({ sessionId: id }) => id))
  expect(english.problems[0]?.findings[0]?.message).not.toBe(french.problems[0]?.findings[0]?.message)
})

test('I12 only the team reads the problems of a board', async () => {
  expect([(await read()).status, (await read(ana)).status]).toEqual([401, 403])
})
