import { heartbeat } from '../../client/sync/connection.ts'
import { openDatabase } from '../../db/open.ts'
import { busyServer, jobNames, readFor } from '../server/reliability/support/other-work.ts'

/** Each kind of other work for so many seconds, with ten thousand entries. @returns whether no phone gave its line up */
export const busy = async (seconds: number): Promise<boolean> => {
  const hall = await busyServer(10_000)
  const other = await openDatabase(hall.server.database.file)
  const milliseconds = seconds * 1000
  const works = [
    ['a read on its own connection', () => hall.endure(() => readFor(hall.server.services.db, milliseconds))],
    ['a read on another connection', () => hall.endure(() => readFor(other, milliseconds))],
    ...jobNames.map((name) => [name, () => hall.endureRepeated(milliseconds, hall.jobs[name])] as const),
  ] as const
  let held = true
  try {
    for (const [name, endure] of works) {
      const { pings, slowestPing, claims, slowestClaim, left } = await endure()
      console.log(
        `${name}: ${pings} pings, the slowest ${Math.round(slowestPing)} ms; ${claims} claims meanwhile, the slowest ${Math.round(slowestClaim)} ms`,
      )
      held = held && left === 0 && pings > 0 && slowestPing < heartbeat.answer
    }
    return held
  } finally {
    await other.destroy()
    await hall.close()
  }
}
