import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Method, rows, type TwoForums, twoForums } from './routes.ts'

let all: TwoForums
beforeAll(async () => {
  all = await twoForums()
})
afterAll(() => all.server.close())

describe('I5 writes from elsewhere', () => {
  const writes = Object.keys(rows).filter((route) => !route.startsWith('GET'))
  const send = async (route: string, headers: Readonly<Record<string, string>>, payload?: string) => {
    const [method] = route.split(' ') as [Method]
    const { statusCode } = await all.server.app.inject({
      method,
      url: all.addressOf(route, all.here),
      headers: { authorization: `Bearer ${all.here.tokens.facilitator.token}`, host: 'localhost:3000', ...headers },
      payload: payload ?? JSON.stringify(rows[route]?.body?.()),
    })
    return statusCode
  }
  const json = { 'content-type': 'application/json' }

  test.each(writes)('I5 %s is taken from our own pages only, and as JSON only', async (route) => {
    const untouched = await all.stateOf(all.here)
    const statuses = await Promise.all([
      send(route, { ...json, origin: 'https://evil.example' }),
      send(route, { ...json, origin: 'null' }),
      send(route, { ...json, origin: 'http://localhost:3000.evil.example' }),
      send(route, { ...json, 'sec-fetch-site': 'cross-site' }),
      send(route, { ...json, 'sec-fetch-site': 'same-site' }),
      send(route, { 'content-type': 'text/plain' }),
      send(route, { 'content-type': 'application/x-www-form-urlencoded' }, 'name=Ana'),
      send(route, { 'content-type': 'multipart/form-data; boundary=x' }, '--x--'),
      send(route, { 'content-type': 'application/jsonp' }),
    ])
    expect(statuses).toEqual([403, 403, 403, 403, 403, 415, 415, 415, 415])
    expect(await all.stateOf(all.here)).toBe(untouched)
  })

  test('I5 no answer invites the pages of another site, be it asked beforehand', async () => {
    for (const route of Object.keys(rows)) {
      const { statusCode, headers } = await all.server.app.inject({
        method: 'OPTIONS',
        url: all.addressOf(route, all.here),
        headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
      })
      expect(statusCode, route).toBe(404)
      expect(
        Object.keys(headers).filter((name) => name.startsWith('access-control')),
        route,
      ).toEqual([])
    }
  })
})
