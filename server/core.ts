import { readEpoch } from '../db/meta.ts'
import type { Database } from '../db/tables.ts'
import { BoardRegistry } from './board/board-registry.ts'
import { Committer } from './board/committer.ts'
import type { Clock } from './clock.ts'
import { Troubles } from './jobs/troubles.ts'
import type { Log } from './log.ts'
import type { Core } from './services.ts'

/** The boards over one database: one committer for all of them. The server and the command line use the same. */
export const createCore = async (db: Database, clock: Clock, log: Log): Promise<Core> => {
  const epoch = await readEpoch(db)
  const troubles = new Troubles(clock)
  const committer = new Committer({ db, clock, log })
  committer.onReadOnly((why) => {
    if (why === null) troubles.clear('read-only')
    else troubles.raise('read-only', `Nothing can be saved: ${why}`)
  })
  const forums = new BoardRegistry({ db, clock, log, committer, troubles, epoch })
  return { db, clock, log, committer, troubles, forums }
}
