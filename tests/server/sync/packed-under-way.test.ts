import { afterAll, beforeAll, expect, test } from 'vitest'
import { boardToJson } from '../../../shared/board-json.ts'
import type { Command } from '../../../shared/commands/command.schema.ts'
import { isLive, type WiredPhone, wiredPhone } from '../../client/support/wired-phone.ts'
import { sessionId } from '../../support/boards.ts'
import { type ChaosProxy, chaosProxy } from '../../support/chaos-proxy.ts'
import { type Random, seededRandom } from '../../support/random.ts'
import { listen } from '../../support/real-phone.ts'
import { type TestApp, testApp } from '../../support/test-app.ts'
import { slotId } from '../../support/test-plan.ts'

const names = ['Ana', 'Brieuc', 'Carole', 'Denez']
const rounds = 30
const slots = [slotId('0930'), slotId('1045'), slotId('1330'), slotId('1430')]

let server: TestApp
let origin: string
let network: ChaosProxy
beforeAll(async () => {
  server = await testApp()
  origin = `http://${await listen(server.app)}`
  network = await chaosProxy(origin)
})
afterAll(async () => {
  await network.close()
  await server.close()
})

/** @param first of the twelve sessions that it may be about */
const anything = (random: Random, first: number): Command => {
  const id = sessionId(first + random.below(12))
  switch (random.below(5)) {
    case 0:
      return { type: 'propose', sessionId: id, title: `Sujet n° ${random.below(99)}` }
    case 1:
      return { type: 'edit', sessionId: id, title: `Été ${random.below(99)}` }
    case 2:
      return { type: random.chance(0.3) ? 'withdraw' : 'release', sessionId: id }
    default:
      return { type: 'claim', sessionId: id, roomId: random.pick(['b101', 'b102', 'hall']), slotId: random.pick(slots) }
  }
}

test.each([7, 1997])(
  'P21 P12 whatever is said and however often lines end, packed entries fit the board of each phone: none is read wrong (seed %d)',
  async (seed) => {
    const random = seededRandom(seed)
    const phones: WiredPhone[] = []
    for (const name of names) {
      const phone = wiredPhone(network.origin, 'essai', (await server.join(`${name} ${seed}`)).token)
      await phone.until(isLive)
      phones.push(phone)
    }
    for (let round = 0; round < rounds; round += 1) {
      const said = phones.flatMap(({ sync }) => [sync.send(anything(random, seed)), sync.send(anything(random, seed))])
      if (random.chance(0.15)) {
        network.reset()
        await Promise.all(phones.map(({ until }) => until((view) => !isLive(view))))
        for (const { sync } of phones) sync.nudge()
      }
      await Promise.all(said)
    }
    const { board, seq } = server.forum.board
    for (const phone of phones) {
      const { state } = await phone.until((view) => view.state.seq === seq)
      expect(boardToJson(state.confirmed)).toEqual(boardToJson(board))
      expect(phone.lines.map(({ asked }) => asked)).toEqual(phone.lines.map(() => true))
      phone.sync.stop()
    }
    const packed = phones.flatMap(({ lines }) => lines.map((line) => line.packed))
    expect(packed.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(rounds)
  },
)
