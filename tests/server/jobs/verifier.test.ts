import { rename } from 'node:fs/promises'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase } from '../../../db/open.ts'
import { Verifier } from '../../../server/jobs/verifier.ts'
import type { ServerMessage } from '../../../shared/protocol.ts'
import { MINUTE } from '../../../shared/time.ts'
import { before, claim, propose, sessionId } from '../../support/boards.ts'
import { handPhone } from '../../support/socket-pair.ts'
import { type Device, type TestApp, testApp } from '../../support/test-app.ts'
import { slotId } from '../../support/test-plan.ts'
import { virtualTime } from '../../support/virtual-time.ts'

let server: TestApp
let verifier: Verifier
let ana: Device
beforeEach(async () => {
  server = await testApp()
  verifier = new Verifier(server.services)
  ana = await server.join('Ana')
  await server.command(ana, propose(1))
  await server.command(ana, claim(1, 'b101', slotId('0930')))
})
afterEach(async () => {
  verifier.stop()
  await server.close()
})

const found = () => server.services.troubles.all.map(({ kind, forumId }) => [kind, forumId])
const alarm = () => [['mismatch', server.forum.id]]

/** By hand: around the program, on another handle of the file, with the triggers out of the way. */
const byHand = async (statement: string, trigger?: string): Promise<void> => {
  const db = await openDatabase(server.database.file)
  const kept =
    trigger === undefined
      ? undefined
      : await sql<{ sql: string }>`
    select sql from sqlite_master where name = ${trigger}`.execute(db)
  if (trigger !== undefined) await sql.raw(`drop trigger ${trigger}`).execute(db)
  await sql.raw(statement).execute(db)
  if (kept !== undefined) await sql.raw(kept.rows[0]?.sql ?? '').execute(db)
  await db.destroy()
}

describe('L10 the verifier', () => {
  test('L10 finds nothing while board, table and log agree, however they grow between its rounds', async () => {
    await verifier.round()
    await server.command(ana, propose(2))
    await verifier.round()
    await server.command(ana, claim(2, 'b102', slotId('0930')))
    await server.command(ana, { type: 'release', sessionId: sessionId(1) })
    await verifier.round()
    expect([verifier.verified, verifier.mismatches, found()]).toEqual([3, 0, []])
  })

  test('L10 agrees with entries that go on being written while it compares', async () => {
    const team = await server.joinTeam('Camille')
    const writing = Promise.all(Array.from({ length: 60 }, (_, n) => server.command(team, propose(10 + n))))
    for (let n = 0; n < 5; n += 1) await verifier.round()
    await writing
    await verifier.round()
    expect([verifier.mismatches, server.forum.board.board.sessions.size]).toEqual([0, 61])
  })

  test('L10 a placement that was changed by hand raises the alarm: log, health, a banner for those who are here', async () => {
    const phone = handPhone(server.forum, server.services.clock, { person: ana.person })
    phone.hello()
    phone.flush()
    await byHand(`update placement set room_id = 'hall'`)
    await verifier.round()
    expect(found()).toEqual(alarm())
    expect(phone.flush()).toContainEqual({ type: 'trouble', readOnly: false, mismatch: true } satisfies ServerMessage)
    const { status, body } = await server.ask('GET', '/api/health')
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { ok: false, ready: true, degraded: true, reasons: [{ code: 'mismatch', forum: server.forum.id }] },
    })
    // Whoever comes later is told with the greeting.
    const late = handPhone(server.forum, server.services.clock)
    late.hello()
    expect(late.flush()).toContainEqual({ type: 'trouble', readOnly: false, mismatch: true })
    await byHand(`update placement set room_id = 'b101'`)
    await verifier.round()
    expect(found()).toEqual([])
    expect(phone.flush()).toContainEqual({ type: 'trouble', readOnly: false, mismatch: false })
  })

  test('L10 so does a placement that is gone, and one that nobody made', async () => {
    await byHand('delete from placement')
    await verifier.round()
    expect(found()).toEqual(alarm())
    await byHand(`insert into placement select id, '${sessionId(1)}', 'b101', 1, 2 from forum`)
    await verifier.round()
    expect(found()).toEqual(alarm())
  })

  test('L10 so does an entry that was changed by hand after it was read, be it only its author', async () => {
    await verifier.round()
    await byHand(`update entry set by_person = 'somebody' where seq = 3`, 'entry_update')
    await verifier.round()
    expect(found()).toEqual(alarm())
  })

  test('L10 so does an entry whose events were changed before it was read, since the live board knew better', async () => {
    await byHand(`update entry set events = replace(events, 'Sujet 1', 'Autre chose')`, 'entry_update')
    await verifier.round()
    expect(found()).toEqual(alarm())
  })

  test('L10 so does a log that lost its last entry, and one whose events make no board', async () => {
    await byHand('delete from entry where seq = (select max(seq) from entry)', 'entry_delete')
    await verifier.round()
    expect(found()).toEqual(alarm())
    await byHand(`update entry set events = '[{"type":"of-another-program"}]' where seq = 2`, 'entry_update')
    await verifier.round()
    expect(found()).toEqual(alarm())
  })

  test('L10 a board that another process is ahead of is no mismatch, unless it stays behind', async () => {
    await verifier.round()
    await byHand(
      `insert into entry (forum_id, seq, command_id, by_person, at, events)
        select forum_id, max(seq) + 1, 'other', 'somebody', 1, '[]' from entry group by forum_id`,
    )
    await verifier.round()
    expect(found()).toEqual([])
    // Nobody looks at the database here, as the tail would within a second.
    await verifier.round()
    await verifier.round()
    expect(found()).toEqual(alarm())
    await server.tail.look()
    await server.services.committer.idle()
    await verifier.round()
    expect(found()).toEqual([])
  })

  test('L10 a database file that was moved away under the server raises the alarm, until it is back', async () => {
    await verifier.start()
    const { file } = server.database
    await rename(file, `${file}-away`)
    await verifier.round()
    expect(found()).toEqual([['mismatch', null]])
    await rename(`${file}-away`, file)
    await verifier.round()
    expect(found()).toEqual([])
  })

  test('L11 a disk that takes no writes is found before anybody writes, and its healing too', async () => {
    const { db, troubles } = server.services
    await sql`pragma query_only = on`.execute(db)
    await verifier.round()
    expect(troubles.all.map(({ kind, message }) => [kind, message])).toEqual([
      ['read-only', expect.stringContaining('Nothing can be saved')],
    ])
    await sql`pragma query_only = off`.execute(db)
    // The first probe comes after a quarter of a second.
    const { promise: healed, resolve } = Promise.withResolvers<void>()
    const look = () => troubles.all.length === 0 && resolve()
    troubles.onChange(look)
    look()
    await healed
    expect((await server.command(ana, propose(2))).status).toBe(200)
  })

  test('L10 looks by itself, every minute', async () => {
    const time = virtualTime(before)
    const timed = new Verifier({ ...server.services, clock: time })
    await timed.start()
    time.advance(MINUTE - 1)
    expect(timed.verified).toBe(0)
    time.advance(1)
    while (timed.verified === 0) await new Promise((resolve) => setImmediate(resolve))
    timed.stop()
  })

  test('L10 lets others have their turn every few steps, whatever the size of the forum', async () => {
    const team = await server.joinTeam('Camille')
    await Promise.all(Array.from({ length: 300 }, (_, n) => server.command(team, propose(100 + n))))
    let now = 0
    let turns = 0
    // A clock on which each look is one millisecond: a slice is as long as the looks in it.
    const sliced = new Verifier(server.services, {
      now: () => {
        now += 1
        return now
      },
      turn: async () => {
        turns += 1
      },
    })
    await sliced.round()
    expect(sliced.mismatches).toBe(0)
    // Three hundred entries folded, and as many sessions hashed twice.
    expect(turns).toBeGreaterThan(200)
  })
})
