import { randomUUID } from 'node:crypto'
import type { InjectOptions } from 'fastify'
import { buildApp } from '../../server/app.ts'
import { createForum, submitAll } from '../../server/board/create-forum.ts'
import type { LiveForum } from '../../server/board/live-forum.ts'
import type { Tail } from '../../server/board/tail.ts'
import type { Clock } from '../../server/clock.ts'
import { type Config, readConfig } from '../../server/config.ts'
import type { App, Services } from '../../server/services.ts'
import type { Command } from '../../shared/commands/command.schema.ts'
import type { ForumPlan } from '../../shared/plan.schema.ts'
import type { Person } from '../../shared/protocol.ts'
import { before } from './boards.ts'
import { type TemporaryDatabase, temporaryDatabase } from './temporary-database.ts'
import { runningClock } from './test-clock.ts'
import { testPlan } from './test-plan.ts'

/** A device that joined. */
export interface Device {
  readonly person: Person
  readonly token: string
}

export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  /** The JSON of the answer; null where there is none. */
  readonly body: unknown
}

export interface TestApp {
  readonly app: App
  readonly services: Services
  readonly tail: Tail
  readonly database: TemporaryDatabase
  readonly forum: LiveForum
  /** Of the forum's facilitator link. */
  readonly secret: string
  /** Asks over HTTP as JSON; `token` as a bearer's. */
  ask(method: 'GET' | 'POST' | 'PUT' | 'PATCH', path: string, options?: AskOptions): Promise<Reply>
  join(name: string, slug?: string): Promise<Device>
  joinTeam(name: string): Promise<Device>
  /** Sends a command over HTTP under a new id, or the one given. */
  command(device: Device, command: object, id?: string): Promise<Reply>
  close(): Promise<void>
}

export interface AskOptions {
  readonly token?: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

export interface TestAppOptions {
  readonly clock?: Clock
  readonly environment?: Readonly<Record<string, string>>
  readonly plan?: ForumPlan
  readonly clientFolder?: string
  readonly slug?: string
}

export const testConfig = (environment: Readonly<Record<string, string>> = {}): Config => {
  const reading = readConfig({ LOG_LEVEL: 'silent', BACKUP_EVERY: 'off', ...environment })
  if (reading.type === 'wrong') throw new Error(reading.problem)
  return reading.config
}

const openMarket: Command = { type: 'open-door', door: 'claim' }

const json = (text: string): unknown => (text === '' || !/^[[{"\dtfn]/.test(text) ? null : JSON.parse(text))

/** The whole server on a real database, with one forum whose three doors are open; nothing listens. */
export const testApp = async (options: TestAppOptions = {}): Promise<TestApp> => {
  const { clock = runningClock(before), plan = testPlan, environment } = options
  const database = await temporaryDatabase()
  const clientFolder = options.clientFolder ?? database.folder.file('client')
  const { app, services, tail } = await buildApp({
    db: database.db,
    clock,
    config: testConfig(environment),
    clientFolder,
  })
  const created = await createForum(services, plan, options.slug ?? 'essai')
  if (created.type === 'refused') throw new Error(created.refusal.code)
  const { forum, secret, team } = created
  await submitAll(forum, team, [openMarket])

  const ask: TestApp['ask'] = async (method, path, { token, body, headers = {} } = {}) => {
    const request: InjectOptions = {
      method,
      url: path,
      headers: { ...(token === undefined ? {} : { authorization: `Bearer ${token}` }), ...headers },
      ...(body === undefined ? {} : { payload: body as object }),
    }
    const response = await app.inject(request)
    return { status: response.statusCode, headers: response.headers, body: json(response.body) }
  }
  const join: TestApp['join'] = async (name, slug = forum.slug) => {
    const { status, body } = await ask('POST', `/api/forums/${slug}/join`, { body: { name } })
    if (status !== 201) throw new Error(`join: ${status} ${JSON.stringify(body)}`)
    return body as Device
  }
  return {
    app,
    services,
    tail,
    database,
    forum,
    secret,
    ask,
    join,
    joinTeam: async (name) => {
      const device = await join(name)
      const { token } = device
      const { body } = await ask('POST', `/api/forums/${forum.slug}/facilitator`, { token, body: { secret } })
      return { token, person: (body as { person: Person }).person }
    },
    command: ({ token }, command, id = randomUUID()) =>
      ask('POST', `/api/forums/${forum.slug}/commands`, { token, body: { id, command } }),
    close: async () => {
      await app.close()
      await database.remove()
    },
  }
}
