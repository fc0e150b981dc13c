import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { propose, sessionId } from '../../support/boards.ts'
import { type Device, type TestApp, testApp } from '../../support/test-app.ts'

let server: TestApp
let ana: Device

beforeAll(async () => {
  server = await testApp()
  ana = await server.join('Ana')
  await server.command(ana, propose(1))
  // Every write fails from here on, as on a full disk.
  await sql`pragma query_only = on`.execute(server.database.db)
})
afterAll(() => server.close())

const url = '/api/forums/essai'

test('L8 while the disk takes no writes, what would write answers 503 and says when to try again', async () => {
  const { token } = ana
  const command = await server.command(ana, propose(2))
  expect(command).toMatchObject({ status: 503, body: { error: { code: 'not-saved' }, refusal: { code: 'not-saved' } } })
  expect(await server.command(ana, propose(3))).toMatchObject({ status: 503, body: { error: { code: 'read-only' } } })
  const asked = [
    server.ask('POST', `${url}/join`, { body: { name: 'Tard' } }),
    server.ask('PATCH', `${url}/me`, { token, body: { name: 'Autre' } }),
    server.ask('PUT', `${url}/stars/${sessionId(1)}`, { token, body: { on: true } }),
    server.ask('POST', `${url}/facilitator`, { token, body: { secret: server.secret } }),
  ]
  for (const { status, headers, body } of await Promise.all(asked)) {
    expect({ status, retry: headers['retry-after'] }).toEqual({ status: 503, retry: '5' })
    expect(body).toEqual({
      error: {
        code: 'not-saved',
        message: 'Le serveur n’a pas pu enregistrer : rien n’a changé, réessayez dans un instant.',
      },
    })
  }
})

test('L8 many who ask at one moment whether the disk takes writes ask it once', async () => {
  const well = await testApp()
  const { committer } = well.services
  const asked = committer.probe()
  expect(committer.probe()).toBe(asked)
  await asked
  const again = committer.probe()
  expect(again).not.toBe(asked)
  await again
  await well.close()
})

test('L8 reading goes on, and shows nothing that was not saved', async () => {
  const { status, body } = await server.ask('GET', url)
  expect(status).toBe(200)
  expect(body).toMatchObject({ board: { sessions: [{ id: sessionId(1) }] }, counts: {} })
  expect((await server.ask('GET', `${url}/me`, { token: ana.token })).body).toMatchObject({
    person: ana.person,
    stars: [],
  })
})
