import { alternatives } from '../../shared/alternatives.ts'
import {
  type Board,
  emptyBoard,
  formats,
  type Placement,
  type Room,
  type Session,
  type Slot,
} from '../../shared/board.ts'
import { consider } from '../../shared/consider.ts'
import type { Context, Torn } from '../../shared/context.ts'
import { decide } from '../../shared/decide.ts'
import { type CellRef, cellKey, type SessionId } from '../../shared/ids.ts'
import { affected, problems } from '../../shared/problems.ts'
import { DAY, HOUR, MINUTE } from '../../shared/time.ts'
import { localDate } from '../../shared/zone.ts'
import { type Random, seededRandom } from '../support/random.ts'
import { median, percentile, printBars } from './figures.ts'

const days = 3
const roomsCount = 20
const slotsPerDay = 9
const sessionsCount = 500
const peopleCount = 400
const starsEach = 12
const rounds = 200
const moves = 600
const zone = 'Europe/Paris'
const monday = Date.UTC(2024, 6, 1, 7)

const features = ['vidéoprojecteur', 'paperboard', 'ascenseur', 'boucle magnétique', 'piano', 'cuisine']
const tags = Array.from({ length: 100 }, (_, n) => `sujet ${n}`)

const some = <T>(random: Random, items: readonly T[], most: number): readonly T[] =>
  Array.from({ length: random.below(most + 1) }, () => random.pick(items))

const roomsOf = (random: Random): readonly Room[] =>
  Array.from({ length: roomsCount }, (_, n) => ({
    id: `room-${n}`,
    name: `Salle ${n}`,
    kind: 'room',
    capacity: 15 + random.below(60),
    building: `Bâtiment ${n % 3}`,
    floor: '',
    features: some(random, features, 4),
  }))

const slotsOf = (): readonly Slot[] =>
  Array.from({ length: days * slotsPerDay }, (_, n) => {
    const start = monday + Math.floor(n / slotsPerDay) * DAY + (n % slotsPerDay) * HOUR
    const end = start + 50 * MINUTE
    return { id: `slot-${n}`, kind: 'open', date: localDate(start, zone), label: '', start, end }
  })

const sessionOf = (random: Random, n: number): Session => ({
  id: `session-${n}`,
  title: `Sujet ${n}`,
  description: '',
  hosts: [`person-${random.below(peopleCount)}`, `person-${random.below(peopleCount)}`],
  collectiveId: random.chance(0.2) ? `collective-${random.below(20)}` : null,
  format: random.pick(formats),
  tags: some(random, tags, 3),
  needs: some(random, features, 2),
  language: 'fr',
  length: 1,
  expected: random.chance(0.4) ? 5 + random.below(60) : null,
  links: [],
  remarks: '',
  locked: false,
  proposedAt: monday - DAY,
  repeatOf: null,
  merged: null,
})

/** Every rule has something to look at: hosts of several sessions, walks, formats, tags, needs, closed and kept cells. */
const fullBoard = (random: Random): Board => {
  const rooms = roomsOf(random)
  const slots = slotsOf()
  const sessions = Array.from({ length: sessionsCount }, (_, n) => sessionOf(random, n))
  const cells = slots.flatMap((slot) => rooms.map((room) => ({ slot, room })))
  const placements = sessions.flatMap((session, n): [SessionId, Placement][] => {
    const cell = cells[(n * 541 + 7) % cells.length]
    if (cell === undefined) return []
    const { slot, room } = cell
    const { start, end } = slot
    return [[session.id, { sessionId: session.id, roomId: room.id, slotIds: [slot.id], start, end, since: monday }]]
  })
  const free = cells.filter(({ slot, room }) =>
    placements.every(([, { roomId, slotIds }]) => roomId !== room.id || slotIds[0] !== slot.id),
  )
  const closed = free.slice(0, 12).map(({ slot, room }) => ({ roomId: room.id, slotId: slot.id }))
  return {
    ...emptyBoard,
    cells: new Map(closed.map((cell) => [cellKey(cell.roomId, cell.slotId), { cell, use: { type: 'closed' } }])),
    rooms: new Map(rooms.map((room) => [room.id, room])),
    slots: new Map(slots.map((slot) => [slot.id, slot])),
    doors: { ...emptyBoard.doors, claim: { opensAt: 0, closesAt: null } },
    sessions: new Map(sessions.map((session) => [session.id, session])),
    placements: new Map(placements),
    rules: {
      ...emptyBoard.rules,
      walks: [0, 1, 2].map((n) => ({ from: `Bâtiment ${n}`, to: `Bâtiment ${(n + 1) % 3}`, minutes: 15 })),
      turnOverMinutes: 15,
      lateCells: 1,
      lateUntil: '07:00',
      ownLimit: 3,
    },
  }
}

const words = Math.ceil(peopleCount / 32)

interface Stars {
  readonly bits: Uint32Array
  count: number
}

/** Stars as bits, so that what is measured is the rules and not the counting. */
const starsOf = (random: Random): ReadonlyMap<SessionId, Stars> => {
  const empty = (): Stars => ({ bits: new Uint32Array(words), count: 0 })
  const stars = new Map(Array.from({ length: sessionsCount }, (_, n) => [`session-${n}`, empty()]))
  for (let person = 0; person < peopleCount; person += 1) {
    for (let n = 0; n < starsEach; n += 1) {
      const starred = stars.get(`session-${random.below(sessionsCount)}`)
      if (starred === undefined) continue
      starred.bits[person >> 5] = (starred.bits[person >> 5] ?? 0) | (1 << (person & 31))
      starred.count += 1
    }
  }
  return stars
}

const contextOf = (random: Random): Context => {
  const stars = starsOf(random)
  const elsewhere = new Uint32Array(words)
  const count = (id: SessionId, others: readonly SessionId[]): Torn => {
    elsewhere.fill(0)
    for (const other of others) {
      const bits = stars.get(other)?.bits
      for (let n = 0; bits !== undefined && n < words; n += 1) elsewhere[n] = (elsewhere[n] ?? 0) | (bits[n] ?? 0)
    }
    const own = stars.get(id)?.bits
    return elsewhere.some((bits, n) => (bits & (own?.[n] ?? 0)) !== 0) ? 'few' : 'none'
  }
  // The server remembers its words by slot too: they change with the stars, not with the moves.
  const known = new Map<string, Torn>()
  const torn = (id: SessionId, [slot]: readonly Slot[], others: readonly SessionId[]): Torn => {
    const key = `${slot?.id} ${id}`
    const word = known.get(key) ?? count(id, others)
    known.set(key, word)
    return word
  }
  return {
    actor: { personId: 'team', role: 'facilitator' },
    now: monday - HOUR,
    interest: (id) => stars.get(id)?.count ?? 0,
    votes: { all: peopleCount * starsEach, before: () => 100 },
    isAway: (person, [slot]) => person.endsWith('7') && slot?.id.endsWith('3') === true,
    torn,
  }
}

/** As after an entry: nothing that was worked out for the board before is known for this one. */
const anew = (board: Board): Board => ({ ...board, placements: new Map(board.placements) })

const timed = (what: () => unknown): number => {
  const start = performance.now()
  what()
  return performance.now() - start
}

/** G18: everything that stands against a rule on a large board, and one move on a board that has just changed. */
export const checks = (): Promise<boolean> => {
  const random = seededRandom(18)
  const board = fullBoard(random)
  const context = contextOf(random)
  const participant = (personId: string): Context => ({ ...context, actor: { personId, role: 'participant' } })
  const sessions = [...board.sessions.values()]
  const cell = (): CellRef => ({
    roomId: random.pick([...board.rooms.keys()]),
    slotId: random.pick([...board.slots.keys()]),
  })
  const measure = (count: number, prepare: () => () => unknown): readonly number[] => {
    for (let n = 0; n < count; n += 1) prepare()()
    return Array.from({ length: count }, () => timed(prepare()))
  }
  const move = (read: (fresh: Board, session: Session, to: CellRef, by: Context) => unknown) =>
    measure(moves, () => {
      const [fresh, session, to] = [anew(board), random.pick(sessions), cell()]
      const by = participant(session.hosts[0] ?? '')
      return () => read(fresh, session, to, by)
    })
  const full = measure(rounds, () => {
    const fresh = anew(board)
    return () => problems(fresh, context)
  })
  const levels = measure(rounds, () => {
    const fresh = anew(board)
    return () => affected(fresh, context)
  })
  const one = move((fresh, session, to, by) => consider(fresh, session, to, by))
  const claimed = move((fresh, session, to, by) => decide(fresh, { type: 'claim', sessionId: session.id, ...to }, by))
  const ranked = move((fresh, session, to, by) => alternatives(fresh, session, to, by))
  const met = printBars(
    `checks: ${sessionsCount} sessions, ${roomsCount} rooms, ${days} days of ${slotsPerDay} slots, ${problems(board, context).size} with problems`,
    [
      { name: 'G18 full check', value: median(full), unit: ' ms', bar: { type: 'at most', value: 5 } },
      { name: 'G18 one move', value: median(one), unit: ' ms', bar: { type: 'at most', value: 0.2 } },
      { name: 'full check, the quickest', value: Math.min(...full), unit: ' ms' },
      { name: 'one move, p95', value: percentile(one, 0.95), unit: ' ms' },
      { name: 'who is affected by each rule', value: median(levels), unit: ' ms' },
      { name: 'a claim with its answer (nearly all refused)', value: median(claimed), unit: ' ms' },
      { name: 'the three best cells', value: median(ranked), unit: ' ms' },
    ],
  )
  return Promise.resolve(met)
}
