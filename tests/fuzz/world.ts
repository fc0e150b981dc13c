import { sql } from 'kysely'
import type { ForumSync } from '../../client/sync/make-forum-sync.ts'
import { makeForumSync } from '../../client/sync/make-forum-sync.ts'
import { makeServerClock } from '../../client/sync/server-clock.ts'
import { createForum } from '../../db/forums.ts'
import type { Database } from '../../db/tables.ts'
import type { LiveForum } from '../../server/board/live-forum.ts'
import { createCore } from '../../server/core.ts'
import { type Log, silentLog } from '../../server/log.ts'
import type { Core } from '../../server/services.ts'
import type { Command } from '../../shared/commands/command.schema.ts'
import type { Actor } from '../../shared/context.ts'
import type { Snapshot } from '../../shared/protocol.ts'
import { MINUTE } from '../../shared/time.ts'
import { before, day, sessionId } from '../support/boards.ts'
import type { Random } from '../support/random.ts'
import { type SimulatedLine, simulatedLine } from '../support/simulated-line.ts'
import { type VirtualTime, virtualTime } from '../support/virtual-time.ts'
import { anyCommand, rooms, slots, subjects } from './any-command.ts'

/** A phone of the simulation, and what it asked for. */
export interface SimulatedPhone {
  readonly sync: ForumSync
  /** Null before its first connection. */
  line(): SimulatedLine | null
  /** Those that an end still holds, the server's too. */
  lines(): readonly SimulatedLine[]
  /** Nothing passes on its link any more, and new lines get nowhere, until `unclog`. */
  clog(): void
  unclog(): void
  act(): void
  /** Commands with their answers, and how often it took the snapshot. */
  readonly asked: { answered: number; sent: number; snapshots: number }
  readonly actor: Actor
}

/** The server as it runs now: another one after each restart. */
interface Running {
  core: Core
  forum: LiveForum
}

/** One forum on a real database with real phones; only time and the network are made up. */
export interface World {
  readonly server: Readonly<Running>
  readonly time: VirtualTime
  readonly phones: readonly SimulatedPhone[]
  /** Somebody of the team, without a phone. */
  readonly team: Actor
  /** What the server called an error: the database refused something, or something was thrown. */
  readonly errors: readonly string[]
  /** Waits until the server has written and answered all that it was told. */
  settle(): Promise<void>
  /** Every line is cut and the server begins anew from its log, while what it was writing still gets on disk. */
  restart(): Promise<void>
}

const frame: readonly Command[] = [
  { type: 'frame-forum', name: 'Essai', timeZone: 'Europe/Paris' },
  ...rooms.map((roomId): Command => ({ type: 'add-room', roomId, name: roomId })),
  { type: 'add-slot', slotId: 's1', date: day, start: '09:30', end: '10:30' },
  { type: 'add-slot', slotId: 's2', date: day, start: '10:30', end: '11:30' },
  { type: 'add-slot', slotId: 's3', date: day, start: '11:30', end: '12:30' },
  { type: 'add-slot', slotId: 'long', date: day, start: '10:00', end: '12:00' },
  // Short, so that offers also run out.
  { type: 'set-figures', offerMinutes: 1 },
  { type: 'open-door', door: 'propose' },
  { type: 'open-door', door: 'claim' },
  { type: 'open-door', door: 'star' },
]

const nextTick = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** The market has begun: each of them has a session in a cell, and another one in hand. */
const firstSteps = (n: number): readonly Command[] => [
  { type: 'propose', sessionId: sessionId(n), title: `Sujet ${n}` },
  { type: 'propose', sessionId: sessionId(n + 6), title: `Sujet ${n + 6}` },
  { type: 'claim', sessionId: sessionId(n), roomId: rooms[n % 3] ?? '', slotId: slots[Math.floor(n / 3)] ?? '' },
]

const phoneOf = async (server: Running, time: VirtualTime, random: Random, name: string): Promise<SimulatedPhone> => {
  const person = await server.forum.people.add({ name, role: 'participant', tokenHash: null, linkId: null })
  const asked = { answered: 0, sent: 0, snapshots: 0 }
  let line: SimulatedLine | null = null
  let lines: readonly SimulatedLine[] = []
  let isClogged = false
  const openLines = () => {
    lines = lines.filter(({ isOpen }) => isOpen)
    return lines
  }
  const fetchSnapshot = async () => {
    if (isClogged || random.chance(0.1)) return { type: 'failed' } as const
    asked.snapshots += 1
    const bytes = await server.forum.snapshot.current().bytes('identity')
    const value: Snapshot = JSON.parse(bytes.toString())
    return { type: 'ok', value } as const
  }
  const sync = makeForumSync({
    open: (events) => {
      const ends = simulatedLine(server.forum, person, time, events)
      line = ends.line
      if (isClogged) line.clog()
      lines = [...openLines(), line]
      return ends.socket
    },
    timers: time,
    // A phone whose own clock is up to an hour off.
    clock: makeServerClock(time, time.now() + (random.below(120) - 60) * MINUTE),
    random: random.next,
    fetchSnapshot,
    newId: random.uuid,
    language: () => 'fr',
    onView: () => undefined,
  })
  const count = () => {
    asked.answered += 1
  }
  return {
    sync,
    asked,
    actor: { personId: person.id, role: 'participant' },
    line: () => line,
    lines: openLines,
    clog: () => {
      isClogged = true
      for (const each of openLines()) each.clog()
    },
    unclog: () => {
      isClogged = false
      for (const each of openLines()) each.unclog()
    },
    act: () => {
      asked.sent += 1
      if (random.chance(0.2)) void sync.star(sessionId(random.below(subjects)), random.chance(0.6)).then(count)
      else void sync.send(anyCommand(random, server.forum.board.board, person.id)).then(count)
    },
  }
}

const startServer = async (db: Database, slug: string, time: VirtualTime, log: Log): Promise<Running> => {
  const core = await createCore(db, time, log)
  const forum = await core.forums.find(slug)
  if (forum === null) throw new Error('the forum was not found')
  return { core, forum }
}

export const createWorld = async (db: Database, slug: string, random: Random, phones: number): Promise<World> => {
  const time = virtualTime(before)
  await createForum(db, { slug, createdAt: before })
  const errors: string[] = []
  const log: Log = {
    ...silentLog,
    error: (details, message) => void errors.push(`${message} ${JSON.stringify(details)}`),
  }
  const server = await startServer(db, slug, time, log)
  const person = { name: 'Équipe', role: 'facilitator', tokenHash: null, linkId: null } as const
  const team: Actor = { personId: (await server.forum.people.add(person)).id, role: 'facilitator' }
  for (const command of frame) await server.forum.board.submit({ id: random.uuid(), command, actor: team })
  const made: SimulatedPhone[] = []
  for (let n = 0; n < phones; n += 1) {
    const phone = await phoneOf(server, time, random, `Phone ${n}`)
    made.push(phone)
    for (const command of firstSteps(n))
      await server.forum.board.submit({ id: random.uuid(), command, actor: phone.actor })
  }
  return {
    server,
    time,
    phones: made,
    team,
    errors,
    settle: async () => {
      // Twice: what is answered first may ask again. A read waits its turn behind the stars that are being written.
      for (let round = 0; round < 2; round += 1) {
        await server.core.committer.idle()
        await sql`select 1`.execute(db)
        await nextTick()
      }
    },
    restart: async () => {
      Object.assign(server, await startServer(db, slug, time, log))
      for (const phone of made) for (const line of phone.lines()) line.cut()
      // As the tail does when it sees that somebody else wrote.
      server.forum.board.markStale()
    },
  }
}
