import { commit } from '../../db/commit.ts'
import { findForum } from '../../db/forums.ts'
import { schemaVersion } from '../../db/migrate.ts'
import { openStore } from '../../server/store.ts'
import type { Entry } from '../../shared/events.ts'
import { realServer } from '../server/reliability/support/real-server.ts'

const rounds = 5
/** Seconds within which the board is served again (QUALITY: one second with ten thousand entries). */
const bar = 1000

/** Entries that change what is there, over and over: as a long forum's log does. */
const lengthen = async (dataDir: string, entries: number): Promise<void> => {
  const db = await openStore(dataDir)
  if ((await schemaVersion(db)) === 0) throw new Error('no tables')
  const forum = await findForum(db, 'essai')
  if (forum === undefined) throw new Error('no forum')
  const rows = await db
    .selectFrom('entry')
    .select(({ fn }) => fn.max('seq').as('seq'))
    .execute()
  const first = (rows[0]?.seq ?? 0) + 1
  for (let from = first; from <= entries; from += 500) {
    const batch: readonly Entry[] = Array.from({ length: Math.min(500, entries - from + 1) }, (_, n) => ({
      seq: from + n,
      commandId: `long-${from + n}`,
      by: 'somebody',
      at: from + n,
      events: [{ type: 'forum-framed', changes: { notice: `Annonce ${from + n}` } }],
    }))
    await commit(db, [{ forumId: forum.id, expectedSeq: from - 1, entries: batch, placed: [], unplaced: [] }])
  }
  await db.destroy()
}

/** From the start of the process to the board over HTTP, after a SIGKILL each. @returns whether the median is within the bar */
export const restart = async (entries: number): Promise<boolean> => {
  const server = await realServer()
  try {
    await lengthen(server.dataDir, entries)
    const times: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      const begun = performance.now()
      await server.start()
      const listening = performance.now() - begun
      const { seq } = await server.snapshot()
      const served = performance.now() - begun
      console.log(`listening after ${Math.round(listening)} ms, board at ${seq} after ${Math.round(served)} ms`)
      if (seq < entries) throw new Error('entries are missing')
      times.push(served)
      await server.stop('SIGKILL')
    }
    const median = [...times].sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.POSITIVE_INFINITY
    console.log(`${entries} entries: ${Math.round(median)} ms (median of ${rounds}), at most ${bar}`)
    return median <= bar
  } finally {
    await server.remove()
  }
}
