import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { propose, sessionId } from '../../support/boards.ts'
import { handPhone } from '../../support/socket-pair.ts'
import { type TestApp, testApp } from '../../support/test-app.ts'

let server: TestApp
beforeEach(async () => {
  server = await testApp()
})
afterEach(() => server.close())

const url = '/api/forums/essai'

// None of these is in the log, so none of them passes the committer.
test.each([
  ['a star', (token: string) => server.ask('PUT', `${url}/stars/${sessionId(1)}`, { token, body: { on: true } })],
  ['a name', () => server.ask('POST', `${url}/join`, { body: { name: 'Tard' } })],
])('L8 where %s can’t be saved the disk is asked, and all phones hear that nothing can', async (_what, write) => {
  const ana = await server.join('Ana')
  expect((await server.command(ana, propose(1))).status).toBe(200)
  const phone = handPhone(server.forum, server.services.clock)
  phone.hello()
  phone.flush()
  const told = new Promise<void>((resolve) => server.services.troubles.onChange(resolve))
  await sql`pragma query_only = on`.execute(server.database.db)
  expect((await write(ana.token)).status).toBe(503)
  await told
  expect(phone.flush().filter(({ type }) => type === 'trouble')).toEqual([
    { type: 'trouble', readOnly: true, mismatch: false },
  ])
  await sql`pragma query_only = off`.execute(server.database.db)
})
