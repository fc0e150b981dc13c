import { type Kysely, sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { temporaryFolder } from '../../support/temporary-database.ts'
import { type ContractDatabase, type ContractTables, contractDatabase, type OpenDialect } from './dialect-contract.ts'

const words = async (db: Kysely<ContractTables>): Promise<readonly (string | null)[]> => {
  const rows = await db.selectFrom('sample').select('word').orderBy('id').execute()
  return rows.map(({ word }) => word)
}

const insert = (db: Kysely<ContractTables>, word: string) => db.insertInto('sample').values({ word }).execute()

export const describeTransactions = (open: OpenDialect) =>
  describe('transactions', () => {
    let contract: ContractDatabase
    const log: string[] = []
    beforeEach(async () => {
      contract = await contractDatabase(await temporaryFolder(), open, ({ query }) => void log.push(query.sql))
      log.length = 0
    })
    afterEach(() => contract.remove())

    test('D2 a transaction that returns is kept', async () => {
      await contract.db.transaction().execute(async (transaction) => {
        await insert(transaction, 'a')
        await insert(transaction, 'b')
      })
      expect(await words(contract.another())).toEqual(['a', 'b'])
    })

    test('D2 a transaction that throws leaves nothing, and its own error comes out', async () => {
      const failing = contract.db.transaction().execute(async (transaction) => {
        await insert(transaction, 'a')
        throw new Error('changed my mind')
      })
      await expect(failing).rejects.toThrow('changed my mind')
      expect(await words(contract.db)).toEqual([])
    })

    test('D2 it takes the right to write at its beginning, unless it only reads', async () => {
      await contract.db.transaction().execute(words)
      await contract.db.transaction().setAccessMode('read only').execute(words)
      expect(log.filter((text) => text.startsWith('begin'))).toEqual(['begin immediate', 'begin'])
    })

    test('D2 those begun together run one after another, in the order of their beginning', async () => {
      const order: number[] = []
      await insert(contract.db, '0')
      const add = (turn: number) =>
        contract.db.transaction().execute(async (transaction) => {
          order.push(turn)
          const [before] = await words(transaction)
          await transaction
            .updateTable('sample')
            .set({ word: String(Number(before) + 1) })
            .execute()
        })
      const turns = Array.from({ length: 100 }, (_, index) => index)
      await Promise.all(turns.map(add))
      expect({ words: await words(contract.db), order }).toEqual({ words: ['100'], order: turns })
    })

    test('D2 who asks in the middle of a transaction gets the answer after it', async () => {
      let outside: Promise<readonly (string | null)[]> = Promise.resolve([])
      const failing = contract.db.transaction().execute(async (transaction) => {
        await insert(transaction, 'a')
        outside = words(contract.db)
        await insert(transaction, 'b')
        throw new Error('changed my mind')
      })
      await expect(failing).rejects.toThrow()
      expect(await outside).toEqual([])
    })

    test('D2 a savepoint undoes what came after it and nothing else', async () => {
      const transaction = await contract.db.startTransaction().execute()
      await insert(transaction, 'a')
      const saved = await transaction.savepoint('half "way"').execute()
      await insert(saved, 'b')
      const back = await saved.rollbackToSavepoint('half "way"').execute()
      await insert(back, 'c')
      const released = await back.releaseSavepoint('half "way"').execute()
      await released.commit().execute()
      expect(await words(contract.db)).toEqual(['a', 'c'])
    })

    test('D2 another handle waits for the one that writes', async () => {
      const other = contract.another()
      await sql`pragma busy_timeout = 5000`.execute(other)
      const transaction = await contract.db.startTransaction().execute()
      await insert(transaction, 'a')
      const second = insert(other, 'b')
      await insert(transaction, 'c')
      await transaction.commit().execute()
      await second
      expect(await words(contract.db)).toEqual(['a', 'c', 'b'])
    })

    test('D2 closing waits for what runs and for what was asked before, and refuses what comes after', async () => {
      const slow = sql`with recursive n (i) as (select 1 union all select i + 1 from n where i < 300000)
        insert into sample (whole) select count(*) from n`.execute(contract.db)
      const asked = contract.db.selectFrom('sample').select('whole').execute()
      const closed = contract.db.destroy()
      await slow
      expect(await asked).toEqual([{ whole: 300_000 }])
      await closed
      await expect(contract.db.selectFrom('sample').selectAll().execute()).rejects.toThrow('destroyed')
    })
  })
