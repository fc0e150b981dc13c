import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { revokeLinks } from '../../../db/links.ts'
import { openDatabase } from '../../../db/open.ts'
import { helloOf, listen, type RealPhone, realPhone } from '../../support/real-phone.ts'
import { type Device, type TestApp, testApp } from '../../support/test-app.ts'

/* Who gets a line and who keeps it. The eight hostile origins of a plain server are in tests/server/sync/sockets.test.ts. */

let server: TestApp
let address: string
beforeEach(async () => {
  server = await testApp()
  address = await listen(server.app)
})
afterEach(() => server.close())

const greeted = async (device: Device): Promise<RealPhone> => {
  const phone = await realPhone(`ws://${address}/api/forums/essai/live`, { authorization: `Bearer ${device.token}` })
  phone.say(helloOf(server.forum.epoch, server.forum.board.seq))
  await phone.next('welcome')
  return phone
}

describe('I3 a link that is revoked', () => {
  test.each([
    [
      'by the team',
      async (device: Device) => {
        const { status } = await server.ask('POST', '/api/forums/essai/links', {
          token: device.token,
          body: { revoke: true },
        })
        expect(status).toBe(201)
      },
    ],
    [
      'by the command line',
      async () => {
        const db = await openDatabase(server.database.file)
        await revokeLinks(db, server.forum.id, server.services.clock.now())
        await db.destroy()
      },
    ],
  ])('I3 %s closes the sockets that came by it within five seconds; the others stay', async (_who, revoke) => {
    const { secret } = server
    const [asks, other] = [await server.joinTeam('Révoque'), await server.joinTeam('Révoquée')]
    const ana = await server.join('Ana')
    const [old, calm] = [await greeted(other), await greeted(ana)]
    const begun = performance.now()
    await revoke(asks)
    expect(await old.ended).toEqual({ code: 1008, reason: 'role-changed' })
    expect(performance.now() - begun).toBeLessThan(5000)
    expect((await old.next('you')).you).toEqual({ ...other.person, role: 'participant' })
    calm.say({ type: 'ping' })
    await calm.next('pong')
    // It opens nothing any more, and who came by it is a participant on every line.
    const again = await server.ask('POST', '/api/forums/essai/facilitator', { token: ana.token, body: { secret } })
    expect(again.status).toBe(403)
    expect((await greeted(other)).heard[0]).toMatchObject({ type: 'welcome', you: { role: 'participant' } })
  })
})

describe('I5 forwarded headers', () => {
  const evil = 'https://evil.example'
  const forged = [
    { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' },
    { 'x-forwarded-host': 'evil.example', 'x-forwarded-for': '127.0.0.1' },
    { 'x-original-host': 'evil.example', 'x-real-ip': '127.0.0.1' },
    { forwarded: 'host=evil.example;proto=https;for=127.0.0.1' },
  ]
  const attempts = async (environment: Record<string, string>): Promise<readonly string[]> => {
    const it = await testApp({ environment })
    const place = await listen(it.app)
    const results = await Promise.all(
      forged.map((headers) =>
        realPhone(`ws://${place}/api/forums/essai/live`, { ...headers, origin: evil }).then(
          ({ socket }) => {
            socket.terminate()
            return 'open'
          },
          ({ message }: Error) => message,
        ),
      ),
    )
    await it.close()
    return results
  }

  test('I5 open no socket to another site, unless they come from a proxy that the operator named', async () => {
    const none = ['403', '403', '403', '403']
    expect(await attempts({})).toEqual(none)
    expect(await attempts({ TRUST_PROXY: '10.0.0.0/8' })).toEqual(none)
    // What the operator's own proxy says is believed: it must set these itself, and drop what a phone sends.
    expect(await attempts({ TRUST_PROXY: '127.0.0.1' })).toEqual(['open', 'open', '403', '403'])
  })

  test('I4 nor do they buy anybody another purse: limits are of a forum and a person, never of an address', async () => {
    const it = await testApp({ environment: { TRUST_PROXY: 'true' } })
    const { token } = await it.join('Curieuse')
    const statuses = new Map<number, number>()
    for (let n = 0; n < 80; n += 1) {
      const { status } = await it.ask('POST', '/api/forums/essai/facilitator', {
        token,
        headers: { 'x-forwarded-for': `192.0.2.${n}` },
        body: { secret: `wrong-${n}` },
      })
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
    }
    expect(Object.fromEntries(statuses)).toEqual({ 403: 60, 429: 20 })
    await it.close()
  })
})
