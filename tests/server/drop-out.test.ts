import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Board } from '../../shared/board.ts'
import type { Command } from '../../shared/commands/command.schema.ts'
import type { Loss } from '../../shared/commands/drop-out.schema.ts'
import { mendPlan } from '../../shared/mend.ts'
import type { ForumPlan } from '../../shared/plan.schema.ts'
import { before, sessionId } from '../support/boards.ts'
import { seededRandom } from '../support/random.ts'
import { expectReplayed } from '../support/replayed.ts'
import { type Device, type TestApp, testApp } from '../support/test-app.ts'
import { testPlan } from '../support/test-plan.ts'

const two = (n: number): string => String(n).padStart(2, '0')

/** As large as a congress of one week: 17 rooms with seats, 16 slots in four days. */
const congress: ForumPlan = {
  ...testPlan,
  name: 'Congrès',
  rooms: Array.from({ length: 17 }, (_, n) => ({
    name: `Salle ${n + 1}`,
    kind: 'room',
    capacity: 12 + ((n * 29) % 60),
    building: '',
    floor: '',
    features: [],
  })),
  days: Array.from({ length: 4 }, (_, day) => ({
    date: `2024-07-0${3 + day}`,
    label: '',
    slots: Array.from({ length: 4 }, (_, n) => ({
      start: `${two(9 + 2 * n)}:00`,
      end: `${two(10 + 2 * n)}:30`,
      kind: 'open',
      label: '',
    })),
  })),
}

let server: TestApp
let team: Device
beforeEach(async () => {
  server = await testApp({ plan: congress })
  team = await server.joinTeam('Camille')
})
afterEach(() => server.close())

const submit = (commands: readonly Command[]) =>
  Promise.all(
    commands.map((command) =>
      server.forum.board.submit({
        id: randomUUID(),
        command,
        actor: { personId: team.person.id, role: 'facilitator' },
      }),
    ),
  )

/** 59 sessions, most of them in the two rooms and two slots that everybody wants. */
const fill = async (seed: number): Promise<void> => {
  const random = seededRandom(seed)
  const { rooms, slots } = server.forum.board.board
  const [roomIds, slotIds] = [[...rooms.keys()], [...slots.keys()]]
  const favourite = <T>(items: readonly T[]): T => random.pick(random.chance(0.5) ? items.slice(0, 2) : items)
  await submit(
    Array.from({ length: 59 }, (_, n): Command => {
      const title = `Sujet ${n}`
      return { type: 'propose', sessionId: sessionId(n), title, hosts: [], expected: 5 + random.below(40) }
    }),
  )
  for (let round = 0; round < 20; round += 1) {
    const waiting = [...server.forum.board.board.sessions.keys()].filter(
      (id) => !server.forum.board.board.placements.has(id),
    )
    await submit(
      waiting.map(
        (id): Command => ({ type: 'claim', sessionId: id, roomId: favourite(roomIds), slotId: favourite(slotIds) }),
      ),
    )
  }
  expect(server.forum.board.board.placements.size, `seed ${seed}`).toBe(59)
}

const now = () => ({
  actor: { personId: team.person.id, role: 'facilitator' as const },
  now: before,
  interest: () => 0,
})
const places = ({ placements }: Board) =>
  new Map([...placements].sort().map(([id, { roomId, slotIds }]) => [id, `${roomId} ${slotIds.join('+')}`]))

test('T8, T9 a room drops out of a full congress: all are placed again in one entry, which can be undone', async () => {
  const seed = Number(process.env.SEED ?? 59)
  await fill(seed)
  const { board } = server.forum.board
  const losses: readonly Loss[] = [
    { type: 'room', roomId: [...board.rooms.keys()][0] ?? '', slotIds: [...board.slots.keys()] },
    { type: 'slot', slotId: [...board.slots.keys()][0] ?? '' },
  ]
  for (const loss of losses) {
    const plan = mendPlan(board, loss, now())
    const displaced = plan.moves.filter(({ why }) => why === 'lost').length
    expect([plan.homeless, plan.moves.length - displaced], `seed ${seed}`).toEqual([[], 0])
    expect(displaced, `seed ${seed}`).toBeGreaterThan(5)
    const asked = await server.ask('POST', '/api/forums/essai/checks/mend', { token: team.token, body: { loss } })
    expect(asked).toMatchObject({ status: 200, body: plan })
    const seq = server.forum.board.seq
    const id = randomUUID()
    const moves = plan.moves.map(({ sessionId: moved, to }) => ({ sessionId: moved, to }))
    const reply = await server.command(team, { type: 'drop-out', loss, moves }, id)
    expect(reply).toMatchObject({ status: 200, body: { seq: seq + 1 } })
    expect(server.forum.board.board.placements.size).toBe(59)
    const log = await expectReplayed(server)
    const kinds = log.at(-1)?.events.map(({ type }) => type) ?? []
    expect(kinds).toEqual([
      'cells-set',
      ...Array(displaced).fill('session-released'),
      ...Array(displaced).fill('session-placed'),
    ])
    expect((await server.command(team, { type: 'undo', commandId: id })).status).toBe(200)
    expect(places(server.forum.board.board)).toEqual(places(board))
    expect(server.forum.board.board.cells).toEqual(board.cells)
    await expectReplayed(server)
  }
})
