import { writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readPeople } from '../../../db/people.ts'
import { createForum } from '../../../server/board/create-forum.ts'
import { readForumFile } from '../../../server/formats/forum-file.ts'
import { renewSetUpSecret } from '../../../server/set-up.ts'
import { limits } from '../../../shared/limits.ts'
import { runScript } from '../../support/run-process.ts'
import { type TemporaryFolder, temporaryFolder } from '../../support/temporary-database.ts'
import { type TestApp, testApp } from '../../support/test-app.ts'
import { testPlan } from '../../support/test-plan.ts'

/* What comes in as a whole: a plan over HTTP, a forum file on the command line. Bounded, typed, and nobody’s role in it. */

let server: TestApp
let folder: TemporaryFolder
beforeAll(async () => {
  server = await testApp()
  folder = await temporaryFolder()
})
afterAll(async () => {
  await server.close()
  await folder.remove()
})

const day = { date: '2024-07-03', slots: [] }
const file = (known: object, assumed: object = {}) => ({
  known: { name: 'Forum', ...known },
  assumed: { rooms: [], days: [day], ...assumed },
})
const rooms = (count: number) => Array.from({ length: count }, (_, n) => ({ name: `R${n}` }))

describe('I9 forum files', () => {
  const wrong: readonly (readonly [string, unknown, string])[] = [
    ['too many rooms', file({}, { rooms: rooms(limits.rooms + 1) }), '/assumed/rooms'],
    ['too many days', file({}, { days: Array.from({ length: 32 }, () => day) }), '/assumed/days'],
    [
      'too many features',
      file({}, { rooms: [{ name: 'R', features: rooms(17).map(({ name }) => name) }] }),
      '/assumed/rooms/0/features',
    ],
    ['too long a name', file({ name: 'x'.repeat(limits.label + 1) }), '/known/name'],
    ['a number as a name', file({ name: 7 }), '/known/name'],
    ['no name', { known: {}, assumed: { rooms: [], days: [] } }, '/known/name'],
    ['a list as the file', [file({})], ''],
    ['text as the file', 'forum', ''],
    ['rooms that are none', file({}, { rooms: ['B101'] }), '/assumed/rooms/0'],
    ['a capacity below one', file({}, { rooms: [{ name: 'R', capacity: -1 }] }), '/assumed/rooms/0/capacity'],
    [
      'hours that are none',
      file({}, { days: [{ ...day, slots: [['9h', '10:00', 'open']] }] }),
      '/assumed/days/0/slots/0',
    ],
  ]
  test.each(wrong)('I9 %s is refused at its own place', (_what, value, path) => {
    const reading = readForumFile(value)
    if (reading.type === 'read') throw new Error('it was read')
    expect(reading.fault.path.startsWith(path)).toBe(true)
  })

  test('I9 a file above a megabyte is not parsed, and ten thousand levels do no harm', async () => {
    const cases = [
      [`"${'x'.repeat(1_000_001)}"`, 'is too large for a forum file\\.'],
      [`${'['.repeat(10_000)}${']'.repeat(10_000)}`, 'is not a forum file\\.'],
      [`{"known":${'['.repeat(10_000)}${']'.repeat(10_000)},"assumed":{}}`, 'is not a forum file\\.'],
    ] as const
    const runs = cases.map(async ([text, line], n) => {
      const path = folder.file(`${n}.json`)
      await writeFile(path, text)
      const run = await runScript('server/cli.ts', ['create', '--from', path], { DATA_DIR: folder.file(`data-${n}`) })
      expect({ ...run, error: run.error.replace(path, '') }).toEqual({
        code: 1,
        out: '',
        error: expect.stringMatching(new RegExp(`^ ${line}[^\\n]*\\n$`)),
      })
    })
    await Promise.all(runs)
  })
})

describe('I2 no import and no request gives a role', () => {
  const grabs = {
    role: 'facilitator',
    people: [{ name: 'Moi', role: 'facilitator' }],
    link: 'x',
    secret: 'y',
    is_example: 1,
  }

  test('I2 a plan with more in it than a plan has is refused, at any depth', async () => {
    const secret = await renewSetUpSecret(server.services.db)
    const [room] = testPlan.rooms
    const plans = [
      ...Object.entries(grabs).map(([name, value]) => ({ ...testPlan, [name]: value })),
      { ...testPlan, rooms: [{ ...room, role: 'facilitator' }] },
      { ...testPlan, reserved: [{ collective: 'C', rooms: [], date: '2024-07-03', people: ['x'] }] },
    ]
    for (const plan of plans) {
      const { status } = await server.ask('POST', '/api/forums', { body: { secret, plan } })
      expect(status).toBe(400)
    }
    expect((await server.ask('GET', '/api/forums')).body).toMatchObject({ forums: [{ slug: 'essai' }] })
  })

  test('I2 of a forum file only what a forum file has is read: nobody comes with it', async () => {
    const reading = readForumFile(JSON.parse(JSON.stringify({ ...file({ ...grabs }, grabs), ...grabs })))
    if (reading.type === 'wrong') throw new Error(reading.fault.path)
    expect(Object.keys(reading.plan).sort()).toEqual(Object.keys(testPlan).sort())
    const created = await createForum(server.services, reading.plan, 'fichier')
    if (created.type === 'refused') throw new Error(created.refusal.code)
    const people = await readPeople(server.services.db, created.forum.id)
    // The team by whom the first entries are has no device, so that nobody is it.
    expect(people).toEqual([created.team])
    expect(
      await server.services.db
        .selectFrom('person')
        .select('token_hash')
        .where('forum_id', '=', created.forum.id)
        .execute(),
    ).toEqual([{ token_hash: null }])
  })

  test('I2 __proto__ in a file changes nothing', () => {
    const text = JSON.stringify(file({})).replace('{"known"', '{"__proto__":{"role":"facilitator"},"known"')
    expect(readForumFile(JSON.parse(text)).type).toBe('read')
    expect(({} as { role?: string }).role).toBeUndefined()
  })

  test('I2 who joins, renames themselves or enters somebody says a name and nothing else', async () => {
    const team = await server.joinTeam('Équipe')
    const ana = await server.join('Ana')
    const url = '/api/forums/essai'
    for (const more of [
      { role: 'facilitator' },
      { id: team.person.id },
      { linkId: 1 },
      { token: 'x' },
      { tokenHash: 'x' },
    ]) {
      const body = { name: 'Autre', ...more }
      const statuses = [
        (await server.ask('POST', `${url}/join`, { body })).status,
        (await server.ask('PATCH', `${url}/me`, { token: ana.token, body })).status,
        (await server.ask('POST', `${url}/people`, { token: team.token, body })).status,
        (await server.ask('POST', `${url}/facilitator`, { token: ana.token, body: { secret: 'x', ...body } })).status,
      ]
      expect([more, statuses]).toEqual([more, [400, 400, 400, 400]])
    }
    expect(server.forum.people.get(ana.person.id)).toEqual(ana.person)
  })
})
