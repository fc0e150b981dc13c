import { afterAll, beforeAll, expect, test } from 'vitest'
import { boardToJson } from '../../../shared/board-json.ts'
import { createWorld, type SimulatedPhone, type World } from '../../fuzz/world.ts'
import { type Random, seededRandom } from '../../support/random.ts'
import { type TemporaryDatabase, temporaryDatabase } from '../../support/temporary-database.ts'

/* Catalogue 8: the bad Wi-Fi of a full hall, in virtual time. A thousand phones over real sockets are a bench. */

const phones = 60
const entries = 120
const step = 50
/** Milliseconds: the bar of G5, for 99 in 100. */
const bar = 2200
/** One phone in so many loses its network without a word; the lines of the others end. */
const silentEach = 4

let database: TemporaryDatabase
beforeAll(async () => {
  database = await temporaryDatabase()
})
afterAll(() => database.remove())

/** A link that is cut every fifteen seconds or so, for two or so. */
interface Link {
  readonly phone: SimulatedPhone
  readonly isSilent: boolean
  isDown: boolean
  changesAt: number
  /** When the network came back, when a line was open again, and what there was to know then; null once the phone does. */
  missed: { readonly since: number; readonly seq: number } | null
}

/** A phone that knows all again, and how long after its network was back. */
interface Return {
  readonly isSilent: boolean
  readonly took: number
}

const between = (random: Random, least: number, most: number): number => least + random.next() * (most - least)

const makeLinks = ({ phones: all, time }: World, random: Random): readonly Link[] =>
  all.map((phone, n) => ({
    phone,
    isSilent: n % silentEach === 0,
    isDown: false,
    changesAt: time.now() + random.next() * 15_000,
    missed: null,
  }))

const change = (link: Link, world: World, random: Random): void => {
  const now = world.time.now()
  link.isDown = !link.isDown
  link.changesAt = now + (link.isDown ? between(random, 1500, 2500) : between(random, 12_000, 18_000))
  link.missed = link.isDown ? null : { since: now, seq: world.server.forum.board.seq }
  if (link.isDown && link.isSilent) link.phone.line()?.stall()
}

/** One step of time: lines end, come back, carry what waits. @returns who knows all again */
const stepOf = (world: World, links: readonly Link[], random: Random): readonly Return[] => {
  const now = world.time.now()
  return links.flatMap((link) => {
    if (now >= link.changesAt) change(link, world, random)
    const line = link.phone.line()
    // As where there is no network: the line that there was ends, and no other one begins.
    if (link.isDown && !link.isSilent) line?.cut()
    else line?.deliver(1000)
    const { state, connection } = link.phone.sync.view()
    const { missed } = link
    if (missed === null || connection.type !== 'live' || state.seq < missed.seq) return []
    link.missed = null
    return [{ isSilent: link.isSilent, took: now - missed.since }]
  })
}

const write = ({ server, team }: World, random: Random, n: number) =>
  server.forum.board.submit({
    id: random.uuid(),
    command: { type: 'frame-forum', notice: `Annonce ${n}` },
    actor: team,
  })

test('P12 P11 every phone cut every fifteen seconds for two: each of 120 entries arrives, and soon after the network does', async () => {
  const seed = Number(process.env.SEED ?? 8)
  const random = seededRandom(seed)
  const world = await createWorld(database.db, 'wifi', random, phones)
  const isLevel = () => world.phones.every(({ sync }) => sync.view().state.seq === world.server.forum.board.seq)
  for (
    let tries = 0;
    !(isLevel() && world.phones.every(({ sync }) => sync.view().connection.type === 'live'));
    tries += 1
  ) {
    expect(tries).toBeLessThan(1000)
    for (const phone of world.phones) phone.line()?.deliver(1000)
    await world.settle()
    world.time.advance(step)
  }
  const snapshots = world.phones.map(({ asked }) => asked.snapshots)
  const links = makeLinks(world, random)
  const returns: Return[] = []
  for (let passed = 0, written = 0; written < entries || !isLevel(); passed += step) {
    expect(passed, `SEED=${seed}: somebody never came back`).toBeLessThan(entries * 500 + 30_000)
    if (passed % 500 === 0 && written < entries) {
      written += 1
      expect((await write(world, random, written)).type).toBe('accepted')
    }
    returns.push(...stepOf(world, links, random))
    world.time.advance(step)
  }
  const live = boardToJson(world.server.forum.board.board)
  for (const { sync } of world.phones) expect(boardToJson(sync.view().state.confirmed)).toEqual(live)
  // By what they missed, and nobody by the whole board again.
  expect(world.phones.map(({ asked }) => asked.snapshots)).toEqual(snapshots)
  const slowest = (isSilent: boolean): number => {
    const times = returns.flatMap((each) => (each.isSilent === isSilent ? [each.took] : [])).sort((x, y) => x - y)
    expect(times.length).toBeGreaterThan(phones / silentEach)
    return times[Math.floor(0.99 * times.length)] ?? Number.NaN
  }
  expect(slowest(false), `SEED=${seed}`).toBeLessThanOrEqual(bar)
  // It finds out by itself that its line is dead, within nine seconds (P11).
  expect(slowest(true), `SEED=${seed}`).toBeLessThanOrEqual(9000 + bar)
  for (const { sync } of world.phones) sync.stop()
})
