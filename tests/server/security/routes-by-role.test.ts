import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { roles } from './forums-of-roles.ts'
import { rows, type TwoForums, twoForums } from './routes.ts'

/*
 * Every route of the HTTP API × everybody who may hold a token, by the document that the server makes of its own schemas: a
 * new route without a row fails.
 */

let all: TwoForums
beforeAll(async () => {
  all = await twoForums()
})
afterAll(() => all.server.close())

test('I2 every route that is documented has its row, and no other', () => {
  expect(Object.keys(rows).sort()).toEqual([...all.documented].sort())
})

describe('I2 each route, by who asks', () => {
  test.each(Object.keys(rows))('I2 %s', async (route) => {
    const statuses: Record<string, number> = {}
    for (const role of roles) statuses[role] = (await all.askAs(role, all.here, route)).status
    expect(statuses).toEqual(rows[route]?.answers)
  })

  test('I2 whoever reads without a name, as a wall and a door do, has changed nothing by any of them', async () => {
    const untouched = await all.stateOf(all.here)
    for (const route of Object.keys(rows))
      if (route !== 'POST /api/forums/{slug}/join') await all.askAs('visitor', all.here, route)
    expect(await all.stateOf(all.here)).toBe(untouched)
  })
})
