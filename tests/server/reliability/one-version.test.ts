import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readPlacements } from '../../../db/placements.ts'
import { emptyBoard } from '../../../shared/board.ts'
import { type BoardJson, boardFromJson, boardToJson } from '../../../shared/board-json.ts'
import type { Entry } from '../../../shared/events.ts'
import { evolveEntry } from '../../../shared/evolve.ts'
import type { Snapshot } from '../../../shared/protocol.ts'
import { at, before, claim, propose, sessionId } from '../../support/boards.ts'
import { seededRandom } from '../../support/random.ts'
import { type TestApp, testApp } from '../../support/test-app.ts'
import { slotId } from '../../support/test-plan.ts'
import { virtualTime } from '../../support/virtual-time.ts'
import { type RealServer, realServer } from './support/real-server.ts'

// Processes of their own take long to start where the machine is busy.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

let server: TestApp | undefined
let real: RealServer | undefined
beforeEach(() => {
  server = undefined
  real = undefined
})
afterEach(async () => {
  await server?.close()
  await real?.remove()
})

const line = (session: string, room: string, start: number): string => `${session} ${room} ${start}`

test('L16 snapshot, agenda, rooms and the table of placements tell the same, after whatever was done', async () => {
  const seed = 20_240_703
  const random = seededRandom(seed)
  const time = virtualTime(before)
  const it = await testApp({ clock: time })
  server = it
  const team = await it.joinTeam('Camille')
  for (let n = 0; n < 12; n += 1) await it.command(await it.join(`P${n}`), propose(n))
  const rooms = ['b101', 'b102', 'hall']
  for (let n = 0; n < 80; n += 1) {
    const own = random.below(12)
    const place = { roomId: random.pick(rooms), slotId: slotId(random.pick(['0930', '1045', '1330', '1430'])) }
    const command = random.pick([
      claim(own, place.roomId, place.slotId),
      { type: 'move', sessionId: sessionId(own), ...place },
      { type: 'release', sessionId: sessionId(own) },
    ])
    await it.command(team, command)
    if (n % 20 !== 19) continue
    const { board } = (await it.ask('GET', '/api/forums/essai')).body as Snapshot
    const expected = board.placements.map(({ sessionId: id, roomId, start }) => line(id, roomId, start)).sort()
    const agenda = (await it.ask('GET', '/api/forums/essai/agenda.json')).body as readonly {
      sessionId: string
      roomId: string
      start: number
    }[]
    const table = await readPlacements(it.services.db, it.forum.id)
    time.advance(at('09:00') - time.now())
    const doors = await Promise.all(
      rooms.map(async (roomId) => {
        const { body } = await it.ask('GET', `/api/forums/essai/rooms/${roomId}/now`)
        const { current, next, rest } = body as Record<'current' | 'next', Held | null> & { rest: readonly Held[] }
        return [current, next, ...rest].flatMap((held) => (held === null ? [] : [held.placement]))
      }),
    )
    expect({ seed, n, lines: agenda.map((row) => line(row.sessionId, row.roomId, row.start)).sort() }).toEqual({
      seed,
      n,
      lines: expected,
    })
    expect(table.map((row) => line(row.sessionId, row.roomId, row.start)).sort()).toEqual(expected)
    const atDoors = doors.flat().map((row) => line(row.sessionId, row.roomId, row.start))
    expect([...new Set(atDoors)].sort()).toEqual(expected)
  }
  expect((await it.ask('GET', '/api/forums/essai/agenda.json')).body).not.toEqual([])
})

interface Held {
  readonly placement: { readonly sessionId: string; readonly roomId: string; readonly start: number }
}

interface Exported {
  readonly seq: number
  readonly board: BoardJson
  readonly entries: readonly Entry[]
}

test('L16 an export in a burst is one version: its entries make its board, and neither is half of another', async () => {
  const it = await realServer()
  real = it
  await it.start()
  const team = await it.joinTeam('Camille')
  const [room] = (await it.snapshot()).board.rooms
  let isOver = false
  const burst = async (): Promise<void> => {
    for (let n = 0; !isOver; n += 1) {
      await it.command(team, { type: 'edit-room', roomId: room?.id, name: `Salle ${n}` })
      // As fast as the team may go for long.
      await new Promise((resolve) => setTimeout(resolve, 15))
    }
  }
  const writing = burst()
  const seqs: number[] = []
  for (let n = 0; n < 2; n += 1) {
    const { code, out } = await it.cli('export', 'essai')
    expect(code).toBe(0)
    const { seq, board, entries } = JSON.parse(out) as Exported
    const replayed = entries.reduce(evolveEntry, emptyBoard)
    expect(boardToJson(replayed)).toEqual(boardToJson(boardFromJson(board)))
    expect(entries.at(-1)?.seq).toBe(seq)
    seqs.push(seq)
  }
  isOver = true
  await writing
  // It did go on meanwhile.
  expect(seqs[1]).toBeGreaterThan(seqs[0] ?? 0)
})
