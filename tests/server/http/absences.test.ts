import { afterAll, beforeAll, expect, test } from 'vitest'
import { replaceAbsences } from '../../../db/absences.ts'
import { migrate } from '../../../db/migrate.ts'
import { openDatabase } from '../../../db/open.ts'
import { limits } from '../../../shared/limits.ts'
import type { Absence } from '../../../shared/protocol.ts'
import { before, claim, propose, sessionId } from '../../support/boards.ts'
import { type Device, type TestApp, testApp } from '../../support/test-app.ts'
import { slotId } from '../../support/test-plan.ts'
import { virtualTime } from '../../support/virtual-time.ts'

const time = virtualTime(before)
let server: TestApp
let ana: Device
let brieuc: Device
let team: Device

beforeAll(async () => {
  server = await testApp({ clock: time })
  ana = await server.join('Ana')
  brieuc = await server.join('Brieuc')
  team = await server.joinTeam('Camille')
  await server.command(ana, propose(1))
})
afterAll(() => server.close())

const mine = '/api/forums/essai/me/absences'
const of = ({ person }: Device) => `/api/forums/essai/people/${person.id}/absences`
const day = '2024-07-03'
const notBefore: Absence = { date: day, from: null, until: '11:00' }
const wholeDay: Absence = { date: '2024-07-04', from: null, until: null }
const say = (device: Device, absences: unknown, path = mine) =>
  server.ask('PUT', path, { token: device.token, body: { absences } })
const read = (device: Device, path = mine) => server.ask('GET', path, { token: device.token })

test('L18 a person says when they can’t be there, reads it, corrects it and takes it back', async () => {
  expect((await read(ana)).body).toEqual({ absences: [] })
  expect(await say(ana, [notBefore, wholeDay])).toMatchObject({
    status: 200,
    body: { absences: [notBefore, wholeDay] },
  })
  expect(await read(ana)).toMatchObject({
    status: 200,
    headers: { 'cache-control': 'no-store' },
    body: { absences: [notBefore, wholeDay] },
  })
  await say(ana, [wholeDay])
  expect((await read(ana)).body).toEqual({ absences: [wholeDay] })
  await say(ana, [])
  expect((await read(ana)).body).toEqual({ absences: [] })
})

test('I11 nobody reads those of others but the team, who may also say them', async () => {
  await say(ana, [notBefore])
  expect((await read(brieuc)).body).toEqual({ absences: [] })
  const statuses = [
    (await server.ask('GET', mine)).status,
    (await server.ask('PUT', mine, { body: { absences: [] } })).status,
    (await server.ask('GET', of(ana))).status,
    (await read(brieuc, of(ana))).status,
    (await say(brieuc, [], of(ana))).status,
    (await read(ana, of(ana))).status,
  ]
  expect(statuses).toEqual([401, 401, 401, 403, 403, 403])
  expect((await read(team, of(ana))).body).toEqual({ absences: [notBefore] })
  expect((await say(team, [wholeDay], of(brieuc))).body).toEqual({ absences: [wholeDay] })
  expect((await read(brieuc)).body).toEqual({ absences: [wholeDay] })
  const nobody = await read(team, '/api/forums/essai/people/nobody/absences')
  expect(nobody).toMatchObject({ status: 404, body: { error: { code: 'unknown-person' } } })
  await say(brieuc, [])
})

test('I11 what everybody is sent says nothing of them', async () => {
  await say(ana, [{ date: '2031-12-24', from: '03:17', until: null }])
  const sent = [
    await server.ask('GET', '/api/forums/essai'),
    await server.ask('GET', '/api/forums/essai/agenda.json'),
    await server.ask('GET', '/api/forums/essai/entries', { token: team.token }),
  ].map(({ body }) => JSON.stringify(body))
  expect(
    sent.filter((text) => text.includes('03:17') || text.includes('2031-12-24') || text.includes('bsence')),
  ).toEqual([])
})

test('I11 who tries somebody else’s card is not told whether its host is away', async () => {
  await say(ana, [notBefore])
  const strange = await server.command(brieuc, claim(1, 'b101', slotId('0930')))
  expect(strange).toMatchObject({
    status: 403,
    body: { refusal: { code: 'actor-may', findings: [{ rule: 'actor-may' }] } },
  })
  expect(JSON.stringify(strange.body)).not.toContain('host-available')
  const teams = await server.command(team, claim(1, 'b101', slotId('0930')))
  expect(teams).toMatchObject({
    body: { refusal: { findings: [{ rule: 'host-available', facts: { kind: 'other' } }] } },
  })
})

test('L18 the rules follow at once: a claim then is asked for a reason, and no more once it is taken back', async () => {
  await say(ana, [notBefore])
  const cell = claim(1, 'b101', slotId('0930'))
  expect(await server.command(ana, cell)).toMatchObject({
    status: 409,
    body: { refusal: { code: 'host-available', findings: [{ level: 'needs-reason', facts: { kind: 'you' } }] } },
  })
  await say(ana, [])
  expect((await server.command(ana, cell)).status).toBe(200)
  await server.command(ana, { type: 'release', sessionId: sessionId(1) })
})

test('L18 what another process writes is followed, and somebody who is erased has none', async () => {
  const db = await openDatabase(server.database.file)
  await migrate(db)
  await replaceAbsences(db, server.forum.id, brieuc.person.id, [notBefore])
  await server.tail.look()
  expect((await read(brieuc)).body).toEqual({ absences: [notBefore] })
  const lost = await server.join('Passante')
  await say(lost, [wholeDay])
  await db.deleteFrom('person').where('id', '=', lost.person.id).execute()
  await server.tail.look()
  await db.destroy()
  expect([server.forum.absences.of(lost.person.id), (await read(team, of(lost))).status]).toEqual([[], 404])
})

test.each([
  ['no list', undefined, '/absences', 'ce champ manque.'],
  [
    'a list too long',
    Array.from({ length: limits.absencesPerPerson + 1 }, (_, n) => ({ ...notBefore, until: `11:${n + 10}` })),
    '/absences',
    'trop d’éléments (au plus 20).',
  ],
  ['one twice', [notBefore, { ...notBefore }], '/absences', 'un élément s’y trouve deux fois.'],
  [
    'a date that is none',
    [{ ...notBefore, date: '3 juillet' }],
    '/absences/0/date',
    'cette valeur n’a pas la forme attendue.',
  ],
  [
    'a day that is not in the calendar',
    [wholeDay, { ...notBefore, date: '2024-02-30' }],
    '/absences/1/date',
    'ce jour n’est pas au calendrier.',
  ],
  [
    'a day before all calendars',
    [{ ...notBefore, date: '0000-01-01' }],
    '/absences/0/date',
    'ce jour n’est pas au calendrier.',
  ],
  [
    'a day after all calendars',
    [{ ...wholeDay, date: '9999-12-31' }],
    '/absences/0/date',
    'ce jour n’est pas au calendrier.',
  ],
  [
    'an hour that is none',
    [{ ...notBefore, until: '24:00' }],
    '/absences/0/until',
    'cette valeur n’a pas la forme attendue.',
  ],
  [
    'an end before its start',
    [{ date: day, from: '14:00', until: '09:00' }],
    '/absences/0/until',
    'attendu : une heure après 14:00.',
  ],
  [
    'nothing at all',
    [{ date: day, from: null, until: '00:00' }],
    '/absences/0/until',
    'attendu : une heure après 00:00.',
  ],
  ['something else', [{ ...notBefore, why: 'x' }], '/absences/0/why', 'ce champ est inconnu ici.'],
])('L18 %s is refused with a sentence, and nothing changes', async (_what, absences, path, sentence) => {
  time.advance(10_000)
  await say(ana, [wholeDay])
  const { status, body } = await say(ana, absences)
  expect({ status, body }).toEqual({
    status: 400,
    body: { error: { code: 'malformed', message: `${path}\u00a0: ${sentence}`, path } },
  })
  expect((await read(ana)).body).toEqual({ absences: [wholeDay] })
})

test('I4 saying it costs from the same purse as acting', async () => {
  const { token, person } = await server.join('Pressé')
  const statuses: number[] = []
  for (let n = 0; n <= limits.commandBurst; n += 1) statuses.push((await say({ token, person }, [])).status)
  expect(statuses.filter((status) => status === 429).length).toBe(1)
})
