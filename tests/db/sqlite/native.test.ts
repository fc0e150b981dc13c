import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { loadSqlite } from '../../../db/sqlite/native.ts'

test('without its compiled half the package gives one sentence that says what to type', async () => {
  // What the package itself does to find that half, for one that is not there.
  const bindings: unknown = createRequire(import.meta.resolve('sqlite3'))('bindings')
  const load = async () => {
    if (typeof bindings !== 'function') throw new Error('bindings is not what it was')
    return bindings('nowhere.node')
  }
  const message =
    'The compiled part of the package sqlite3 is missing or does not fit this machine: run `npm rebuild sqlite3` ' +
    '(where no ready-made one can be fetched it is compiled, which needs python3, make and g++).'
  await expect(loadSqlite(load)).rejects.toMatchObject({ name: 'DatabaseError', kind: 'no-driver', message })
})
