import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { readEntries } from '../../../db/entries.ts'
import { readPlacements } from '../../../db/placements.ts'
import { before, claim, propose, sessionId } from '../../support/boards.ts'
import { type Reply, type TestApp, testApp } from '../../support/test-app.ts'
import { slotId, testPlan } from '../../support/test-plan.ts'
import { virtualTime } from '../../support/virtual-time.ts'
import { type ForumOfRoles, forumOfRoles, type Role, roles } from './forums-of-roles.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH'
type ByRole = Readonly<Record<Role, number>>

const everybody = (status: number): ByRole => Object.fromEntries(roles.map((role) => [role, status])) as ByRole
const strangers = {
  visitor: 401,
  erased: 401,
  'foreign participant': 401,
  'foreign facilitator': 401,
} as const
const people = (status: number): ByRole => ({ ...everybody(status), ...strangers })
const team = (status: number): ByRole => ({ ...everybody(403), ...strangers, facilitator: status })
const hosts = (status: number): ByRole => ({ ...team(status), host: status })

interface Row {
  readonly answers: ByRole
  /** What a write says. */
  readonly body?: () => object
}

const absences = { absences: [{ date: '2024-07-03', from: null, until: '11:00' }] }

/** Every route of the API, as its own document names it. */
export const rows: Readonly<Record<string, Row>> = {
  'GET /api/health': { answers: everybody(200) },
  'GET /api/forums': { answers: everybody(200) },
  'GET /api/forums/{slug}': { answers: everybody(200) },
  'GET /api/forums/{slug}/agenda.json': { answers: everybody(200) },
  'GET /api/forums/{slug}/rooms/{room}/now': { answers: everybody(200) },
  'GET /api/forums/{slug}/me': { answers: people(200) },
  'GET /api/forums/{slug}/me/absences': { answers: people(200) },
  'GET /api/forums/{slug}/sessions/{session}/advice': { answers: hosts(200) },
  'GET /api/forums/{slug}/people/{person}/absences': { answers: team(200) },
  'GET /api/forums/{slug}/reasons': { answers: team(200) },
  'GET /api/forums/{slug}/checks': { answers: team(200) },
  'GET /api/forums/{slug}/entries': { answers: team(200) },
  'GET /api/forums/{slug}/history': { answers: team(200) },
  // Whoever comes with a token that is nothing here joins like everybody else, as somebody new.
  'POST /api/forums/{slug}/join': { answers: everybody(201), body: () => ({ name: 'Ana' }) },
  'PATCH /api/forums/{slug}/me': { answers: people(200), body: () => ({ name: 'Ana' }) },
  'PUT /api/forums/{slug}/me/absences': { answers: people(200), body: () => absences },
  'PUT /api/forums/{slug}/stars/{session}': { answers: people(200), body: () => ({ on: true }) },
  'POST /api/forums/{slug}/commands': {
    answers: hosts(200),
    body: () => ({ id: randomUUID(), command: { type: 'edit', sessionId: sessionId(1), title: 'Autre titre' } }),
  },
  'POST /api/forums/{slug}/checks/preview': {
    answers: team(200),
    body: () => ({ command: { type: 'lock', sessionId: sessionId(1) } }),
  },
  'POST /api/forums/{slug}/checks/mend': {
    answers: team(200),
    body: () => ({ loss: { type: 'slot', slotId: slotId('0930') } }),
  },
  'POST /api/forums/{slug}/people': { answers: team(201), body: () => ({ name: 'Sans téléphone' }) },
  'PUT /api/forums/{slug}/people/{person}/absences': { answers: team(200), body: () => absences },
  'POST /api/forums/{slug}/links': { answers: team(201), body: () => ({}) },
  // The secret is what counts, not who shows it; a token from elsewhere makes nobody of the team.
  'POST /api/forums/{slug}/facilitator': {
    answers: { ...everybody(403) },
    body: () => ({ secret: 'x'.repeat(22) }),
  },
  'POST /api/forums': { answers: everybody(403), body: () => ({ secret: 'x'.repeat(22), plan: testPlan }) },
  'POST /api/forums/example': { answers: everybody(404), body: () => ({}) },
}

/** Two forums of one house, with somebody of each role, and a session on the board of each. */
export interface TwoForums {
  readonly server: TestApp
  readonly here: ForumOfRoles
  readonly there: ForumOfRoles
  /** Routes of the server's own document, "GET /api/…". */
  readonly documented: readonly string[]
  /** The address of a route in a forum, about what is of that forum or another. */
  addressOf(route: string, made: ForumOfRoles, about?: ForumOfRoles): string
  /** Asks as somebody of a forum; nobody is slowed for it. */
  askAs(role: Role, made: ForumOfRoles, route: string, about?: ForumOfRoles): Promise<Reply>
  /** Sends a command as the team of the first forum. */
  command(command: object): Promise<Reply>
  /** All that a forum holds, as the disk has it. */
  stateOf(made: ForumOfRoles): Promise<string>
}

export const twoForums = async (): Promise<TwoForums> => {
  const time = virtualTime(before)
  const server = await testApp({ clock: time })
  // Nobody cuts the power here.
  await sql`pragma synchronous = off`.execute(server.database.db)
  const foreign = { participant: await server.join('D’ailleurs'), facilitator: await server.joinTeam('D’ailleurs') }
  const here = await forumOfRoles(server.services, testPlan, 'ici', foreign)
  const plan = { ...testPlan, rooms: testPlan.rooms.map((room) => ({ ...room, name: `Là ${room.name}` })) }
  const there = await forumOfRoles(server.services, plan, 'la', foreign)
  const roomOf = (made: ForumOfRoles): string => (made === here ? 'b101' : 'la-b101')
  const sessionOf = (made: ForumOfRoles): number => (made === here ? 1 : 2)
  for (const made of [here, there]) {
    const { submit, tokens } = made
    await submit(tokens.host.person, propose(sessionOf(made)))
    await submit(tokens.host.person, claim(sessionOf(made), roomOf(made), slotId('0930')))
  }
  const { paths } = (await server.ask('GET', '/api/openapi.json')).body as { paths: Record<string, object> }
  const addressOf: TwoForums['addressOf'] = (route, made, about = made) =>
    (route.split(' ')[1] ?? '')
      .replace('{slug}', made.forum.slug)
      .replace('{room}', roomOf(about))
      .replace('{session}', sessionId(sessionOf(about)))
      .replace('{person}', about.tokens.guest.person.id)
  const { db } = server.services
  return {
    server,
    here,
    there,
    documented: Object.entries(paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    ),
    addressOf,
    askAs: (role, made, route, about) => {
      const body = rows[route]?.body?.()
      const token = role === 'visitor' ? undefined : made.tokens[role].token
      time.advance(20_000)
      return server.ask(route.split(' ')[0] as Method, addressOf(route, made, about), {
        ...(token === undefined ? {} : { token }),
        ...(body === undefined ? {} : { body }),
      })
    },
    command: (command) => {
      time.advance(20_000)
      const body = { id: randomUUID(), command }
      return server.ask('POST', '/api/forums/ici/commands', { token: here.tokens.facilitator.token, body })
    },
    stateOf: async ({ forum }) => {
      const tables = (['person', 'interest', 'absence', 'link'] as const).map((table) =>
        db.selectFrom(table).selectAll().where('forum_id', '=', forum.id).execute(),
      )
      const log = [await readEntries(db, forum.id, 0), await readPlacements(db, forum.id)]
      return JSON.stringify([log, await Promise.all(tables)])
    },
  }
}
