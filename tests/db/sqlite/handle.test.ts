import { afterEach, beforeEach, expect, test } from 'vitest'
import { openHandle, type SqliteHandle } from '../../../db/sqlite/handle.ts'
import { type TemporaryFolder, temporaryFolder } from '../../support/temporary-database.ts'

let folder: TemporaryFolder
let handle: SqliteHandle
beforeEach(async () => {
  folder = await temporaryFolder()
  handle = await openHandle(folder.file('handle.db'), 'write')
})
afterEach(() => folder.remove())

test('statements given at once run in their order, even where nobody queues for the handle', async () => {
  const given = Array.from({ length: 300 }, (_, index) => `create table t${index} (n integer)`)
  const chain = given.flatMap((create, index) => [
    handle.all(create),
    handle.run(`insert into t${index} values (?)`, [index]),
    handle.all(index === 0 ? 'select 1' : `drop table t${index - 1}`),
  ])
  await Promise.all(chain)
  expect(await handle.all('select n from t299')).toEqual([{ n: 299 }])
  await handle.close()
})

test('closing waits for the statements before it', async () => {
  const running = handle.all(
    'with recursive n (i) as (select 1 union all select i + 1 from n where i < 300000) select max(i) as i from n',
  )
  await handle.close()
  expect(await running).toEqual([{ i: 300_000 }])
  await expect(handle.all('select 1')).rejects.toMatchObject({ name: 'DatabaseError', kind: 'statement' })
})

test('a handle that only reads makes no file and changes none', async () => {
  await handle.all('create table t (n integer)')
  await handle.close()
  const reader = await openHandle(folder.file('handle.db'), 'read')
  await expect(reader.run('insert into t values (1)')).rejects.toMatchObject({ kind: 'no-access' })
  expect(await reader.all('select * from t')).toEqual([])
  await reader.close()
  await expect(openHandle(folder.file('nowhere.db'), 'read')).rejects.toMatchObject({ kind: 'no-access' })
})
