import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { renewSetUpSecret } from '../../../server/set-up.ts'
import { limits } from '../../../shared/limits.ts'
import { claim, propose } from '../../support/boards.ts'
import { type TestApp, testApp } from '../../support/test-app.ts'
import { slotId, testPlan } from '../../support/test-plan.ts'

let server: TestApp
beforeEach(async () => {
  server = await testApp()
})
afterEach(() => server.close())

/** A body of exactly so many bytes. */
const padded = (body: Record<string, unknown>, bytes: number): object => {
  const bare = Buffer.byteLength(JSON.stringify({ ...body, padding: '' }))
  return { ...body, padding: 'x'.repeat(bytes - bare) }
}

describe('I9 caps over HTTP', () => {
  test('I9 bodyBytes: a larger body is not read', async () => {
    const { token } = await server.join('Ana')
    const send = (bytes: number) => server.ask('POST', '/api/forums/essai/commands', { token, body: padded({}, bytes) })
    // What is read is then found to be no command.
    expect((await send(limits.bodyBytes)).status).toBe(400)
    expect((await send(limits.bodyBytes + 1)).status).toBe(413)
  })

  test('I9 planBytes: the body that sets a forum up may be larger, and no larger than that', async () => {
    const secret = await renewSetUpSecret(server.services.db)
    const send = (bytes: number) =>
      server.ask('POST', '/api/forums', { body: padded({ secret, plan: testPlan }, bytes) })
    expect((await send(limits.planBytes)).status).toBe(400)
    expect((await send(limits.planBytes + 1)).status).toBe(413)
  })

  test('I9 peoplePerForum: one more is told so, who is there stays', async () => {
    const ana = await server.join('Ana')
    await sql`insert into person (forum_id, id, name, role, created_at)
      with recursive counted(n) as (select 1 union all select n + 1 from counted limit ${limits.peoplePerForum})
      select ${server.forum.id}, 'p' || n, 'P', 'participant', 1 from counted
      limit ${limits.peoplePerForum - server.forum.people.size - 1}`.execute(server.services.db)
    await server.forum.people.refresh()
    await server.join('La dernière')
    expect(server.forum.people.size).toBe(limits.peoplePerForum)
    const { status, body } = await server.ask('POST', '/api/forums/essai/join', { body: { name: 'Trop' } })
    expect({ status, body }).toMatchObject({ status: 409, body: { refusal: { code: 'too-many' } } })
    expect((await server.command(ana, propose(1))).status).toBe(200)
  })

  test('I9 alternatives: a refused claim offers so many, however many cells are free', async () => {
    const [ana, brieuc] = [await server.join('Ana'), await server.join('Brieuc')]
    await server.command(ana, propose(1))
    await server.command(brieuc, propose(2))
    await server.command(ana, claim(1, 'b101', slotId('0930')))
    const { body } = await server.command(brieuc, claim(2, 'b101', slotId('0930')))
    const { refusal } = body as { refusal: { alternatives: readonly object[] } }
    expect(refusal.alternatives.length).toBe(limits.alternatives)
  })
})
