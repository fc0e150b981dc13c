import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createCore } from '../../server/core.ts'
import { silentLog } from '../../server/log.ts'
import { boardToJson } from '../../shared/board-json.ts'
import type { Command } from '../../shared/commands/command.schema.ts'
import type { Snapshot } from '../../shared/protocol.ts'
import { MINUTE } from '../../shared/time.ts'
import { before, claim, propose, sessionId } from '../support/boards.ts'
import { seededRandom } from '../support/random.ts'
import { expectReplayed } from '../support/replayed.ts'
import { type Device, type TestApp, testApp } from '../support/test-app.ts'
import { runningClock, shiftable } from '../support/test-clock.ts'
import { slotId } from '../support/test-plan.ts'

let server: TestApp
let clock: ReturnType<typeof shiftable>

beforeEach(async () => {
  clock = shiftable(runningClock(before))
  server = await testApp({ clock })
})
afterEach(() => server.close())

interface People {
  readonly ana: Device
  readonly brieuc: Device
  readonly team: Device
}

/** Ana's session 1 and Brieuc's 2, in the tray. */
const people = async (): Promise<People> => {
  const [ana, brieuc, team] = [await server.join('Ana'), await server.join('Brieuc'), await server.joinTeam('Camille')]
  await server.command(ana, propose(1))
  await server.command(brieuc, propose(2))
  return { ana, brieuc, team }
}

const undo = (commandId: string): Command => ({ type: 'undo', commandId })

/** Sends a command under an id of its own; gives that id. */
const done = async (device: Device, command: Command): Promise<string> => {
  const id = randomUUID()
  const { status, body } = await server.command(device, command, id)
  if (status !== 200) throw new Error(JSON.stringify(body))
  return id
}

const codeOf = ({ status, body }: { status: number; body: unknown }): string =>
  status === 200 ? 'accepted' : (body as { refusal: { code: string } }).refusal.code

const rooms = (): readonly (string | undefined)[] =>
  [1, 2].map((n) => server.forum.board.board.placements.get(sessionId(n))?.roomId)

test('T1, L1 an undo is an entry like any other: the log grows by one, and replays', async () => {
  const { ana } = await people()
  const seq = server.forum.board.seq
  const id = await done(ana, claim(1, 'b101', slotId('0930')))
  const undone = await done(ana, undo(id))
  expect(rooms()).toEqual([undefined, undefined])
  await done(ana, undo(undone))
  expect(rooms()).toEqual(['b101', undefined])
  expect((await expectReplayed(server)).slice(seq).map(({ by }) => by)).toEqual(Array(3).fill(ana.person.id))
})

test('T1 nobody undoes what another did, nor what they did before, nor after ten minutes', async () => {
  const { ana, brieuc, team } = await people()
  const first = await done(ana, claim(1, 'b101', slotId('0930')))
  expect(codeOf(await server.command(brieuc, undo(first)))).toBe('nothing-to-undo')
  expect(codeOf(await server.command(team, undo(first)))).toBe('nothing-to-undo')
  const second = await done(ana, claim(1, 'b102', slotId('0930')))
  expect(codeOf(await server.command(ana, undo(first)))).toBe('nothing-to-undo')
  clock.ahead = 10 * MINUTE
  const late = await server.command(ana, undo(second))
  expect(late).toMatchObject({
    status: 409,
    body: { refusal: { code: 'nothing-to-undo', message: expect.stringContaining('dix minutes') } },
  })
  expect(rooms()).toEqual(['b102', undefined])
})

test('T1 what is being written can be undone already, in the same tick', async () => {
  const { ana } = await people()
  const actor = { personId: ana.person.id, role: 'participant' } as const
  const id = randomUUID()
  const [claimed, undone] = await Promise.all([
    server.forum.board.submit({ id, command: claim(1, 'b101', slotId('0930')), actor }),
    server.forum.board.submit({ id: randomUUID(), command: undo(id), actor }),
  ])
  expect([claimed.type, undone.type, rooms()[0]]).toEqual(['accepted', 'accepted', undefined])
  await expectReplayed(server)
})

test('T1 after a restart the last ten minutes can still be undone', async () => {
  const { ana, brieuc } = await people()
  const old = await done(brieuc, claim(2, 'b102', slotId('0930')))
  clock.ahead = 6 * MINUTE
  const id = await done(ana, claim(1, 'b101', slotId('0930')))
  clock.ahead = 11 * MINUTE
  const again = await createCore(server.database.db, { ...server.services.clock }, silentLog)
  const forum = await again.forums.find(server.forum.slug)
  const send = (device: Device, commandId: string) =>
    forum?.board.submit({
      id: randomUUID(),
      command: undo(commandId),
      actor: { personId: device.person.id, role: 'participant' },
    })
  expect(await send(brieuc, old)).toMatchObject({ refusal: { code: 'nothing-to-undo' } })
  expect(await send(ana, id)).toMatchObject({ type: 'accepted' })
  expect([...(forum?.board.board.placements.keys() ?? [])]).toEqual([sessionId(2)])
})

test('T4 a withdrawn session comes back with its stars, its address and its place', async () => {
  const { ana, brieuc, team } = await people()
  await done(ana, claim(1, 'b101', slotId('0930')))
  for (const { token } of [brieuc, team]) {
    const path = `/api/forums/${server.forum.slug}/stars/${sessionId(1)}`
    expect((await server.ask('PUT', path, { token, body: { on: true } })).status).toBe(200)
  }
  const snapshot = async () => (await server.ask('GET', `/api/forums/${server.forum.slug}`)).body as Snapshot
  const [{ board, counts }, id] = [await snapshot(), await done(ana, { type: 'withdraw', sessionId: sessionId(1) })]
  expect(counts).toEqual({ [sessionId(1)]: 2 })
  // Counts are gathered for a second.
  clock.ahead += 2000
  expect((await snapshot()).counts).toEqual({})
  await done(ana, undo(id))
  clock.ahead += 2000
  const back = await snapshot()
  expect(back.counts).toEqual(counts)
  expect(back.board.sessions.find((session) => session.id === sessionId(1))).toEqual(board.sessions[0])
  const place = ({ placements }: typeof board) => placements.map(({ since: _, ...held }) => held)
  expect(place(back.board)).toEqual(place(board))
  expect(back.board.withdrawn).toEqual([])
})

test('T1 a page that was loaded anew hears what its person may still undo, and nobody else’s', async () => {
  const { ana, brieuc } = await people()
  const me = async (device: Device) => {
    const { body } = await server.ask('GET', '/api/forums/essai/me', { token: device.token })
    return (body as { undo: { commandId: string; at: number } | null }).undo
  }
  const theirs = await me(brieuc)
  const id = await done(ana, claim(1, 'b101', slotId('0930')))
  const [entry] = server.forum.board.entriesBetween(server.forum.board.seq - 1, server.forum.board.seq) ?? []
  expect(await me(ana)).toEqual({ commandId: id, at: entry?.at })
  expect(await me(brieuc)).toEqual(theirs)
  const undone = await done(ana, undo(id))
  expect(await me(ana)).toMatchObject({ commandId: undone })
  clock.ahead += 10 * MINUTE
  expect(await me(ana)).toBe(null)
})

test('T2, T3 undo races with another’s move: whichever comes first, nobody overlaps and each is answered', async () => {
  const { ana, brieuc, team } = await people()
  const outcomes = new Set<string>()
  for (let round = 0; round < 16; round += 1) {
    clock.ahead += MINUTE
    await server.command(brieuc, { type: 'release', sessionId: sessionId(2) })
    await done(ana, claim(1, 'b101', slotId('0930')))
    const id = await done(ana, claim(1, 'hall', slotId('1330')))
    // Another takes the cell that would be gone back to, or moves the very session.
    const theirs =
      round % 2 === 0
        ? () => server.command(brieuc, claim(2, 'b101', slotId('0930')))
        : () => server.command(team, claim(1, 'b102', slotId('1045')))
    const mine = () => server.command(ana, undo(id))
    const both = round % 4 < 2 ? [theirs(), mine()] : [mine(), theirs()]
    const [first, second] = (await Promise.all(both)).map(codeOf)
    outcomes.add(`${round % 2} ${round % 4 < 2 ? 'theirs first' : 'mine first'}: ${first} ${second}`)
  }
  expect([...outcomes].sort()).toEqual([
    '0 mine first: accepted place-free',
    '0 theirs first: accepted place-free',
    '1 mine first: accepted accepted',
    '1 theirs first: accepted built-upon',
  ])
  await expectReplayed(server)
})

test('T1, T2, B1 whatever people do and undo, the log replays and no room is held twice', async () => {
  const { ana, brieuc, team } = await people()
  const seed = Number(process.env.SEED ?? 20_261_121)
  const random = seededRandom(seed)
  const last = new Map<Device, string>()
  const cell = () =>
    [random.pick(['b101', 'b102', 'hall']), slotId(random.pick(['0930', '1045', '1330', '1430']))] as const
  const any = (device: Device): Command => {
    const n = 1 + random.below(6)
    const kind = random.below(10)
    const mine = last.get(device)
    if (kind < 3 && mine !== undefined) return undo(mine)
    if (kind < 5) return propose(n, { title: `Sujet ${random.below(99)}` })
    if (kind < 8) return claim(n, ...cell())
    return { type: random.pick(['release', 'withdraw']), sessionId: sessionId(n) }
  }
  let accepted = 0
  for (let round = 0; round < 40; round += 1) {
    const sent = Array.from({ length: 6 }, () => {
      const device = random.pick([ana, brieuc, team])
      const id = random.uuid()
      const command = any(device)
      return { device, id, command, reply: server.command(device, command, id) }
    })
    for (const { device, id, command, reply } of sent) {
      if ((await reply).status !== 200) continue
      if (command.type === 'undo') accepted += 1
      last.set(device, id)
    }
  }
  expect(accepted, `seed ${seed}`).toBeGreaterThan(10)
  await expectReplayed(server)
  expect(boardToJson(server.forum.board.board).placements.length).toBeGreaterThan(0)
})
