import { readFile } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { holdDatabaseFile, lockDataFolder } from '../../db/lock.ts'
import { type TemporaryFolder, temporaryFolder } from '../support/temporary-database.ts'
import { startChild } from './support/child.ts'

describe('the lock of a data folder', () => {
  let folder: TemporaryFolder
  beforeEach(async () => {
    folder = await temporaryFolder()
  })
  afterEach(() => folder.remove())

  const take = async (): Promise<string | number | null> => {
    const lock = await lockDataFolder(folder.path)
    if (lock.type === 'taken') return lock.pid
    await lock.release()
    return 'free'
  }

  test('it makes the folder, and says whose it is', async () => {
    const lock = await lockDataFolder(folder.file('data/forum'))
    expect(lock.type).toBe('locked')
    expect(await readFile(folder.file('data/forum/lock.pid'), 'utf8')).toBe(`${process.pid}\n`)
    if (lock.type === 'locked') await lock.release()
  })

  test('a second process is told who holds it, until that one ends', async () => {
    const child = startChild('hold-lock.ts', folder.path)
    expect(await child.line()).toBe('locked')
    expect(await take()).toBe(child.pid)
    await child.end()
    expect(await take()).toBe('free')
  })

  test('kill -9 frees it, although the pid is still written beside it', async () => {
    const child = startChild('hold-lock.ts', folder.path)
    expect(await child.line()).toBe('locked')
    await child.kill()
    expect(await readFile(folder.file('lock.pid'), 'utf8')).toBe(`${child.pid}\n`)
    expect(await take()).toBe('free')
  })

  test('S5 a second process is refused while this one holds it', async () => {
    const lock = await lockDataFolder(folder.path)
    const child = startChild('hold-lock.ts', folder.path)
    expect(await child.line()).toBe('taken')
    await child.end()
    expect(await take()).toBe(process.pid)
    if (lock.type === 'locked') await lock.release()
    expect(await take()).toBe('free')
  })
})

test('S5 the database file is held in place by many, and replaced by one alone', async () => {
  const folder = await temporaryFolder()
  const hold = (as: 'in-place' | 'another') => holdDatabaseFile(folder.path, as)
  const users = [await hold('in-place'), await hold('in-place')]
  expect(users).not.toContain(null)
  expect(await hold('another')).toBeNull()
  for (const letGo of users) await letGo?.()
  const replaced = await hold('another')
  expect(replaced).not.toBeNull()
  expect([await hold('in-place'), await hold('another')]).toEqual([null, null])
  await replaced?.()
  await (await hold('in-place'))?.()
  await folder.remove()
})
