import { readEpoch } from '../db/meta.ts'
import type { Database } from '../db/tables.ts'
import { BoardRegistry } from './board/board-registry.ts'
import { Committer } from './board/committer.ts'
import type { Clock } from './clock.ts'
import type { Log } from './log.ts'
import type { Core } from './services.ts'

/** The boards over one database: one committer for all of them. The server and the command line use the same. */
export const createCore = async (db: Database, clock: Clock, log: Log): Promise<Core> => {
  const epoch = await readEpoch(db)
  const committer = new Committer({ db, clock, log })
  return { db, clock, log, committer, forums: new BoardRegistry({ db, clock, log, committer, epoch }) }
}
