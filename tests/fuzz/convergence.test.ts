import { afterAll, beforeAll, expect, test } from 'vitest'
import { readEntries } from '../../db/entries.ts'
import { readPlacements } from '../../db/placements.ts'
import { emptyBoard } from '../../shared/board.ts'
import { boardToJson } from '../../shared/board-json.ts'
import { evolveEntry } from '../../shared/evolve.ts'
import { seededRandom } from '../support/random.ts'
import { type TemporaryDatabase, temporaryDatabase } from '../support/temporary-database.ts'
import { createWorld, type World } from './world.ts'

const long = process.env.FUZZ === 'long'
const seeds = Number(process.env.SEEDS ?? (long ? 5000 : 200))
const firstSeed = Number(process.env.SEED ?? 1)
const operations = long ? 500 : 120

let database: TemporaryDatabase
beforeAll(async () => {
  database = await temporaryDatabase()
})
afterAll(() => database.remove())

/** One thing that may happen in a noisy hall. */
const disturb = async (world: World, random: ReturnType<typeof seededRandom>): Promise<void> => {
  const phone = random.pick(world.phones)
  const line = phone.line()
  const what = random.below(100)
  if (what < 30) phone.act()
  else if (what < 62) line?.deliver(1 + random.below(4))
  else if (what < 68) line?.repeat()
  else if (what < 74) line?.cut()
  else if (what < 77) line?.stall()
  else if (what < 80) phone.sync.nudge()
  else if (what < 81) await world.restart()
  else if (what < 84) line?.resync()
  else if (what < 91) world.time.advance(random.below(4000))
  // Offers run out, and the server cuts who has been silent.
  else if (what < 92) world.time.advance(61_000)
  else await world.settle()
}

/** Counts and names are gathered for a second before they are sent. */
const hearTheRest = async (world: World): Promise<void> => {
  world.time.advance(1100)
  await world.settle()
  for (const phone of world.phones) phone.line()?.deliver(100)
}

/** The network is good again: everything arrives until nobody has anything left to say. */
const calmDown = async (world: World): Promise<void> => {
  // A line that went dumb looks alive until its phone notices, within nine seconds (P11).
  for (let round = 0; round < 4; round += 1) {
    for (const phone of world.phones) phone.line()?.deliver(100)
    await world.settle()
    world.time.advance(2500)
  }
  for (let round = 0; round < 400; round += 1) {
    let moved = 0
    for (const phone of world.phones) moved += phone.line()?.deliver(100) ?? 0
    await world.settle()
    world.time.advance(moved === 0 ? 2500 : 60)
    const views = world.phones.map((phone) => phone.sync.view())
    const quiet = views.every(
      (view) => view.connection.type === 'live' && view.state.pending.length + view.stars.pending.length === 0,
    )
    const level = views.every((view) => view.state.seq === world.server.forum.board.seq)
    if (quiet && level) return hearTheRest(world)
  }
  throw new Error('the phones did not come to rest')
}

const checkAll = async (world: World): Promise<void> => {
  const { phones, errors } = world
  const { forum } = world.server
  expect(errors, 'B1 L8 the database takes all that was decided').toEqual([])
  const live = boardToJson(forum.board.board)
  for (const { sync, asked } of phones) {
    const { state, counts, stars } = sync.view()
    expect(boardToJson(state.confirmed), 'P12 a phone holds the board').toEqual(live)
    expect(asked.answered, 'P2 every command is answered').toBe(asked.sent)
    const shown = live.sessions.map(({ id }) => [id, counts.get(id) ?? 0])
    expect(shown).toEqual(live.sessions.map(({ id }) => [id, forum.interest.count(id)]))
    expect(stars.pending).toEqual([])
  }
  const log = await readEntries(database.db, forum.id, 0)
  expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1))
  expect(new Set(log.map(({ commandId }) => commandId)).size).toBe(log.length)
  expect(boardToJson(log.reduce(evolveEntry, emptyBoard)), 'L6 the log replays').toEqual(live)
  const rows = (await readPlacements(database.db, forum.id)).map(({ sessionId, roomId, start }) => [
    sessionId,
    roomId,
    start,
  ])
  const placements = live.placements.map(({ sessionId, roomId, start }) => [sessionId, roomId, start])
  expect(rows.sort(), 'B1 the database holds the same placements').toEqual(placements.sort())
}

test(`P12, P2, P5, L1, L3, L6 phones and server agree after any disturbance (${seeds} seeds)`, async () => {
  for (let seed = firstSeed; seed < firstSeed + seeds; seed += 1) {
    const random = seededRandom(seed)
    const world = await createWorld(database.db, `seed-${seed}`, random, 2 + random.below(5))
    try {
      for (let n = 0; n < operations; n += 1) await disturb(world, random)
      await calmDown(world)
      await checkAll(world)
    } catch (error) {
      throw new Error(`seed ${seed} (SEED=${seed} SEEDS=1 to run it alone)`, { cause: error })
    } finally {
      for (const { sync } of world.phones) sync.stop()
    }
  }
}, 3_600_000)
