import {
  type Board,
  type CellUse,
  emptyBoard,
  formats,
  type Merged,
  modes,
  type Placement,
  type Room,
  type RuleSettings,
  type Session,
  type Slot,
} from '../../shared/board.ts'
import type { Context, Torn } from '../../shared/context.ts'
import { cellKey, type SessionId } from '../../shared/ids.ts'
import { type Level, levels, type RuleId, ruleIds } from '../../shared/refusals.ts'
import { HOUR, MINUTE } from '../../shared/time.ts'
import { at, day, zone } from './boards.ts'
import type { Random } from './random.ts'

/*
 * Schedules as no team would make them: rooms and hosts held twice, overlapping slots, odd levels. Much happens on a
 * small board, so that every rule speaks often, and is silent often.
 */

/** The first hour of each day; wall clocks are slow to read, and this is asked a million times. */
const days = [day, '2024-07-04'].map((date) => ({ date, opens: at('07:30', date) }))
const firstHour = at('08:00')
const people = ['ana', 'brieuc', 'carole', 'denez', 'enora']
const buildings = ['', 'A', 'Bâtiment B', 'batiment b', 'C']
const features = ['vidéoprojecteur', 'piano', 'Ascenseur', 'PMR', 'Boucle magnétique']
const needs = ['Vidéoprojecteur', 'piano', 'accès de plain-pied', 'step-free', 'hearing loop', 'boucle auditive']
const tags = ['commun', 'Commun', 'eau', 'numérique', 'numerique']

/** About `share` of them, in order. */
const some = <T>(random: Random, items: readonly T[], share: number): readonly T[] =>
  items.filter(() => random.chance(share))

const many = <T>(count: number, make: (n: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, n) => make(n))

const byId = <T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> =>
  new Map(items.map((item) => [item.id, item]))

const randomRoom = (random: Random, n: number): Room => ({
  id: `r${n}`,
  name: `Salle ${n}`,
  kind: random.chance(0.1) ? 'continuous' : 'room',
  capacity: random.chance(0.3) ? null : 5 + random.below(30),
  building: random.pick(buildings),
  floor: '',
  features: some(random, features, 0.4),
})

const randomSlot = (random: Random, n: number): Slot => {
  const { date, opens } = random.pick(days)
  const start = opens + 15 * MINUTE * (6 + random.below(20))
  const end = start + 15 * MINUTE * (2 + random.below(5))
  return { id: `s${n}`, kind: random.chance(0.12) ? 'common' : 'open', date, label: '', start, end }
}

const inTimeOrder = (slots: readonly Slot[]): readonly Slot[] =>
  [...slots].sort((a, b) => a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : 1))

const randomSession = (random: Random, n: number): Session => ({
  id: `x${n}`,
  title: `Sujet ${n}`,
  description: '',
  hosts: some(random, people, 0.3),
  collectiveId: random.chance(0.3) ? random.pick(['k0', 'k1']) : null,
  format: random.pick(formats.slice(0, 2)),
  tags: some(random, tags, 0.2),
  needs: some(random, needs, 0.2),
  language: '',
  length: random.chance(0.3) ? 2 : 1,
  expected: random.chance(0.3) ? 1 + random.below(40) : null,
  links: [],
  remarks: '',
  locked: random.chance(0.1),
  proposedAt: 0,
  repeatOf: null,
  merged: null,
})

/** Some sessions are held inside another one, which is itself inside none. */
const withMerged = (random: Random, sessions: readonly Session[]): readonly Session[] => {
  const [carriers, others] = [sessions.slice(0, 2), sessions.slice(2)]
  const into = (): Merged => ({ intoId: random.pick(carriers).id, cell: null, lent: false })
  return [...carriers, ...others.map((one) => (random.chance(0.15) ? { ...one, merged: into() } : one))]
}

const randomPlacement = (random: Random, session: Session, rooms: readonly Room[], slots: readonly Slot[]) => {
  const first = random.below(slots.length)
  const run = slots.slice(first, first + (random.chance(0.9) ? session.length : 1))
  const [from, to] = [run[0], run.at(-1)]
  if (from === undefined || to === undefined || to.end <= from.start) return null
  const slotIds = run.map(({ id }) => id)
  return { sessionId: session.id, roomId: random.pick(rooms).id, slotIds, start: from.start, end: to.end, since: 0 }
}

const randomUse = (random: Random): CellUse =>
  random.pick<CellUse>([
    { type: 'closed' },
    { type: 'reserved', collectiveId: null },
    { type: 'reserved', collectiveId: 'k0' },
    { type: 'reserved', collectiveId: 'k1' },
  ])

const randomCells = (random: Random, rooms: readonly Room[], slots: readonly Slot[]): Board['cells'] =>
  new Map(
    rooms.flatMap(({ id }) =>
      some(random, slots, 0.2).map((slot) => {
        const cell = { roomId: id, slotId: slot.id }
        return [cellKey(id, slot.id), { cell, use: randomUse(random) }] as const
      }),
    ),
  )

const randomRules = (random: Random): RuleSettings => ({
  levels: Object.fromEntries(some(random, ruleIds, 0.25).map((rule): [RuleId, Level] => [rule, random.pick(levels)])),
  walks: some(
    random,
    [
      { from: 'a', to: 'Bâtiment B', minutes: 15 },
      { from: 'C', to: 'A', minutes: 30 },
      { from: 'BATIMENT B', to: 'c', minutes: 60 },
    ],
    0.6,
  ),
  turnOverMinutes: random.pick([0, 15, 20, 60]),
  lateCells: random.below(4),
  lateUntil: random.pick([null, '08:00', '10:15', '12:00']),
  ownLimit: random.below(4),
  offerMinutes: 10,
})

/** A board of a few rooms and slots with everything on it that the rules of placing look at. */
export const randomBoard = (random: Random): Board => {
  const rooms = many(2 + random.below(4), (n) => randomRoom(random, n))
  const slots = inTimeOrder(many(3 + random.below(6), (n) => randomSlot(random, n)))
  const sessions = withMerged(
    random,
    many(4 + random.below(7), (n) => randomSession(random, n)),
  )
  const placed = sessions.filter(({ merged }) => merged === null && random.chance(0.75))
  const placements = placed.flatMap((session): Placement[] => {
    const placement = randomPlacement(random, session, rooms, slots)
    return placement === null ? [] : [placement]
  })
  const opensAt = random.chance(0.8) ? firstHour : null
  return {
    ...emptyBoard,
    frame: { ...emptyBoard.frame, timeZone: zone, mode: random.pick(modes) },
    rooms: byId(rooms),
    slots: byId(slots),
    cells: randomCells(random, rooms, slots),
    doors: { ...emptyBoard.doors, claim: { opensAt, closesAt: random.chance(0.2) ? firstHour + 3 * HOUR : null } },
    collectives: byId(many(2, (n) => ({ id: `k${n}`, name: `Réseau ${n}`, people: some(random, people, 0.3) }))),
    sessions: byId(sessions),
    placements: new Map(placements.map((placement) => [placement.sessionId, placement])),
    rules: randomRules(random),
  }
}

/** The same word for the same question, whatever the order of the others. */
const tornBy =
  (salt: number) =>
  (id: SessionId, slots: readonly Slot[], others: readonly SessionId[]): Torn => {
    const text = [id, ...slots.map((slot) => slot.id), ...[...others].sort()].join()
    let hash = salt
    for (const letter of text) hash = (Math.imul(hash, 31) + letter.charCodeAt(0)) >>> 0
    return (['none', 'few', 'some', 'many'] as const)[hash % 4] ?? 'none'
  }

/** Somebody, at some time of the first day, with all that only the server knows, or without. */
export const randomContext = (random: Random, board: Board): Context => {
  const stars = new Map([...board.sessions.keys()].map((id) => [id, random.below(40)]))
  const older = new Map([...board.sessions.keys()].map((id) => [id, random.below(200)]))
  const away = new Set(people.flatMap((person) => some(random, [...board.slots.keys()], 0.15).map((id) => person + id)))
  return {
    actor: { personId: random.pick(people), role: random.chance(0.3) ? 'facilitator' : 'participant' },
    now: firstHour - HOUR + 15 * MINUTE * random.below(26),
    interest: (id) => stars.get(id) ?? 0,
    ...(random.chance(0.5) ? { votes: { all: 200, before: (id) => older.get(id) ?? 0 } } : {}),
    ...(random.chance(0.7) ? { isAway: (person, slots) => slots.some(({ id }) => away.has(person + id)) } : {}),
    ...(random.chance(0.7) ? { torn: tornBy(random.below(1000)) } : {}),
    ...(random.chance(0.3) ? { reason: 'Nous en avons parlé.' } : {}),
  }
}
