import { Kysely, type RawBuilder, sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { DatabaseErrorKind } from '../../../db/errors.ts'
import { temporaryFolder } from '../../support/temporary-database.ts'
import { type ContractDatabase, type ContractTables, contractDatabase, type OpenDialect } from './dialect-contract.ts'

interface Mistake {
  readonly kind: DatabaseErrorKind
  readonly detail: string
  readonly statement: RawBuilder<unknown>
}

const mistakes: readonly Mistake[] = [
  { kind: 'unique', detail: 'sample.word', statement: sql`insert into sample (word) values ('a')` },
  { kind: 'unique', detail: 'sample.id', statement: sql`insert into sample (id) values (1)` },
  { kind: 'foreign-key', detail: '', statement: sql`insert into child values (99, 1)` },
  { kind: 'not-null', detail: 'child.amount', statement: sql`insert into child values (1, null)` },
  { kind: 'check', detail: 'amount < 1000', statement: sql`insert into child values (1, 1000)` },
  {
    kind: 'type',
    detail: 'cannot store TEXT value in INTEGER column child.amount',
    statement: sql`insert into child values (1, 'many')`,
  },
  { kind: 'raised', detail: 'too-much', statement: sql`insert into child values (1, -1)` },
  { kind: 'statement', detail: 'no such table: nowhere', statement: sql`select * from nowhere` },
  { kind: 'statement', detail: 'near "selekt": syntax error', statement: sql`selekt 1` },
]

const fill = (db: Kysely<ContractTables>) =>
  sql`with recursive n (i) as (select 1 union all select i + 1 from n where i < 1000)
    insert into sample (bytes) select randomblob(1000) from n`.execute(db)

export const describeErrors = (open: OpenDialect) =>
  describe('errors', () => {
    let contract: ContractDatabase
    beforeEach(async () => {
      contract = await contractDatabase(await temporaryFolder(), open)
      await contract.db.insertInto('sample').values({ word: 'a' }).execute()
    })
    afterEach(() => contract.remove())

    test.each(mistakes)('$kind: $detail', async ({ kind, detail, statement }) => {
      const failing = statement.execute(contract.db)
      await expect(failing).rejects.toMatchObject({ name: 'DatabaseError', kind, detail })
      expect(await contract.db.selectFrom('sample').select('word').execute()).toEqual([{ word: 'a' }])
    })

    test('busy, where another handle writes for longer than one waits', async () => {
      const other = contract.another()
      await sql`pragma busy_timeout = 0`.execute(other)
      const transaction = await contract.db.startTransaction().execute()
      await expect(fill(other)).rejects.toMatchObject({ kind: 'busy', detail: 'database is locked' })
      await transaction.rollback().execute()
      await fill(other)
    })

    test('where the database itself has ended a transaction, the error that it ended by comes out', async () => {
      const failing = contract.db
        .transaction()
        .execute((transaction) => sql`insert or rollback into sample (word) values ('a')`.execute(transaction))
      await expect(failing).rejects.toMatchObject({ kind: 'unique', detail: 'sample.word' })
      await contract.db.transaction().execute((transaction) => fill(transaction))
    })

    test('a full disk undoes the transaction, says so, and leaves the connection in order', async () => {
      await sql`pragma max_page_count = 30`.execute(contract.db)
      const failing = contract.db.transaction().execute(async (transaction) => {
        await transaction.insertInto('sample').values({ word: 'b' }).execute()
        await fill(transaction)
      })
      await expect(failing).rejects.toMatchObject({ kind: 'full', detail: 'database or disk is full' })
      await contract.db.insertInto('sample').values({ word: 'c' }).execute()
      expect(await contract.db.selectFrom('sample').select('word').execute()).toEqual([{ word: 'a' }, { word: 'c' }])
    })

    test('a file in a folder that is not there', async () => {
      const db = new Kysely<ContractTables>({ dialect: open(contract.folder.file('nowhere/contract.db')) })
      await expect(db.selectFrom('sample').selectAll().execute()).rejects.toMatchObject({ kind: 'no-access' })
      await db.destroy()
    })
  })
