import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Board } from '../../shared/board.ts'
import { boardFromJson, boardToJson } from '../../shared/board-json.ts'
import type { Command } from '../../shared/commands/command.schema.ts'
import { decide } from '../../shared/decide.ts'
import type { Entry } from '../../shared/events.ts'
import { evolveEntry } from '../../shared/evolve.ts'
import { type GridCell, gridOf } from '../../shared/grid.ts'
import { before, by, claim, day, propose, sessionId, smallBoard } from '../support/boards.ts'

const runs = process.env.FUZZ === 'long' ? 20_000 : 300
const rooms = ['b101', 'b102', 'hall', 'fablab']
const slots = ['s1', 's2', 'buffet', 's3', 's4', 'long']
const people = ['ana', 'brieuc', 'carole', 'team']

const n = fc.integer({ min: 1, max: 9 })
const cell = fc.record({ roomId: fc.constantFrom(...rooms), slotId: fc.constantFrom(...slots) })
const clock = fc.constantFrom('09:00', '09:15', '10:45', '11:45', '13:30', '14:00', '15:45')

const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(n, fc.integer({ min: 1, max: 4 })).map(([k, length]) => propose(k, { length })) },
  { weight: 6, arbitrary: fc.tuple(n, cell).map(([k, to]) => claim(k, to.roomId, to.slotId)) },
  n.map((k): Command => ({ type: 'release', sessionId: sessionId(k) })),
  n.map((k): Command => ({ type: 'withdraw', sessionId: sessionId(k) })),
  fc
    .tuple(n, fc.integer({ min: 1, max: 4 }))
    .map(([k, length]): Command => ({ type: 'edit', sessionId: sessionId(k), length })),
  fc
    .tuple(n, fc.subarray(people, { minLength: 1 }))
    .map(([k, hosts]): Command => ({ type: 'edit', sessionId: sessionId(k), hosts })),
  fc
    .tuple(fc.constantFrom(...slots), clock, clock)
    .map(([slotId, start, end]): Command => ({ type: 'edit-slot', slotId, start, end })),
  cell.map((at): Command => ({ type: 'set-cells', cells: [at], use: { type: 'closed' } })),
  cell.map((at): Command => ({ type: 'set-cells', cells: [at], use: { type: 'open' } })),
  fc.constantFrom(...rooms).map((roomId): Command => ({ type: 'remove-room', roomId })),
  fc.shuffledSubarray(rooms, { minLength: 1 }).map((roomIds): Command => ({ type: 'order-rooms', roomIds })),
  fc.constantFrom(...slots).map((slotId): Command => ({ type: 'remove-slot', slotId })),
)

const step = fc.record({ who: fc.constantFrom(...people), command })

const play = (steps: readonly { who: string; command: Command }[]): { board: Board; log: readonly Entry[] } => {
  let board = smallBoard
  const log: Entry[] = []
  for (const { who, command: wanted } of steps) {
    const decision = decide(board, wanted, by(who, who === 'team' ? 'facilitator' : 'participant'))
    if (decision.type === 'refused') continue
    const seq = log.length + 1
    const entry: Entry = { seq, commandId: sessionId(1000 + seq), by: who, at: before, events: decision.events }
    log.push(entry)
    board = evolveEntry(board, entry)
  }
  return { board, log }
}

/** Written apart from the rules, the slow way: every pair, every minute. */
const clashes = (board: Board): readonly string[] => {
  const all = [...board.placements.values()]
  const minutes = (p: { start: number; end: number }) =>
    new Set(Array.from({ length: (p.end - p.start) / 60_000 }, (_, m) => p.start / 60_000 + m))
  return all.flatMap((a, i) =>
    all.slice(i + 1).flatMap((b) => {
      const during = minutes(b)
      if (![...minutes(a)].some((minute) => during.has(minute))) return []
      const hosts = board.sessions.get(b.sessionId)?.hosts ?? []
      const shared = board.sessions.get(a.sessionId)?.hosts.some((host) => hosts.includes(host)) === true
      return [...(a.roomId === b.roomId ? [`room ${a.roomId}`] : []), ...(shared ? ['host'] : [])]
    }),
  )
}

test('B1 B2 whatever people and team try, no room and no host is ever in two sessions', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      expect(clashes(play(steps).board)).toEqual([])
    }),
    { numRuns: runs },
  )
})

test('L6 the log replays to the live board, also from a snapshot in its middle', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), fc.nat(40), (steps, cut) => {
      const { board, log } = play(steps)
      const half = log.slice(0, cut).reduce(evolveEntry, smallBoard)
      const sent = boardFromJson(JSON.parse(JSON.stringify(boardToJson(half))))
      const json: Entry[] = JSON.parse(JSON.stringify(log.slice(cut)))
      expect(boardToJson(json.reduce(evolveEntry, sent))).toEqual(boardToJson(board))
    }),
    { numRuns: runs },
  )
})

test('V1 every open slot shows every room once, and every placement once', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const { board } = play(steps)
      const grid = gridOf(board, day)
      const shown: GridCell[] = []
      for (const { slot, cells } of grid.rows) {
        expect([...cells.keys()]).toEqual(slot.kind === 'common' ? [] : grid.rooms.map(({ id }) => id))
        shown.push(...cells.values())
      }
      const sessions = shown.flatMap((c) => (c.type === 'session' ? [c.sessionId] : [])).sort()
      expect(sessions).toEqual([...board.placements.keys()].sort())
    }),
    { numRuns: runs },
  )
})
