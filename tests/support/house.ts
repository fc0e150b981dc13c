import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Database } from '../../db/tables.ts'
import { buildApp } from '../../server/app.ts'
import { createForum } from '../../server/board/create-forum.ts'
import { systemClock } from '../../server/clock.ts'
import { readConfig } from '../../server/config.ts'
import { readForumFile, startingOn } from '../../server/formats/forum-file.ts'
import { renewSetUpSecret } from '../../server/set-up.ts'
import type { Command } from '../../shared/commands/command.schema.ts'
import type { SessionId } from '../../shared/ids.ts'
import type { ForumPlan } from '../../shared/plan.schema.ts'
import type { Absence, Person } from '../../shared/protocol.ts'
import { HOUR, type LocalDate, type LocalTime } from '../../shared/time.ts'
import { instantOf, localDate } from '../../shared/zone.ts'
import { temporaryDatabase } from './temporary-database.ts'
import { shiftable } from './test-clock.ts'

/** What came of it. */
interface Written {
  readonly status: number
  readonly body: unknown
}

/** Somebody at the other end of the HTTP API, as a program would be. */
export interface Visitor {
  readonly person: Person
  readonly token: string
  send(command: Command, reason?: string): Promise<Written>
  star(sessionId: SessionId): Promise<Written>
  sayAway(absences: readonly Absence[]): Promise<Written>
}

/** A forum of a running server, made of tests/fixtures/forum.json, its first day tomorrow. */
export interface HouseForum {
  readonly slug: string
  /** Of its facilitator link. */
  readonly secret: string
  readonly url: string
  join(name: string): Promise<Visitor>
  /** Somebody of the team. */
  facilitator(name: string): Promise<Visitor>
}

export interface HouseForumOptions {
  /** Days from the server's today to the forum's first; one by default. */
  readonly startsIn?: number
  /** Open by default. */
  readonly market?: 'open' | 'closed'
  /** Instead of the fixture's. */
  readonly plan?: ForumPlan
}

/** A whole server on a free port with a database of its own. */
export interface House {
  readonly origin: string
  readonly db: Database
  readonly setUpSecret: string
  /** The server's clock goes on from this day and time, in the forum's zone. */
  setClock(date: LocalDate, time: LocalTime): void
  /** Compares boards, tables and logs now, as the server does by itself once a minute. */
  verify(): Promise<void>
  createForum(options?: HouseForumOptions): Promise<HouseForum>
  close(): Promise<void>
}

const fixture = join(import.meta.dirname, '..', 'fixtures', 'forum.json')

const write = async (method: 'POST' | 'PUT', url: string, body: unknown, token?: string): Promise<Written> => {
  const headers = {
    'content-type': 'application/json',
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  }
  const answer = await fetch(url, { method, headers, body: JSON.stringify(body) })
  return { status: answer.status, body: await answer.json() }
}

const visitor = async (forumUrl: string, name: string): Promise<Visitor> => {
  const joined = await write('POST', `${forumUrl}/join`, { name })
  const { person, token } = joined.body as { person: Person; token: string }
  return {
    person,
    token,
    send: (command, reason) =>
      write('POST', `${forumUrl}/commands`, { id: randomUUID(), command, ...(reason && { reason }) }, token),
    star: (sessionId) => write('PUT', `${forumUrl}/stars/${sessionId}`, { on: true }, token),
    sayAway: (absences) => write('PUT', `${forumUrl}/me/absences`, { absences }, token),
  }
}

const zone = 'Europe/Paris'

export const openHouse = async (): Promise<House> => {
  const { db, remove } = await temporaryDatabase()
  const reading = readConfig({ LOG_LEVEL: 'silent', BACKUP_EVERY: 'off' })
  if (reading.type === 'wrong') throw new Error(reading.problem)
  // What a screen shows is then the same at any time of the day.
  const clock = shiftable(systemClock)
  const { app, services, jobs } = await buildApp({ db, clock, config: reading.config })
  const origin = (await app.listen({ port: 0, host: '127.0.0.1' })).replace('127.0.0.1', 'localhost')
  const setUpSecret = await renewSetUpSecret(db)
  return {
    origin,
    db,
    setUpSecret,
    setClock: (date, time) => {
      clock.ahead = instantOf(date, time, zone) - systemClock.now()
    },
    verify: () => jobs.verifier.round(),
    createForum: async ({ startsIn = 1, market = 'open', plan } = {}) => {
      const file = readForumFile(JSON.parse(await readFile(fixture, 'utf8')))
      if (file.type === 'wrong') throw new Error('the fixture is no forum file')
      const first = localDate(clock.now() + startsIn * 24 * HOUR, zone)
      const creation = await createForum(services, plan ?? startingOn(file.plan, first))
      if (creation.type === 'refused') throw new Error(creation.refusal.code)
      const { forum, secret } = creation
      const api = `${origin}/api/forums/${forum.slug}`
      const facilitator = async (name: string): Promise<Visitor> => {
        const one = await visitor(api, name)
        await write('POST', `${api}/facilitator`, { secret }, one.token)
        return one
      }
      if (market === 'open') await (await facilitator('Portier')).send({ type: 'open-door', door: 'claim' })
      return {
        slug: forum.slug,
        secret,
        url: `${origin}/${forum.slug}`,
        join: (name) => visitor(api, name),
        facilitator,
      }
    },
    close: async () => {
      await app.close()
      await remove()
    },
  }
}
