import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { temporaryFolder } from '../../support/temporary-database.ts'
import { type ContractDatabase, contractDatabase, type OpenDialect } from './dialect-contract.ts'

export const describeStreams = (open: OpenDialect) =>
  describe('streams', () => {
    let contract: ContractDatabase
    beforeEach(async () => {
      contract = await contractDatabase(await temporaryFolder(), open)
      const rows = Array.from({ length: 25 }, (_, index) => ({ whole: index }))
      await contract.db.insertInto('sample').values(rows).execute()
    })
    afterEach(() => contract.remove())

    const select = () => contract.db.selectFrom('sample').select('whole').where('whole', '>=', 0).orderBy('whole')

    test.each([1, 10, 25, 100])('all rows come in order, by %i', async (chunk) => {
      const seen: (number | null)[] = []
      for await (const row of select().stream(chunk)) seen.push(row.whole)
      expect(seen).toEqual(Array.from({ length: 25 }, (_, index) => index))
    })

    test('one that is left early lets the next query and the closing pass', async () => {
      for await (const row of select().stream()) if (row.whole === 3) break
      expect(await select().executeTakeFirst()).toEqual({ whole: 0 })
      await contract.db.destroy()
    })

    test('one that cannot begin says why and leaves the connection in order', async () => {
      const stream = contract.db
        .selectFrom('nowhere' as 'sample')
        .selectAll()
        .stream()
      await expect(stream.next()).rejects.toMatchObject({ kind: 'statement' })
      expect(await select().executeTakeFirst()).toEqual({ whole: 0 })
    })

    test('only a select streams', async () => {
      const stream = contract.db.deleteFrom('sample').returning('id').stream()
      await expect(stream.next()).rejects.toThrow('only a select can be streamed')
    })
  })
