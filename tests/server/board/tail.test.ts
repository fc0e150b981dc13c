import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { revokeLinks } from '../../../db/links.ts'
import { migrate } from '../../../db/migrate.ts'
import { openDatabase } from '../../../db/open.ts'
import type { Database } from '../../../db/tables.ts'
import { createForum } from '../../../server/board/create-forum.ts'
import { createCore } from '../../../server/core.ts'
import { silentLog } from '../../../server/log.ts'
import type { Core } from '../../../server/services.ts'
import { before } from '../../support/boards.ts'
import { handPhone } from '../../support/socket-pair.ts'
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
  await server.tail.look()
})
afterEach(async () => {
  await otherDb.destroy()
  await server.close()
})

test('L7 entries of another process reach the phones of this one', async () => {
  const phone = handPhone(server.forum, time)
  phone.hello()
  time.advance(1000)
  phone.flush()
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
  const phone = handPhone(server.forum, time, { person })
  phone.hello()
  time.advance(1000)
  phone.flush()
  await revokeLinks(otherDb, server.forum.id, time.now())
  await server.tail.look()
  expect(phone.flush()[0]).toEqual({ type: 'you', you: { ...person, role: 'participant' } })
  expect(phone.end).toEqual({ type: 'closed', code: 1008, reason: 'role-changed' })
  expect((await server.command({ person, token }, { type: 'open-door', door: 'claim' })).status).toBe(403)
})
