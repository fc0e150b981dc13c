import { afterEach, beforeEach, expect, test } from 'vitest'
import { dataVersion, newEpoch, probeWrite, readEpoch } from '../../db/meta.ts'
import { openDatabase } from '../../db/open.ts'
import { type TemporaryDatabase, temporaryDatabase } from '../support/temporary-database.ts'

let temporary: TemporaryDatabase
beforeEach(async () => {
  temporary = await temporaryDatabase()
})
afterEach(() => temporary.remove())

test('the data version changes when another has written, and not when this one has', async () => {
  const other = await openDatabase(temporary.file)
  const before = await dataVersion(temporary.db)
  await probeWrite(temporary.db)
  const afterOwn = await dataVersion(temporary.db)
  await probeWrite(other)
  const afterOther = await dataVersion(temporary.db)
  await other.destroy()
  expect([afterOwn === before, afterOther === before]).toEqual([true, false])
})

test('every database has an epoch from its first migration on', async () => {
  const second = await temporaryDatabase()
  const epochs = [await readEpoch(temporary.db), await readEpoch(second.db)]
  await second.remove()
  expect(new Set(epochs).size).toBe(2)
})

test('a probe proves the disk and leaves the epoch alone', async () => {
  const epoch = await newEpoch(temporary.db)
  await probeWrite(temporary.db)
  expect(await readEpoch(temporary.db)).toBe(epoch)
})
