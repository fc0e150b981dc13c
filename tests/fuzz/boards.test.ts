import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Board, modes, offerKinds } from '../../shared/board.ts'
import { boardFromJson, boardToJson } from '../../shared/board-json.ts'
import type { Command } from '../../shared/commands/command.schema.ts'
import { decide } from '../../shared/decide.ts'
import type { Entry } from '../../shared/events.ts'
import { evolveEntry } from '../../shared/evolve.ts'
import { type GridCell, gridOf } from '../../shared/grid.ts'
import { before, build, by, claim, day, propose, sessionId, smallBoard } from '../support/boards.ts'
import { accept, answer, offer, offerId } from '../support/offers.ts'

const runs = process.env.FUZZ === 'long' ? 20_000 : 300
const rooms = ['b101', 'b102', 'hall', 'fablab']
const slots = ['s1', 's2', 'buffet', 's3', 's4', 'long']
const people = ['ana', 'brieuc', 'carole', 'team']

const n = fc.integer({ min: 1, max: 9 })
const cell = fc.record({ roomId: fc.constantFrom(...rooms), slotId: fc.constantFrom(...slots) })
const clock = fc.constantFrom('09:00', '09:15', '10:45', '11:45', '13:30', '14:00', '15:45')

const m = fc.integer({ min: 1, max: 6 })
const kind = fc.constantFrom(...offerKinds)

/** What two hosts do together: few numbers, so that offers meet their answers. */
const together: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(m, kind, n, n).map(([k, what, a, b]) => offer(what, a, b, { offerId: offerId(k) })),
  },
  { weight: 4, arbitrary: m.map(accept) },
  fc.tuple(m, fc.constantFrom('decline', 'talk')).map(([k, said]) => answer(k, said as 'decline' | 'talk')),
  m.map((k): Command => ({ type: 'withdraw-offer', offerId: offerId(k) })),
  { weight: 2, arbitrary: n.map((k): Command => ({ type: 'unmerge', sessionId: sessionId(k) })) },
  fc.tuple(n, n, fc.subarray(people)).map(
    ([k, made, hosts]): Command => ({
      type: 'split',
      sessionId: sessionId(k),
      newId: sessionId(made),
      title: 'La moitié',
      hosts,
    }),
  ),
  fc.tuple(n, n, fc.option(cell)).map(
    ([k, made, to]): Command => ({
      type: 'repeat',
      sessionId: sessionId(k),
      newId: sessionId(made),
      ...(to ?? {}),
    }),
  ),
  n.map((k): Command => ({ type: 'take-over', sessionId: sessionId(k) })),
  n.map((k): Command => ({ type: 'step-back', sessionId: sessionId(k) })),
  n.map((k) => propose(k, { seeking: true })),
  fc.constantFrom(...modes).map((mode): Command => ({ type: 'set-mode', mode })),
)

const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 9, arbitrary: together },
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
const steps = (maxLength: number) => fc.array(step, { maxLength, size: 'max' })

/** The market has begun: three people with a session in a cell each, and another one in hand. */
const opening = build(
  smallBoard,
  ['ana', 'brieuc', 'carole'].flatMap((who, index) => [
    [by(who), propose(index + 1)] as const,
    [by(who), propose(index + 4)] as const,
    [by(who), claim(index + 1, rooms[index] ?? '', index === 1 ? 's2' : 's1')] as const,
  ]),
)

const play = (taken: readonly { who: string; command: Command }[]): { board: Board; log: readonly Entry[] } => {
  let board = opening
  const log: Entry[] = []
  for (const { who, command: wanted } of taken) {
    const decision = decide(board, wanted, by(who, who === 'team' ? 'facilitator' : 'participant'))
    if (decision.type === 'refused') continue
    const seq = log.length + 1
    const entry: Entry = { seq, commandId: sessionId(1000 + seq), by: who, at: before, events: decision.events }
    log.push(entry)
    board = evolveEntry(board, entry)
  }
  return { board, log }
}

const peopleAt = ({ sessions }: Board, id: string): readonly string[] =>
  [...sessions.values()].filter((each) => each.id === id || each.merged?.intoId === id).flatMap(({ hosts }) => hosts)

/** Written apart from the rules, the slow way: every pair, every minute. */
const clashes = (board: Board): readonly string[] => {
  const all = [...board.placements.values()]
  const minutes = (p: { start: number; end: number }) =>
    new Set(Array.from({ length: (p.end - p.start) / 60_000 }, (_, m) => p.start / 60_000 + m))
  return all.flatMap((a, i) =>
    all.slice(i + 1).flatMap((b) => {
      const during = minutes(b)
      if (![...minutes(a)].some((minute) => during.has(minute))) return []
      const hosts = peopleAt(board, b.sessionId)
      const shared = peopleAt(board, a.sessionId).some((host) => hosts.includes(host))
      return [...(a.roomId === b.roomId ? [`room ${a.roomId}`] : []), ...(shared ? ['host'] : [])]
    }),
  )
}

test('B1 B2 whatever people and team try, no room and no host is ever in two sessions', () => {
  fc.assert(
    fc.property(steps(60), (taken) => {
      expect(clashes(play(taken).board)).toEqual([])
    }),
    { numRuns: runs },
  )
})

test('O6 O7 O8 what is held inside another has no place, one carrier that is there, and nothing inside itself', () => {
  fc.assert(
    fc.property(steps(60), (taken) => {
      const { sessions, placements, offers } = play(taken).board
      const inside = [...sessions.values()].filter(({ merged }) => merged !== null)
      const faults = inside.flatMap(({ id, merged }) => {
        const carrier = sessions.get(merged?.intoId ?? '')
        const carries = inside.some((other) => other.merged?.intoId === id)
        return placements.has(id) || carries || carrier === undefined || carrier.merged !== null ? [id] : []
      })
      expect(faults).toEqual([])
      const astray = [...offers.values()].filter(({ fromId, toId }) =>
        [fromId, toId].some((id) => !sessions.has(id) || sessions.get(id)?.merged !== null),
      )
      expect(astray.map(({ id }) => id)).toEqual([])
      for (const { sessionId: id } of placements.values()) expect(sessions.has(id)).toBe(true)
    }),
    { numRuns: runs },
  )
})

test('L6 the log replays to the live board, also from a snapshot in its middle', () => {
  fc.assert(
    fc.property(steps(40), fc.nat(40), (taken, cut) => {
      const { board, log } = play(taken)
      const half = log.slice(0, cut).reduce(evolveEntry, opening)
      const sent = boardFromJson(JSON.parse(JSON.stringify(boardToJson(half))))
      const json: Entry[] = JSON.parse(JSON.stringify(log.slice(cut)))
      expect(boardToJson(json.reduce(evolveEntry, sent))).toEqual(boardToJson(board))
    }),
    { numRuns: runs },
  )
})

test('V1 every open slot shows every room once, and every placement once', () => {
  fc.assert(
    fc.property(steps(40), (taken) => {
      const { board } = play(taken)
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
