import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Board } from '../../../shared/board.ts'
import { boardToJson } from '../../../shared/board-json.ts'
import type { Command } from '../../../shared/commands/command.schema.ts'
import { limits } from '../../../shared/limits.ts'
import { createWorld, type SimulatedPhone, type World } from '../../fuzz/world.ts'
import { sessionId } from '../../support/boards.ts'
import { type Random, seededRandom } from '../../support/random.ts'
import { type TemporaryDatabase, temporaryDatabase } from '../../support/temporary-database.ts'

/* Catalogue 7: the links of a hall clog one after another, and open again in any order. */

const phones = 12
/** Milliseconds. */
const step = 500
/** The session whose description the team rewrites: four thousand characters each time. */
const long = sessionId(500)
/** More than a frame of joined entries may have: what is sent to a queue that is just within its bound. */
const oneFrame = 128 * 1024

let database: TemporaryDatabase
beforeAll(async () => {
  database = await temporaryDatabase()
})
afterAll(() => database.remove())

const hashOf = (board: Board): string =>
  createHash('sha256')
    .update(JSON.stringify(boardToJson(board)))
    .digest('hex')

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)

const replicaOf = ({ sync }: SimulatedPhone) => {
  const { epoch, seq, confirmed } = sync.view().state
  return { epoch, seq, hash: hashOf(confirmed) }
}

const shuffled = <T>(items: readonly T[], random: Random): readonly T[] => {
  const left = [...items]
  return items.map(() => {
    const item = random.pick(left)
    left.splice(left.indexOf(item), 1)
    return item
  })
}

/** What the server may hold for its phones, however long none of them reads. */
const expectBounded = ({ phones: all, server }: World): void => {
  const lines = all.flatMap((phone) => phone.lines())
  const queues = lines.map(({ waiting }) => waiting)
  expect(Math.max(0, ...queues)).toBeLessThanOrEqual(limits.peerQueueBytes + oneFrame)
  // A phone that gave its line up and tries anew is not greeted: one queue each.
  expect(sum(queues)).toBeLessThanOrEqual(phones * (limits.peerQueueBytes + oneFrame))
  expect(server.forum.hub.size).toBeLessThanOrEqual(phones)
  expect(lines.length).toBeLessThanOrEqual(4 * phones)
}

const flow = async (world: World, milliseconds: number): Promise<void> => {
  for (let passed = 0; passed < milliseconds; passed += step) {
    for (const phone of world.phones) phone.line()?.deliver(1000)
    await world.settle()
    world.time.advance(step)
    expectBounded(world)
  }
}

const asTeam = async ({ server, team }: World, random: Random, command: Command): Promise<void> => {
  const answer = await server.forum.board.submit({ id: random.uuid(), command, actor: team })
  expect(answer.type).toBe('accepted')
}

/** Some write little, the team writes much. */
const write = async (world: World, random: Random, texts: number): Promise<void> => {
  for (const phone of world.phones) if (random.chance(0.4)) phone.act()
  for (let n = 0; n < texts; n += 1) {
    const description = `${random.uuid()} ${'a'.repeat(3900)}`
    await asTeam(world, random, { type: 'edit', sessionId: long, description })
    world.time.advance(limits.joinMilliseconds)
  }
}

const isQuiet = ({ phones: all, server }: World): boolean =>
  all.every(({ sync }) => {
    const { connection, state, stars } = sync.view()
    return (
      connection.type === 'live' &&
      state.seq === server.forum.board.seq &&
      state.pending.length + stars.pending.length === 0
    )
  })

test.each([1, 2])(
  'P7 P12 P5 links that clog one by one and open in another order: who reads nothing is cut, memory is bounded, all come back to one board (seed %d)',
  async (seed) => {
    const random = seededRandom(seed)
    const world = await createWorld(database.db, `clogged-${seed}`, random, phones)
    await asTeam(world, random, { type: 'propose', sessionId: long, title: 'Un long texte' })
    while (!isQuiet(world)) await flow(world, 500)

    for (const [n, phone] of shuffled(world.phones, random).entries()) {
      phone.clog()
      // The last ones miss so little that it is given them as it is.
      await write(world, random, n < phones - 3 ? 15 + random.below(40) : random.below(3))
      await flow(world, 500 + random.below(1500))
    }
    const { hub } = world.server.forum
    expect(hub.goodbyes.of('too-slow'), 'some did not read what they were sent').toBeGreaterThan(0)
    const before = world.phones.map(({ asked }) => asked.snapshots)
    for (const phone of shuffled(world.phones, random)) {
      phone.unclog()
      await write(world, random, random.below(3))
      await flow(world, 500 + random.below(1500))
    }
    // The longest that anybody waits before trying again is fifteen seconds.
    for (let waited = 0; waited < 30_000 && !isQuiet(world); waited += 500) await flow(world, 500)

    const { board, epoch } = world.server.forum
    const truth = { epoch, seq: board.seq, hash: hashOf(board.board) }
    expect(world.phones.map(replicaOf)).toEqual(world.phones.map(() => truth))
    for (const { asked } of world.phones) expect(asked.answered, 'P2').toBe(asked.sent)
    expect(world.errors).toEqual([])
    const again = world.phones.filter(({ asked }, n) => asked.snapshots > (before[n] ?? 0)).length
    expect([again > 0, again < phones], 'some by the snapshot, some by what they missed').toEqual([true, true])
    for (const { sync } of world.phones) sync.stop()
  },
)
