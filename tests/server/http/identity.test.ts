import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createForum } from '../../../server/board/create-forum.ts'
import { propose, sessionId } from '../../support/boards.ts'
import { type TestApp, testApp } from '../../support/test-app.ts'
import { testPlan } from '../../support/test-plan.ts'

let server: TestApp
beforeAll(async () => {
  server = await testApp()
})
afterAll(() => server.close())

const essai = '/api/forums/essai'
const inject = (
  method: 'GET' | 'POST' | 'PUT' | 'PATCH',
  url: string,
  headers: Record<string, string>,
  payload?: object,
) => server.app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) })

test('I1 joining takes a name, gives a token of 256 bits and the same in a cookie that scripts can’t read', async () => {
  const response = await inject('POST', `${essai}/join`, {}, { name: '  Ana\u202e  Le   Goff ' })
  expect(response.statusCode).toBe(201)
  const { person, token } = response.json()
  expect(person).toEqual({ id: expect.any(String), name: 'Ana Le Goff', role: 'participant' })
  expect(Buffer.from(token, 'base64url').length).toBe(32)
  const cookie = String(response.headers['set-cookie'])
  expect(cookie).toBe(`forum-essai=${token}; Max-Age=15552000; Path=/; HttpOnly; SameSite=Strict`)
})

test.each([
  ['spaces', '"   "'],
  ['soft hyphens and joiners', '"\\u00ad\\u200c\\u200d"'],
  ['Hangul fillers', '"\\u3164 \\u115f\\uffa0"'],
])('B14 a name of %s shows nothing, and is refused in words', async (_what, name) => {
  const payload = `{"name":${name}}`
  const headers = { 'content-type': 'application/json', 'accept-language': 'en' }
  const response = await server.app.inject({ method: 'POST', url: `${essai}/join`, headers, payload })
  expect({ status: response.statusCode, body: response.json() }).toEqual({
    status: 400,
    body: {
      error: {
        code: 'malformed',
        message: '/name: nothing of this text can be seen: write at least one letter.',
        path: '/name',
      },
    },
  })
})

test('B14 half a character in a name is kept as what the database gives back', async () => {
  const headers = { 'content-type': 'application/json' }
  const payload = '{"name":"Zo\\ud800é"}'
  const response = await server.app.inject({ method: 'POST', url: `${essai}/join`, headers, payload })
  const { person } = response.json()
  expect(person.name).toBe('Zo\ufffdé')
  await server.forum.people.refresh()
  expect(server.forum.people.get(person.id)).toEqual(person)
})

test('I1 only hashes are stored', async () => {
  const device = await server.joinTeam('Secrète')
  const { db } = server.database
  const people = await db.selectFrom('person').select('token_hash').where('name', '=', 'Secrète').execute()
  const links = await db.selectFrom('link').select('secret_hash').execute()
  expect(people.map(({ token_hash }) => token_hash?.length)).toEqual([43])
  const stored = JSON.stringify([people, links])
  expect(stored).not.toContain(device.token)
  expect(stored).not.toContain(server.secret)
  expect(Buffer.from(server.secret, 'base64url').length).toBe(16)
})

test('I2 the cookie serves as well as the bearer token, and is used for nothing in its own stead', async () => {
  const { person, token } = await server.join('Cookie')
  const byCookie = await inject('GET', `${essai}/me`, { cookie: `forum-essai=${token}` })
  expect(byCookie.json()).toEqual({ person, stars: [], undo: null })
  const byBearer = await inject('GET', `${essai}/me`, { authorization: `Bearer ${token}` })
  expect(byBearer.json()).toEqual({ person, stars: [], undo: null })
  // A wrong bearer is not mended by a right cookie.
  const both = { cookie: `forum-essai=${token}`, authorization: 'Bearer wrong' }
  expect((await inject('GET', `${essai}/me`, both)).statusCode).toBe(401)
})

test('a device that joins again keeps its person, under the new name', async () => {
  const { person, token } = await server.join('Yann')
  const again = await inject('POST', `${essai}/join`, { cookie: `forum-essai=${token}` }, { name: 'Yannick' })
  expect(again.statusCode).toBe(201)
  expect(again.json()).toEqual({ person: { ...person, name: 'Yannick' }, token })
})

test('I2 a token of one forum is nothing in another', async () => {
  const created = await createForum(server.services, testPlan, 'autre')
  if (created.type === 'refused') throw new Error('no second forum')
  const here = await server.joinTeam('Équipe')
  await server.command(here, propose(40))
  const foreign = { authorization: `Bearer ${here.token}` }
  const other = '/api/forums/autre'
  const asked = [
    inject('GET', `${other}/me`, foreign),
    inject('PATCH', `${other}/me`, foreign, { name: 'X' }),
    inject('GET', `${other}/entries`, foreign),
    inject('POST', `${other}/people`, foreign, { name: 'X' }),
    inject('POST', `${other}/links`, foreign, {}),
    inject('PUT', `${other}/stars/${sessionId(40)}`, foreign, { on: true }),
    inject('POST', `${other}/commands`, foreign, { id: sessionId(900), command: propose(41) }),
    inject('POST', `${other}/facilitator`, foreign, { secret: created.secret }),
    inject('GET', `${other}/me`, { cookie: `forum-autre=${here.token}; forum-essai=${here.token}` }),
  ]
  expect((await Promise.all(asked)).map(({ statusCode }) => statusCode)).toEqual(Array(9).fill(401))
  // A secret of this forum opens nothing there.
  const joined = (await inject('POST', `${other}/join`, {}, { name: 'Là' })).json()
  const wrong = await inject(
    'POST',
    `${other}/facilitator`,
    { authorization: `Bearer ${joined.token}` },
    { secret: server.secret },
  )
  expect(wrong.statusCode).toBe(403)
})

describe('I3 the facilitator link', () => {
  test('makes a facilitator of the same person', async () => {
    const { person, token } = await server.join('Camille')
    const { status, body } = await server.ask('POST', `${essai}/facilitator`, {
      token,
      body: { secret: server.secret },
    })
    expect({ status, body }).toEqual({ status: 200, body: { person: { ...person, role: 'facilitator' } } })
    expect((await server.ask('GET', `${essai}/me`, { token })).body).toMatchObject({ person: { role: 'facilitator' } })
  })

  test('wants a name: from joining before, or along with the secret', async () => {
    const { secret } = server
    const without = await server.ask('POST', `${essai}/facilitator`, { body: { secret } })
    expect(without).toMatchObject({ status: 401, body: { error: { code: 'not-joined' } } })
    const along = await server.ask('POST', `${essai}/facilitator`, { body: { secret, name: 'Dominique' } })
    expect(along).toMatchObject({ status: 200, body: { person: { name: 'Dominique', role: 'facilitator' } } })
    const { token } = along.body as { token: string }
    expect((await server.ask('GET', `${essai}/entries`, { token })).status).toBe(200)
  })

  test('with a wrong secret changes nothing', async () => {
    const { token } = await server.join('Curieuse')
    const { status, body } = await server.ask('POST', `${essai}/facilitator`, {
      token,
      body: { secret: 'x'.repeat(22) },
    })
    expect(status).toBe(403)
    expect(body).toEqual({ error: { code: 'wrong-secret', message: 'Ce lien n’est pas valable, ou ne l’est plus.' } })
    expect((await server.ask('GET', `${essai}/me`, { token })).body).toMatchObject({ person: { role: 'participant' } })
  })

  test('that is revoked ends with the rights of all who came by it, but of who revoked it', async () => {
    const asks = await server.joinTeam('Qui révoque')
    const other = await server.joinTeam('Autre')
    const made = await server.ask('POST', `${essai}/links`, { token: asks.token, body: { revoke: true } })
    const { secret, link } = made.body as { secret: string; link: string }
    expect(made.status).toBe(201)
    expect(link).toBe(`http://localhost:3000/essai/desk#${secret}`)
    const roles = await Promise.all(
      [asks, other].map(async ({ token }) => (await server.ask('GET', `${essai}/me`, { token })).body),
    )
    expect(roles).toMatchObject([{ person: { role: 'facilitator' } }, { person: { role: 'participant' } }])
    const old = await server.ask('POST', `${essai}/facilitator`, {
      token: other.token,
      body: { secret: server.secret },
    })
    expect(old.status).toBe(403)
    const renewed = await server.ask('POST', `${essai}/facilitator`, { token: other.token, body: { secret } })
    expect(renewed.body).toMatchObject({ person: { role: 'facilitator' } })
  })
})

describe('under https', () => {
  test('the cookie is Secure and bound to the host, and the browser is told to stay', async () => {
    const https = await testApp({ environment: { PUBLIC_URL: 'https://forum.example.org' } })
    const response = await https.app.inject({ method: 'POST', url: `${essai}/join`, payload: { name: 'Ana' } })
    const { token } = response.json()
    expect(response.headers['set-cookie']).toBe(
      `__Host-forum-essai=${token}; Max-Age=15552000; Path=/; HttpOnly; Secure; SameSite=Strict`,
    )
    expect(response.headers['strict-transport-security']).toBe('max-age=31536000')
    const headers = { cookie: `__Host-forum-essai=${token}` }
    expect((await https.app.inject({ method: 'GET', url: `${essai}/me`, headers })).statusCode).toBe(200)
    // A neighbour on the same domain could plant this one.
    const planted = { cookie: `forum-essai=${token}` }
    expect((await https.app.inject({ method: 'GET', url: `${essai}/me`, headers: planted })).statusCode).toBe(401)
    await https.close()
  })
})
