import type { Database } from '../tables.ts'

/** One step of the schema. Once released it is never edited: a backup is checked against what its steps make. */
export interface Migration {
  /** 1, 2, 3… without gaps. */
  readonly version: number
  readonly name: string
  /** Runs in a transaction of its own. */
  up(db: Database): Promise<void>
}
