import { CompiledQuery, type Kysely, sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { temporaryFolder } from '../../support/temporary-database.ts'
import { type ContractDatabase, type ContractTables, contractDatabase, type OpenDialect } from './dialect-contract.ts'

const echo = async (db: Kysely<ContractTables>, value: unknown): Promise<unknown> => {
  const { rows } = await sql<{ value: unknown }>`select ${value} as value`.execute(db)
  return rows[0]?.value
}

const kept: readonly { readonly name: string; readonly value: unknown }[] = [
  { name: 'null', value: null },
  { name: 'an empty text', value: '' },
  { name: 'a text with accents, an emoji and quotes', value: `l’été 🌊 "x" 'y' \\ ; --` },
  { name: 'a text with a zero character', value: 'a\0b' },
  { name: 'a text that looks like a number', value: '007' },
  { name: 'zero', value: 0 },
  { name: 'a negative whole number', value: -42 },
  { name: 'milliseconds', value: 1_732_212_000_000 },
  { name: 'the largest whole number', value: Number.MAX_SAFE_INTEGER },
  { name: 'the smallest whole number', value: Number.MIN_SAFE_INTEGER },
  { name: 'a fraction', value: 0.1 },
]

const refused: readonly { readonly name: string; readonly value: unknown }[] = [
  { name: 'a BigInt', value: 1n },
  { name: 'undefined', value: undefined },
  { name: 'an object', value: { a: 1 } },
  { name: 'a list', value: [1, 2] },
  { name: 'a date', value: new Date(0) },
  { name: 'a regular expression', value: /a/ },
  { name: 'a function', value: () => 1 },
  { name: 'a symbol', value: Symbol('a') },
  { name: 'NaN', value: Number.NaN },
  { name: 'infinity', value: Number.POSITIVE_INFINITY },
  { name: 'a whole number beyond 2^53', value: 2 ** 53 },
  { name: 'half a surrogate pair', value: 'a\ud83d' },
]

export const describeValues = (open: OpenDialect) =>
  describe('values', () => {
    let contract: ContractDatabase
    beforeEach(async () => {
      contract = await contractDatabase(await temporaryFolder(), open)
    })
    afterEach(() => contract.remove())

    test.each(kept)('D1 $name comes back as it was', async ({ value }) => {
      expect(await echo(contract.db, value)).toEqual(value)
    })

    test('D1 true and false are 1 and 0', async () => {
      expect([await echo(contract.db, true), await echo(contract.db, false)]).toEqual([1, 0])
    })

    test('D1 bytes come back as they were, also none, and a part of a larger buffer', async () => {
      const samples = [new Uint8Array([0, 1, 255]), new Uint8Array(0), new Uint8Array([1, 2, 3]).subarray(1, 2)]
      const back = []
      for (const bytes of samples) back.push(new Uint8Array((await echo(contract.db, bytes)) as Uint8Array))
      expect(back).toEqual([new Uint8Array([0, 1, 255]), new Uint8Array(0), new Uint8Array([2])])
    })

    test('D1 a whole row is stored with its types', async () => {
      const row = { id: 1, word: 'été', whole: 1_732_212_000_000, real: -0.5, bytes: Buffer.from([1, 2]) }
      await contract.db.insertInto('sample').values(row).execute()
      const types = sql<string>`typeof(word) || ' ' || typeof(whole) || ' ' || typeof(real) || ' ' || typeof(bytes)`
      const stored = await contract.db.selectFrom('sample').selectAll().select(types.as('types')).executeTakeFirst()
      expect(stored).toEqual({ ...row, types: 'text integer real blob' })
    })

    test('D1 milliseconds compare with a stored whole number by value', async () => {
      await contract.db.insertInto('sample').values({ whole: 1_732_212_000_000 }).execute()
      const found = (at: number) => contract.db.selectFrom('sample').select('id').where('whole', '=', at).execute()
      expect([await found(1_732_212_000_000), await found(1_732_212_000_001)]).toEqual([[{ id: 1 }], []])
    })

    test.each(refused)('D1 $name is refused instead of being stored as something else', async ({ value }) => {
      const insert = contract.db.executeQuery(CompiledQuery.raw('insert into sample (word) values (?)', [value]))
      await expect(insert).rejects.toMatchObject({ name: 'DatabaseError', kind: 'parameter' })
      expect(await contract.db.selectFrom('sample').selectAll().execute()).toEqual([])
    })

    test('D1 the sentence of a refused parameter names its place', async () => {
      const query = sql`select ${1}, ${2n}`.execute(contract.db)
      await expect(query).rejects.toThrow('Parameter 2 is a BigInt; give a number up to 2^53, or a text.')
    })

    test('D1 a stored number beyond 2^53 is refused instead of being rounded', async () => {
      await sql`insert into sample (whole) values (9007199254740993)`.execute(contract.db)
      const read = contract.db.selectFrom('sample').select('whole').execute()
      await expect(read).rejects.toMatchObject({ kind: 'type', detail: 'column whole holds a number beyond 2^53' })
    })
  })
