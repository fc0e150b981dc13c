import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Command } from '../../shared/commands/command.schema.ts'
import { claim, propose, sessionId } from '../support/boards.ts'
import { accept, cells, offer, offerId } from '../support/offers.ts'
import { expectOneTruth } from '../support/one-truth.ts'
import { seededRandom } from '../support/random.ts'
import { helloOf, listen, type RealPhone, realPhone } from '../support/real-phone.ts'
import { type TestApp, testApp } from '../support/test-app.ts'
import { slotId } from '../support/test-plan.ts'

const free = slotId('0930')
const later = slotId('1045')

let server: TestApp
let phones: readonly RealPhone[]

const send = async (n: number, command: Command): Promise<string> => {
  const phone = phones[n]
  if (phone === undefined) throw new Error(`no phone ${n}`)
  const id = randomUUID()
  phone.say({ type: 'command', id, command })
  const refused = phone.next('refused', ({ commandId }) => commandId === id)
  const entries = phone.next('entries', (heard) => heard.entries.some(({ commandId }) => commandId === id))
  const heard = await Promise.race([refused, entries])
  return heard.type === 'refused' ? heard.refusal.code : 'accepted'
}

beforeEach(async () => {
  server = await testApp()
  const address = await listen(server.app)
  phones = await Promise.all(
    ['Ana', 'Brieuc', 'Carole'].map(async (name) => {
      const { token } = await server.join(name)
      const url = `ws://${address}/api/forums/essai/live`
      const phone = await realPhone(url, { authorization: `Bearer ${token}` })
      phone.say(helloOf(server.forum.epoch, server.forum.board.seq))
      await phone.next('welcome')
      return phone
    }),
  )
  // Three hosts in three rooms at one time: whoever swaps with whom, each of them can be there.
  const rooms = ['b101', 'b102', 'hall']
  for (const [n, roomId] of rooms.entries()) {
    expect(await send(n, propose(n))).toBe('accepted')
    expect(await send(n, claim(n, roomId, free))).toBe('accepted')
  }
})
afterEach(() => server.close())

const roomsOf = () => Object.values(cells(server.forum.board.board)).sort()

test('O4 O5 B1 two swaps that cross: one takes place, the other is void, and nobody is lost', async () => {
  await Promise.all([send(0, offer('swap', 0, 1)), send(1, offer('swap', 1, 2, { offerId: offerId(2) }))])
  const answers = await Promise.all([send(1, accept(1)), send(2, accept(2))])
  expect(answers.sort()).toEqual(['accepted', 'unknown-offer'])
  expect(roomsOf()).toEqual([`b101 ${free}`, `b102 ${free}`, `hall ${free}`])
  await expectOneTruth(server)
})

test('O4 O5 B1 three offers in a ring, all accepted at once: exactly one takes place', async () => {
  for (let round = 0; round < 8; round += 1) {
    const ids = [1, 2, 3].map((n) => offerId(10 * round + n))
    const made = [0, 1, 2].map((n) => send(n, offer('swap', n, (n + 1) % 3, { offerId: ids[n] ?? '' })))
    expect(await Promise.all(made)).toEqual(['accepted', 'accepted', 'accepted'])
    const answers = await Promise.all(
      [0, 1, 2].map((n) => send((n + 1) % 3, { type: 'answer-offer', offerId: ids[n] ?? '', answer: 'accept' })),
    )
    expect(answers.sort()).toEqual(['accepted', 'unknown-offer', 'unknown-offer'])
    expect(roomsOf()).toEqual([`b101 ${free}`, `b102 ${free}`, `hall ${free}`])
  }
  await expectOneTruth(server)
})

test('O4 O5 B1 offers, moves, withdrawals and answers of three phones in any order end in one truth', async () => {
  const seed = Number(process.env.SEED ?? 11)
  const random = seededRandom(seed)
  const kinds = ['swap', 'merge', 'yield'] as const
  const deeds = (n: number): readonly Command[] => [
    offer(random.pick(kinds), n, random.below(3), { offerId: offerId(1 + random.below(3)) }),
    accept(1 + random.below(3)),
    accept(1 + random.below(3)),
    { type: 'withdraw-offer', offerId: offerId(1 + random.below(3)) },
    claim(n, random.pick(['b101', 'b102', 'hall']), random.pick([free, later])),
    claim(n, random.pick(['b101', 'b102', 'hall']), random.pick([free, later])),
    { type: 'release', sessionId: sessionId(n) },
    { type: 'unmerge', sessionId: sessionId(random.below(3)) },
  ]
  for (let round = 0; round < 25; round += 1) {
    const all = [0, 1, 2, 0, 1, 2].map((n) => send(n, random.pick(deeds(n))))
    expect(await Promise.all(all), `SEED=${seed}, round ${round}`).not.toContain('not-saved')
  }
  await expectOneTruth(server)
})
