import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { HOUR } from '../../../shared/time.ts'
import { type ChaosProxy, chaosProxy } from '../../support/chaos-proxy.ts'
import { listen } from '../../support/real-phone.ts'
import { type TestApp, testApp } from '../../support/test-app.ts'
import { slotId } from '../../support/test-plan.ts'
import { isLive, type WiredPhone, wiredPhone } from '../support/wired-phone.ts'

/* A phone's own code and a real server, with a bad network between them. */

let server: TestApp
let origin: string

beforeAll(async () => {
  server = await testApp()
  origin = `http://${await listen(server.app)}`
})
afterAll(() => server.close())

interface Wired {
  readonly phone: WiredPhone
  readonly network: ChaosProxy
  close(): Promise<void>
}

const wired = async (name: string, ownTime?: number): Promise<Wired> => {
  const { token } = await server.join(name)
  const network = await chaosProxy(origin)
  const phone = wiredPhone(network.origin, 'essai', token, ownTime)
  await phone.until(isLive)
  const close = async () => {
    phone.sync.stop()
    await network.close()
  }
  return { phone, network, close }
}

/** Milliseconds until the phone knows that its line is dead. */
const noticed = async ({ phone }: Wired): Promise<number> => {
  const begun = performance.now()
  await phone.until((view) => !isLive(view))
  return performance.now() - begun
}

const isPlaced = (sessionId: string): boolean => server.forum.board.board.placements.has(sessionId)

describe.concurrent('a line that dies without a word', () => {
  // Catalogue 12, the phone's half.
  test('P11 a silent cut is noticed within nine seconds, and the phone comes back by itself', async () => {
    const one = await wired('Ana')
    one.network.cutSilently()
    expect(await noticed(one)).toBeLessThanOrEqual(9000)
    await one.phone.until(isLive)
    await one.close()
  })

  // Catalogue 13 and 11.
  test('P11 a line on which only the answers are lost is noticed too; the claim that got through counts once', async () => {
    const one = await wired('Brieuc')
    const sessionId = randomUUID()
    await one.phone.sync.send({ type: 'propose', sessionId, title: 'Ce que dit le merle' })
    one.network.weather({ down: 'hold' })
    const answer = one.phone.sync.send({ type: 'claim', sessionId, roomId: 'b101', slotId: slotId('0930') })
    await expect.poll(() => isPlaced(sessionId)).toBe(true)
    expect(one.phone.view().state.pending.length).toBe(1)
    expect(await noticed(one)).toBeLessThanOrEqual(9000)
    one.network.reset()
    one.network.weather({ down: 'pass' })
    expect((await answer).type).toBe('accepted')
    await one.phone.until(({ state }) => state.pending.length === 0)
    const entries = await server.ask('GET', '/api/forums/essai/entries', { token: (await server.joinTeam('T')).token })
    expect(
      JSON.stringify(entries.body).match(new RegExp(`session-placed","sessionId":"${sessionId}`, 'g')),
    ).toHaveLength(1)
    await one.close()
  })

  // Catalogue 13.
  test('P11 a line on which only the questions are lost is noticed too; what was asked is asked again', async () => {
    const one = await wired('Carole')
    const sessionId = randomUUID()
    one.network.weather({ up: 'hold' })
    const answer = one.phone.sync.send({ type: 'propose', sessionId, title: 'Le chant des pierres' })
    // Others are heard all the while, and a heartbeat of the server looks like an answer once.
    expect(await noticed(one)).toBeLessThanOrEqual(28_000)
    one.network.reset()
    one.network.weather({ up: 'pass' })
    expect((await answer).type).toBe('accepted')
    await one.close()
  }, 60_000)
})

test('P13 an answer that is cut off in the middle of a frame is heard whole on the next line', async () => {
  const one = await wired('Denez')
  one.network.truncateAfter(40)
  const answer = one.phone.sync.send({ type: 'propose', sessionId: randomUUID(), title: 'Une phrase coupée' })
  expect((await answer).type).toBe('accepted')
  await one.close()
})

// Catalogue 40: the phone's half that needs no screen.
test('P10 a phone whose clock is hours off knows the server’s time within a second, over a slow line too', async () => {
  const { clock } = server.services
  for (const wrong of [-7 * HOUR, 3 * HOUR]) {
    const one = await wired('Enora', clock.now() + wrong)
    expect(Math.abs(one.phone.clock.now() - clock.now())).toBeLessThan(1000)
    one.network.weather({ latency: 300, jitter: 200 })
    one.phone.sync.becomes((await server.join('Enora')).person)
    await one.phone.until(isLive)
    expect(Math.abs(one.phone.clock.now() - clock.now())).toBeLessThan(1000)
    await one.close()
  }
})
