import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { setInterest } from '../../../db/interest.ts'
import { revokeLinks } from '../../../db/links.ts'
import { migrate } from '../../../db/migrate.ts'
import { openDatabase } from '../../../db/open.ts'
import type { Database } from '../../../db/tables.ts'
import { createForum } from '../../../server/board/create-forum.ts'
import { createCore } from '../../../server/core.ts'
import { silentLog } from '../../../server/log.ts'
import type { Core } from '../../../server/services.ts'
import { before, propose, sessionId } from '../../support/boards.ts'
import { greetedPhone } from '../../support/greeted-phone.ts'
import { type TestApp, testApp } from '../../support/test-app.ts'
import { testPlan } from '../../support/test-plan.ts'
import { type VirtualTime, virtualTime } from '../../support/virtual-time.ts'

let server: TestApp
let time: VirtualTime
let otherDb: Database
let other: Core

beforeEach(async () => {
  time = virtualTime(before)
  server = await testApp({ clock: time })
  otherDb = await openDatabase(server.database.file)
  await migrate(otherDb)
  other = await createCore(otherDb, time, silentLog)
})
afterEach(async () => {
  await otherDb.destroy()
  await server.close()
})

test('L7 entries of another process reach the phones of this one', async () => {
  const phone = greetedPhone(server.forum, time)
  const theirs = await other.forums.find('essai')
  const actor = { personId: 'cli', role: 'facilitator' } as const
  await theirs?.board.submit({ id: randomUUID(), command: { type: 'frame-forum', theme: 'De loin' }, actor })
  expect(await server.tail.look()).toBe(true)
  await server.services.committer.idle()
  expect(phone.flush()).toMatchObject([{ type: 'entries', entries: [{ by: 'cli' }] }])
  expect(server.forum.board.board.frame.theme).toBe('De loin')
  expect(await server.tail.look()).toBe(false)
})

test('it looks by itself, every second', async () => {
  const theirs = await other.forums.find('essai')
  const actor = { personId: 'cli', role: 'facilitator' } as const
  await theirs?.board.submit({ id: randomUUID(), command: { type: 'frame-forum', theme: 'De loin' }, actor })
  await expect
    .poll(() => {
      time.advance(1000)
      return server.forum.board.board.frame.theme
    })
    .toBe('De loin')
})

test('a forum that another process made is found at once', async () => {
  expect((await server.ask('GET', '/api/forums/voisin')).status).toBe(404)
  await createForum(other, testPlan, 'voisin')
  expect((await server.ask('GET', '/api/forums/voisin')).body).toMatchObject({
    board: { frame: { name: testPlan.name } },
  })
})

test('I3 a link that another process revoked takes the rights away from open sockets too', async () => {
  const { person, token } = await server.joinTeam('Camille')
  const phone = greetedPhone(server.forum, time, person)
  await revokeLinks(otherDb, server.forum.id, time.now())
  await server.tail.look()
  expect(phone.flush()[0]).toEqual({ type: 'you', you: { ...person, role: 'participant' } })
  expect(phone.end).toEqual({ type: 'closed', code: 1008, reason: 'role-changed' })
  expect((await server.command({ person, token }, { type: 'open-door', door: 'claim' })).status).toBe(403)
})

test('I3 a link that is revoked before the first look ends at once too', async () => {
  const { person } = await server.joinTeam('Camille')
  await revokeLinks(otherDb, server.forum.id, time.now())
  expect(await server.tail.look()).toBe(true)
  expect(server.forum.people.get(person.id)).toEqual({ ...person, role: 'participant' })
})

test('I3 what could not be read is read by the next look, although nobody wrote since', async () => {
  const { person } = await server.joinTeam('Camille')
  await revokeLinks(otherDb, server.forum.id, time.now())
  // Only this connection sees it: the table is hidden behind a view that can’t be read.
  await sql`create temp view person as select * from nowhere`.execute(server.database.db)
  await expect(server.tail.look()).rejects.toThrow()
  await sql`drop view temp.person`.execute(server.database.db)
  expect(server.forum.people.get(person.id)?.role).toBe('facilitator')
  expect(await server.tail.look()).toBe(true)
  expect(server.forum.people.get(person.id)?.role).toBe('participant')
  expect(await server.tail.look()).toBe(false)
})

test('stars that another process gave, or erased with somebody, are counted', async () => {
  const ana = await server.join('Ana')
  const brieuc = await server.join('Brieuc')
  await server.command(ana, propose(1))
  await server.forum.interest.set(brieuc.person.id, sessionId(1), true)
  const star = { personId: ana.person.id, sessionId: sessionId(1), on: true, at: before }
  await setInterest(otherDb, server.forum.id, [star])
  await server.tail.look()
  expect(server.forum.interest.count(sessionId(1))).toBe(2)
  await otherDb.deleteFrom('person').where('id', '=', brieuc.person.id).execute()
  await server.tail.look()
  expect(server.forum.interest.count(sessionId(1))).toBe(1)
  expect(server.forum.interest.starsOf(brieuc.person.id)).toEqual([])
})
