import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { temporaryFolder } from '../../support/temporary-database.ts'
import { type ContractDatabase, contractDatabase, type OpenDialect } from './dialect-contract.ts'

export const describeResults = (open: OpenDialect) =>
  describe('results', () => {
    let contract: ContractDatabase
    beforeEach(async () => {
      contract = await contractDatabase(await temporaryFolder(), open)
    })
    afterEach(() => contract.remove())

    const three = () => contract.db.insertInto('sample').values([{ word: 'a' }, { word: 'b' }, { word: 'c' }])

    test('D1 an insert says how many rows it made, and the id of the last', async () => {
      const { insertId, numInsertedOrUpdatedRows } = await three().executeTakeFirstOrThrow()
      expect({ insertId, numInsertedOrUpdatedRows }).toEqual({ insertId: 3n, numInsertedOrUpdatedRows: 3n })
    })

    test('D1 an insert that made nothing has no id, not the one of an earlier insert', async () => {
      await three().execute()
      const again = contract.db.insertInto('sample').values({ word: 'a' })
      const result = await again.onConflict((conflict) => conflict.doNothing()).executeTakeFirstOrThrow()
      expect([result.insertId, result.numInsertedOrUpdatedRows]).toEqual([undefined, 0n])
    })

    test('D1 an update and a delete say how many rows they changed', async () => {
      await three().execute()
      const update = await contract.db.updateTable('sample').set({ whole: 1 }).where('word', '<', 'c').execute()
      const remove = await contract.db.deleteFrom('sample').where('whole', '=', 1).execute()
      const none = await contract.db.deleteFrom('sample').where('whole', '=', 1).execute()
      expect([update, remove, none]).toMatchObject([
        [{ numUpdatedRows: 2n }],
        [{ numDeletedRows: 2n }],
        [{ numDeletedRows: 0n }],
      ])
    })

    test('D1 returning gives the rows of an insert, an update and a delete', async () => {
      const inserted = await three().returning(['id', 'word']).execute()
      const updated = await contract.db
        .updateTable('sample')
        .set({ whole: 7 })
        .where('id', '=', 2)
        .returningAll()
        .execute()
      const deleted = await contract.db.deleteFrom('sample').where('id', '>', 1).returning('id').execute()
      expect({ inserted, updated, deleted }).toEqual({
        inserted: [
          { id: 1, word: 'a' },
          { id: 2, word: 'b' },
          { id: 3, word: 'c' },
        ],
        updated: [{ id: 2, word: 'b', whole: 7, real: null, bytes: null }],
        deleted: [{ id: 2 }, { id: 3 }],
      })
    })

    test('D1 a raw query gives its rows, and none where it has none', async () => {
      const some = await sql`select 1 as one union all select 2`.execute(contract.db)
      const none = await sql`create index sample_whole on sample (whole)`.execute(contract.db)
      expect([some.rows, none.rows]).toEqual([[{ one: 1 }, { one: 2 }], []])
    })

    test('D1 statements that are given at once run in their order', async () => {
      const writes = Array.from({ length: 200 }, (_, whole) =>
        contract.db.insertInto('sample').values({ whole }).execute(),
      )
      await Promise.all(writes)
      const rows = await contract.db.selectFrom('sample').select('whole').orderBy('id').execute()
      expect(rows.map(({ whole }) => whole)).toEqual(Array.from({ length: 200 }, (_, index) => index))
    })

    test('D1 the tables can be read from the database', async () => {
      const tables = await contract.db.introspection.getTables()
      const column = (name: string, dataType: string, isNullable: boolean) => ({ name, dataType, isNullable })
      expect(tables).toMatchObject([
        { name: 'child', columns: [column('sample_id', 'INTEGER', false), column('amount', 'INTEGER', false)] },
        {
          name: 'sample',
          columns: [
            { ...column('id', 'INTEGER', true), isAutoIncrementing: true },
            column('word', 'TEXT', true),
            column('whole', 'INTEGER', true),
            column('real', 'REAL', true),
            column('bytes', 'BLOB', true),
          ],
        },
      ])
    })
  })
