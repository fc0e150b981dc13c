import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { commit } from '../../db/commit.ts'
import { createForum } from '../../db/forums.ts'
import { History } from '../../server/board/history.ts'
import { emptyBoard } from '../../shared/board.ts'
import { type BoardJson, boardToJson } from '../../shared/board-json.ts'
import type { Command } from '../../shared/commands/command.schema.ts'
import type { Entry } from '../../shared/events.ts'
import { evolveEntry } from '../../shared/evolve.ts'
import { MINUTE } from '../../shared/time.ts'
import { before, claim, propose, sessionId } from '../support/boards.ts'
import { seededRandom } from '../support/random.ts'
import { expectReplayed } from '../support/replayed.ts'
import { type Device, type Reply, type TestApp, testApp } from '../support/test-app.ts'
import { runningClock, shiftable } from '../support/test-clock.ts'
import { slotId } from '../support/test-plan.ts'

let server: TestApp
let clock: ReturnType<typeof shiftable>

beforeEach(async () => {
  clock = shiftable(runningClock(before))
  server = await testApp({ clock })
})
afterEach(() => server.close())

const moment = (device: Device, query: string): Promise<Reply> =>
  server.ask('GET', `/api/forums/${server.forum.slug}/history${query}`, { token: device.token })

const send = async (device: Device, ...commands: readonly Command[]): Promise<void> => {
  for (const command of commands) {
    const { status, body } = await server.command(device, command)
    if (status !== 200) throw new Error(JSON.stringify(body))
    clock.ahead += MINUTE
  }
}

const boardAt = (log: readonly Entry[], seq: number): BoardJson =>
  boardToJson(log.filter((entry) => entry.seq <= seq).reduce(evolveEntry, emptyBoard))

test('T5 the team reads the board after every entry, and at every instant between them', async () => {
  const team = await server.joinTeam('Camille')
  await send(team, propose(1), propose(2), claim(1, 'b101', slotId('0930')), claim(2, 'b102', slotId('1045')))
  await send(team, { type: 'withdraw', sessionId: sessionId(1) })
  const log = await expectReplayed(server)
  for (const { seq, at } of log) {
    const { status, body } = await moment(team, `?seq=${seq}`)
    expect({ status, body }).toEqual({ status: 200, body: { seq, at, board: boardAt(log, seq) } })
  }
  for (const { seq, at } of log.slice(-4)) {
    expect(await moment(team, `?at=${at}`)).toMatchObject({ body: { seq, at } })
    expect(await moment(team, `?at=${at + MINUTE - 1000}`)).toMatchObject({ body: { seq, at } })
  }
  expect(await moment(team, '')).toMatchObject({ body: { seq: log.length } })
})

test('T5 a moment that never was is unknown, and the history is the team’s alone', async () => {
  const [team, ana] = [await server.joinTeam('Camille'), await server.join('Ana')]
  const unknown = { status: 404, body: { error: { code: 'unknown-moment' } } }
  expect(await moment(team, `?seq=${server.forum.board.seq + 1}`)).toMatchObject(unknown)
  expect(await moment(team, `?at=${before - 1}`)).toMatchObject(unknown)
  expect((await moment(team, '?seq=0')).status).toBe(400)
  expect((await moment(ana, '?seq=1')).status).toBe(403)
  expect((await server.ask('GET', `/api/forums/${server.forum.slug}/history?seq=1`)).status).toBe(401)
  const command: Command = { type: 'restore', seq: server.forum.board.seq + 1, what: { type: 'wall' } }
  expect(await server.command(team, command)).toMatchObject({ body: { refusal: { code: 'unknown-moment' } } })
  expect((await server.command(ana, { ...command, seq: 1 })).status).toBe(403)
})

test('T5 a log of many thousand entries is read from the nearest board that is kept', async () => {
  const { db } = server.database
  const row = await createForum(db, { slug: 'long', createdAt: before })
  if (row === 'slug-taken') throw new Error(row)
  const forumId = row.id
  const history = new History({ db, forumId })
  const boards = [emptyBoard]
  const entries = Array.from({ length: 5000 }, (_, n): Entry => {
    const events = [{ type: 'forum-framed', changes: { name: `Forum ${n}` } }] as const
    return { seq: n + 1, commandId: randomUUID(), by: 'team', at: before + n * MINUTE, events }
  })
  await commit(db, [{ forumId, expectedSeq: 0, entries, placed: [], unplaced: [] }])
  for (const entry of entries) {
    const board = evolveEntry(boards.at(-1) ?? emptyBoard, entry)
    boards.push(board)
    history.note(entry, board)
  }
  const seed = Number(process.env.SEED ?? 5)
  const random = seededRandom(seed)
  for (const seq of [
    1,
    2,
    63,
    64,
    65,
    127,
    128,
    4095,
    4096,
    4097,
    4999,
    5000,
    ...Array.from({ length: 40 }, () => 1 + random.below(5000)),
  ]) {
    const found = { seq, at: before + (seq - 1) * MINUTE, board: boards[seq] }
    expect(await history.after(seq), `seq ${seq}, seed ${seed}`).toEqual(found)
    expect(await history.at(before + (seq - 1) * MINUTE + random.below(MINUTE)), `seq ${seq}`).toEqual(found)
  }
})

test('T6 a wall is restored in the middle of a burst: one entry, all answered, nothing deleted', async () => {
  const team = await server.joinTeam('Camille')
  const people = await Promise.all([1, 2, 3, 4, 5, 6].map((n) => server.join(`P${n}`)))
  const cells = ['0930', '1045', '1330', '1430'] as const
  await Promise.all(people.map((device, n) => server.command(device, propose(n))))
  await Promise.all(people.map((device, n) => server.command(device, claim(n, 'b101', slotId(cells[n % 4] ?? '0930')))))
  const { seq } = server.forum.board
  const then = new Map(
    [...server.forum.board.board.placements].map(([id, { roomId, slotIds }]) => [id, [roomId, ...slotIds]]),
  )
  const random = seededRandom(Number(process.env.SEED ?? 7))
  const burst = Array.from({ length: 120 }, (_, k) => {
    const n = random.below(6)
    const device = people[n]
    if (device === undefined) throw new Error('nobody')
    if (k === 60) return server.command(team, { type: 'restore', seq, what: { type: 'wall' } })
    return server.command(device, claim(n, random.pick(['b101', 'b102', 'hall']), slotId(random.pick(cells))))
  })
  const replies = await Promise.all(burst)
  expect(replies.map(({ status }) => [200, 409].includes(status))).toEqual(replies.map(() => true))
  const { status, body } = replies[60] ?? {}
  expect(status).toBe(200)
  const log = await expectReplayed(server)
  const restored = (body as { seq: number }).seq
  const after = boardAt(log, restored).placements
  expect(new Map(after.map(({ sessionId: id, roomId, slotIds }) => [id, [roomId, ...slotIds]]))).toEqual(then)
  expect(log.filter(({ seq: n }) => n === restored).map(({ by }) => by)).toEqual([team.person.id])
  expect(log.length).toBeGreaterThan(restored)
})

test('T7, L3 a restore that changes nothing says so in words; sent twice under one id it takes effect once', async () => {
  const team = await server.joinTeam('Camille')
  await send(team, propose(1), claim(1, 'b101', slotId('0930')))
  const { seq } = server.forum.board
  const command: Command = { type: 'restore', seq, what: { type: 'wall' } }
  expect(await server.command(team, command)).toMatchObject({
    status: 409,
    body: { refusal: { code: 'already-so', message: 'C’est déjà ainsi : il n’y a rien à changer.' } },
  })
  await send(team, claim(1, 'hall', slotId('1330')))
  const id = randomUUID()
  const [one, two] = await Promise.all([server.command(team, command, id), server.command(team, command, id)])
  expect(two.body).toEqual(one.body)
  expect(one.body).toMatchObject({ seq: seq + 2 })
  expect(await server.command(team, command, id)).toMatchObject({ status: 200, body: one.body as object })
})
