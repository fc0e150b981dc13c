import { sql } from 'kysely'
import { expect } from 'vitest'
import { readEntries } from '../../db/entries.ts'
import { readPlacements } from '../../db/placements.ts'
import type { Database } from '../../db/tables.ts'
import { emptyBoard } from '../../shared/board.ts'
import { boardToJson } from '../../shared/board-json.ts'
import { evolveEntry } from '../../shared/evolve.ts'
import { type Random, seededRandom } from '../support/random.ts'
import { temporaryDatabase } from '../support/temporary-database.ts'
import { createWorld, type World } from './world.ts'

const long = process.env.FUZZ === 'long'
const operations = long ? 500 : 120
const mostPhones = long ? 12 : 6

/** One thing that may happen in a noisy hall. */
const disturb = async (world: World, random: Random): Promise<void> => {
  const phone = random.pick(world.phones)
  const line = phone.line()
  const what = random.below(100)
  if (what < 30) phone.act()
  else if (what < 62) line?.deliver(1 + random.below(4))
  else if (what < 68) line?.repeat()
  else if (what < 74) line?.cut()
  else if (what < 75) line?.stall()
  else if (what < 76) phone.clog()
  else if (what < 77) for (const each of world.phones) each.unclog()
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
  for (const phone of world.phones) phone.unclog()
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

/** The same as `toEqual`, which takes long for a whole board: it is asked only where it will say what differs. */
const expectSame = (held: unknown, truth: unknown, why?: string): void => {
  if (JSON.stringify(held) !== JSON.stringify(truth)) expect(held, why).toEqual(truth)
}

const checkAll = async (db: Database, world: World): Promise<void> => {
  const { phones, errors } = world
  const { forum } = world.server
  expect(errors, 'B1 L8 the database takes all that was decided').toEqual([])
  const live = boardToJson(forum.board.board)
  for (const { sync, asked } of phones) {
    const { state, counts, stars } = sync.view()
    expectSame(boardToJson(state.confirmed), live, 'P12 a phone holds the board')
    expect(asked.answered, 'P2 every command is answered').toBe(asked.sent)
    const shown = live.sessions.map(({ id }) => [id, counts.get(id) ?? 0])
    expectSame(
      shown,
      live.sessions.map(({ id }) => [id, forum.interest.count(id)]),
    )
    expect(stars.pending).toEqual([])
  }
  const log = await readEntries(db, forum.id, 0)
  expectSame(
    log.map(({ seq }) => seq),
    log.map((_, index) => index + 1),
  )
  expect(new Set(log.map(({ commandId }) => commandId)).size).toBe(log.length)
  expectSame(boardToJson(log.reduce(evolveEntry, emptyBoard)), live, 'L6 the log replays')
  const rows = (await readPlacements(db, forum.id)).map(({ sessionId, roomId, start }) => [sessionId, roomId, start])
  const placements = live.placements.map(({ sessionId, roomId, start }) => [sessionId, roomId, start])
  expect(rows.sort(), 'B1 the database holds the same placements').toEqual(placements.sort())
}

const convergeOne = async (db: Database, seed: number): Promise<void> => {
  const random = seededRandom(seed)
  const world = await createWorld(db, `seed-${seed}`, random, 2 + random.below(mostPhones - 1))
  try {
    for (let n = 0; n < operations; n += 1) await disturb(world, random)
    await calmDown(world)
    await checkAll(db, world)
  } catch (error) {
    throw new Error(`seed ${seed} (SEED=${seed} SEEDS=1 to run it alone)`, { cause: error })
  } finally {
    for (const { sync } of world.phones) sync.stop()
  }
}

/** Worlds at once, each lane on a database of its own: while one waits for its disk, another one goes on. */
const lanes = 3

/** How many seeds are tried, over both halves. */
export const seeds = Number(process.env.SEEDS ?? (long ? 1000 : 200))
const firstSeed = Number(process.env.SEED ?? 1)

/** Disturbs a world for each seed of one half, and expects all to agree in the end: two halves make use of two cores. */
export const converge = async (half: 'odd' | 'even'): Promise<void> => {
  const wanted = Array.from({ length: seeds }, (_, n) => firstSeed + n).filter(
    (n) => n % 2 === (half === 'odd' ? 1 : 0),
  )
  let failed: unknown
  const run = async (lane: number): Promise<void> => {
    const database = await temporaryDatabase()
    // No power is cut here: what is asked of the disk is tested elsewhere.
    await sql`pragma synchronous = off`.execute(database.db)
    try {
      for (const seed of wanted.filter((_, n) => n % lanes === lane)) {
        if (failed === undefined) await convergeOne(database.db, seed)
      }
    } catch (error) {
      failed ??= error
    } finally {
      await database.remove()
    }
  }
  await Promise.all(Array.from({ length: lanes }, (_, lane) => run(lane)))
  if (failed !== undefined) throw failed
}
