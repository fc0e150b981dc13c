import { afterAll, beforeAll, expect, test } from 'vitest'
import { heartbeat } from '../../../client/sync/connection.ts'
import { openDatabase } from '../../../db/open.ts'
import type { Database } from '../../../db/tables.ts'
import { type BusyServer, busyServer, type Endured, jobNames, readFor } from './support/other-work.ts'

/* Catalogue 44. Half a second each, and a forum of some size; `npm run soak -- busy` gives five, and ten thousand entries. */

const milliseconds = 500

let busy: BusyServer
beforeAll(async () => {
  busy = await busyServer(2500)
})
afterAll(() => busy.close())

const expectUnharmed = ({ left, slowestPing }: Endured): void => {
  expect(left).toBe(0)
  expect(slowestPing).toBeLessThan(heartbeat.answer)
}

/** One read that lasts long enough for something to be answered meanwhile, also on a machine that is slow today. */
const during = async (db: Database, fits: (endured: Endured) => boolean): Promise<Endured> => {
  for (let length = milliseconds; ; length *= 2) {
    const endured = await busy.endure(() => readFor(db, length))
    if (fits(endured) || length > 4000) return endured
  }
}

test('L19 while the server’s own connection reads for long, pings are answered meanwhile, and claims right after', async () => {
  const endured = await during(busy.server.services.db, ({ pings }) => pings > 5)
  expectUnharmed(endured)
  expect(endured.pings).toBeGreaterThan(5)
})

test('L19 while somebody else reads the file for long, claims are acknowledged meanwhile', async () => {
  const other = await openDatabase(busy.server.database.file)
  const endured = await during(other, ({ claims }) => claims > 0)
  await other.destroy()
  expectUnharmed(endured)
  expect(endured.claims).toBeGreaterThan(0)
})

test.each(jobNames)(
  'L19 phones are answered and claims acknowledged while it does its longest jobs: %s',
  async (name) => {
    expectUnharmed(await busy.endureRepeated(milliseconds, busy.jobs[name]))
  },
)
