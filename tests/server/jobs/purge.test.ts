import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readPeople, readTokens } from '../../../db/people.ts'
import { Purge } from '../../../server/jobs/purge.ts'
import { DAY, HOUR } from '../../../shared/time.ts'
import { at, before, claim, propose } from '../../support/boards.ts'
import { handPhone } from '../../support/socket-pair.ts'
import { type Device, type TestApp, testApp } from '../../support/test-app.ts'
import { slotId } from '../../support/test-plan.ts'
import { type VirtualTime, virtualTime } from '../../support/virtual-time.ts'

let server: TestApp
let time: VirtualTime
let purge: Purge
let ana: Device
let brieuc: Device

beforeEach(async () => {
  time = virtualTime(before)
  server = await testApp({ clock: time, environment: { PURGE_AFTER_DAYS: '0' } })
  purge = new Purge(server.services, 30)
  ana = await server.join('Ana')
  brieuc = await server.join('Brieuc')
  await server.command(ana, propose(1))
  await server.command(ana, claim(1, 'b101', slotId('0930')))
})
afterEach(async () => {
  purge.stop()
  await server.close()
})

const names = async () => (await readPeople(server.services.db, server.forum.id)).map(({ name }) => name)
const tokens = async () => (await readTokens(server.services.db, server.forum.id)).length
/** Thirty days after the end of the last slot. */
const due = at('15:30') + 30 * DAY

describe('I7 the purge job', () => {
  test('I7 does nothing until the days are over, then erases all but the programme, and the running server follows', async () => {
    time.advance(due - before)
    const phone = handPhone(server.forum, time, { person: brieuc.person })
    phone.hello()
    await purge.run()
    expect([(await names()).length, await tokens()]).toEqual([3, 2])
    time.advance(1)
    await purge.run()
    expect([await names(), await tokens()]).toEqual([['Ana'], 0])
    expect(server.forum.people.all.map(({ name }) => name)).toEqual(['Ana'])
    expect(phone.flush()).toContainEqual({ type: 'goodbye', reason: 'signed-out', returnAfter: 0 })
    expect(await server.ask('GET', '/api/forums/essai/me', { token: ana.token })).toMatchObject({ status: 401 })
    const { status, body } = await server.ask('GET', '/api/forums/essai')
    expect(status).toBe(200)
    expect(body).toMatchObject({ board: { sessions: [{ title: 'Sujet 1' }], placements: [{ roomId: 'b101' }] } })
  })

  test('I7 looks once a day, the first time an hour after the start, when a wrong clock has been set right', async () => {
    time.advance(due + DAY - before)
    purge.start()
    time.advance(HOUR - 1)
    expect((await names()).length).toBe(3)
    time.advance(1)
    while ((await names()).length > 1) await new Promise((resolve) => setImmediate(resolve))
    // One who comes to read afterwards has a name for as many days again.
    await server.join('Tard')
    time.advance(29 * DAY)
    await purge.run()
    expect((await names()).sort()).toEqual(['Ana', 'Tard'])
    time.advance(2 * DAY)
    await purge.run()
    expect(await names()).toEqual(['Ana'])
  })

  test('I7 never does anything where it is switched off', async () => {
    const off = new Purge(server.services, 0)
    off.start()
    time.advance(due + DAY - before)
    await server.services.committer.idle()
    expect((await names()).length).toBe(3)
  })
})
