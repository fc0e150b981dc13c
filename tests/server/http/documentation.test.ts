import type { TSchema } from 'typebox'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { compileCheck } from '../../../server/checks.ts'
import { commandSchemas } from '../../../shared/commands/command.schema.ts'
import { claim, propose, sessionId } from '../../support/boards.ts'
import { type Device, type TestApp, testApp } from '../../support/test-app.ts'
import { slotId } from '../../support/test-plan.ts'

interface OpenApi {
  readonly openapi: string
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}
interface Content {
  readonly 'application/json'?: { readonly schema: TSchema; readonly examples?: Record<string, { value: unknown }> }
}
interface Operation {
  readonly summary?: string
  readonly parameters?: readonly { readonly name: string; readonly in: string }[]
  readonly requestBody?: { readonly content: Content }
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: Content }>>
}

let server: TestApp
let documents: OpenApi
let ana: Device
let team: Device

beforeAll(async () => {
  server = await testApp()
  ana = await server.join('Ana')
  team = await server.joinTeam('Camille')
  await server.command(ana, propose(1))
  await server.command(ana, claim(1, 'b101', slotId('0930')))
  documents = (await server.ask('GET', '/api/openapi.json')).body as OpenApi
})
afterAll(() => server.close())

const routes = {
  'GET /api/health': 'health',
  'GET /api/forums': 'list',
  'POST /api/forums': 'create',
  'POST /api/forums/example': 'example',
  'GET /api/forums/{slug}': 'snapshot',
  'GET /api/forums/{slug}/agenda.json': 'agenda',
  'GET /api/forums/{slug}/rooms/{room}/now': 'room',
  'POST /api/forums/{slug}/join': 'join',
  'GET /api/forums/{slug}/me': 'me',
  'PATCH /api/forums/{slug}/me': 'rename',
  'POST /api/forums/{slug}/facilitator': 'facilitator',
  'POST /api/forums/{slug}/commands': 'commands',
  'PUT /api/forums/{slug}/stars/{session}': 'star',
  'GET /api/forums/{slug}/sessions/{session}/advice': 'advice',
  'GET /api/forums/{slug}/me/absences': 'absences',
  'PUT /api/forums/{slug}/me/absences': 'sayAbsences',
  'GET /api/forums/{slug}/people/{person}/absences': 'absencesOf',
  'PUT /api/forums/{slug}/people/{person}/absences': 'sayAbsencesOf',
  'GET /api/forums/{slug}/reasons': 'reasons',
  'GET /api/forums/{slug}/checks': 'checks',
  'POST /api/forums/{slug}/checks/preview': 'preview',
  'POST /api/forums/{slug}/checks/mend': 'mend',
  'GET /api/forums/{slug}/entries': 'entries',
  'GET /api/forums/{slug}/history': 'history',
  'POST /api/forums/{slug}/people': 'people',
  'POST /api/forums/{slug}/links': 'links',
}

test('every route is documented, and no other', () => {
  const documented = Object.entries(documents.paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
  )
  expect(documented.sort()).toEqual(Object.keys(routes).sort())
})

test('every operation has a summary, described answers with schemas, and schemas for what it takes', () => {
  expect(documents.openapi).toBe('3.1.0')
  for (const [path, operations] of Object.entries(documents.paths)) {
    for (const [method, { summary, responses, parameters = [], requestBody }] of Object.entries(operations)) {
      const name = `${method} ${path}`
      expect(summary, name).toMatch(/\.|\?$/)
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => parameter)
      expect(
        parameters.filter((parameter) => parameter.in === 'path').map((parameter) => parameter.name),
        name,
      ).toEqual(inPath)
      if (method !== 'get') expect(requestBody?.content['application/json']?.schema, name).toBeDefined()
      for (const [status, { description, content }] of Object.entries(responses)) {
        expect(description, `${name} ${status}`).toMatch(/\.$/)
        if (status !== '304') expect(content?.['application/json']?.schema, `${name} ${status}`).toBeDefined()
      }
    }
  }
})

test('every write names what any of them may be answered with', () => {
  for (const [path, operations] of Object.entries(documents.paths)) {
    for (const [method, { responses }] of Object.entries(operations)) {
      if (method === 'get') continue
      expect(Object.keys(responses), `${method} ${path}`).toEqual(
        expect.arrayContaining(['400', '403', '413', '415', '429', '503']),
      )
    }
  }
})

test('every command is shown by an example that its schema accepts', () => {
  const body = documents.paths['/api/forums/{slug}/commands']?.post?.requestBody?.content['application/json']
  const examples = Object.values(body?.examples ?? {}).map(({ value }) => value as { command: { type: string } })
  expect(examples.map(({ command }) => command.type)).toEqual(Object.keys(commandSchemas))
  const check = compileCheck(body?.schema ?? {})
  for (const example of examples) expect(check(example), example.command.type).toBeNull()
})

test('real answers are as their schemas say', async () => {
  const url = '/api/forums/essai'
  const lost = await server.command(team, propose(2)).then(() => server.command(team, claim(2, 'b101', slotId('0930'))))
  const asked: readonly (readonly [string, string, number, unknown])[] = [
    ['get', '/api/health', 200, (await server.ask('GET', '/api/health')).body],
    ['get', '/api/forums', 200, (await server.ask('GET', '/api/forums')).body],
    ['get', '/api/forums/{slug}', 200, (await server.ask('GET', url)).body],
    ['get', '/api/forums/{slug}/agenda.json', 200, (await server.ask('GET', `${url}/agenda.json`)).body],
    ['get', '/api/forums/{slug}/rooms/{room}/now', 200, (await server.ask('GET', `${url}/rooms/b101/now`)).body],
    ['get', '/api/forums/{slug}/me', 200, (await server.ask('GET', `${url}/me`, { token: ana.token })).body],
    ['get', '/api/forums/{slug}/me', 401, (await server.ask('GET', `${url}/me`)).body],
    ['post', '/api/forums/{slug}/join', 201, (await server.ask('POST', `${url}/join`, { body: { name: 'X' } })).body],
    ['get', '/api/forums/{slug}/entries', 200, (await server.ask('GET', `${url}/entries`, { token: team.token })).body],
    ['get', '/api/forums/{slug}/history', 200, (await server.ask('GET', `${url}/history`, { token: team.token })).body],
    [
      'get',
      '/api/forums/{slug}/sessions/{session}/advice',
      200,
      (await server.ask('GET', `${url}/sessions/${sessionId(1)}/advice`, { token: ana.token })).body,
    ],
    [
      'get',
      '/api/forums/{slug}/me/absences',
      200,
      (await server.ask('GET', `${url}/me/absences`, { token: ana.token })).body,
    ],
    ['get', '/api/forums/{slug}/checks', 200, (await server.ask('GET', `${url}/checks`, { token: team.token })).body],
    [
      'post',
      '/api/forums/{slug}/checks/preview',
      200,
      (
        await server.ask('POST', `${url}/checks/preview`, {
          token: team.token,
          body: { command: claim(2, 'b101', slotId('0930')) },
        })
      ).body,
    ],
    [
      'post',
      '/api/forums/{slug}/checks/mend',
      200,
      (
        await server.ask('POST', `${url}/checks/mend`, {
          token: team.token,
          body: { loss: { type: 'slot', slotId: slotId('0930') } },
        })
      ).body,
    ],
    ['get', '/api/forums/{slug}/reasons', 200, (await server.ask('GET', `${url}/reasons`, { token: team.token })).body],
    ['post', '/api/forums/{slug}/commands', 200, (await server.command(ana, propose(3))).body],
    ['post', '/api/forums/{slug}/commands', 409, lost.body],
    [
      'post',
      '/api/forums/{slug}/commands',
      403,
      (await server.command(ana, { type: 'set-mode', mode: 'barcamp' })).body,
    ],
    ['post', '/api/forums/{slug}/commands', 400, (await server.command(ana, {})).body],
    [
      'post',
      '/api/forums/{slug}/links',
      201,
      (await server.ask('POST', `${url}/links`, { token: team.token, body: {} })).body,
    ],
  ]
  for (const [method, path, status, body] of asked) {
    const schema = documents.paths[path]?.[method]?.responses[status]?.content?.['application/json']?.schema
    expect(schema, `${method} ${path} ${status}`).toBeDefined()
    expect(compileCheck(schema ?? {})(body), `${method} ${path} ${status}`).toBeNull()
  }
})

test('I6 the page that shows it loads nothing from elsewhere', async () => {
  const page = await server.app.inject({ method: 'GET', url: '/api/docs/' })
  expect(page.statusCode).toBe(200)
  expect(page.body).not.toMatch(/(src|href)="https?:/)
  const policy = String(page.headers['content-security-policy'])
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'self'")
  expect(policy).not.toMatch(/https?:|\*/)
})
