import { type Dialect, type Generated, Kysely, type LogConfig, sql } from 'kysely'
import type { TemporaryFolder } from '../../support/temporary-database.ts'

export interface SampleTable {
  readonly id: Generated<number>
  readonly word: string | null
  readonly whole: number | null
  readonly real: number | null
  readonly bytes: Uint8Array | null
}

export interface ChildTable {
  readonly sample_id: number
  readonly amount: number
}

export interface ContractTables {
  readonly sample: SampleTable
  readonly child: ChildTable
}

/** A driver under the contract: how to open a file with it. */
export type OpenDialect = (file: string) => Dialect

export interface ContractDatabase {
  readonly db: Kysely<ContractTables>
  readonly folder: TemporaryFolder
  /** One more handle on the same file. */
  another(): Kysely<ContractTables>
  remove(): Promise<void>
}

/** The two tables of the contract in a file of its own, with a trigger that raises "too-much" for a negative amount. */
export const contractDatabase = async (
  folder: TemporaryFolder,
  open: OpenDialect,
  log: LogConfig = [],
): Promise<ContractDatabase> => {
  const file = folder.file('contract.db')
  const handles: Kysely<ContractTables>[] = []
  const another = () => {
    const handle = new Kysely<ContractTables>({ dialect: open(file), log })
    handles.push(handle)
    return handle
  }
  const db = another()
  await createTables(db)
  return {
    db,
    folder,
    another,
    remove: async () => {
      for (const handle of handles) await handle.destroy()
      await folder.remove()
    },
  }
}

const createTables = async (db: Kysely<ContractTables>): Promise<void> => {
  await sql`pragma journal_mode = wal`.execute(db)
  await sql`pragma foreign_keys = on`.execute(db)
  await sql`create table sample (
    id integer primary key autoincrement, word text unique, whole integer, real real, bytes blob) strict`.execute(db)
  await sql`create table child (
    sample_id integer not null references sample (id), amount integer not null check (amount < 1000)) strict`.execute(
    db,
  )
  await sql`create trigger child_amount before insert on child when new.amount < 0
    begin select raise(abort, 'too-much'); end`.execute(db)
}
