import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { countInterest, readInterest, setInterest } from '../../db/interest.ts'
import { addPerson } from '../../db/people.ts'
import type { Database } from '../../db/tables.ts'
import { type TemporaryDatabase, temporaryDatabase } from '../support/temporary-database.ts'
import { NOW, sampleForum } from './support/samples.ts'

describe('interest', () => {
  let temporary: TemporaryDatabase
  let db: Database
  let forumId: number
  beforeEach(async () => {
    temporary = await temporaryDatabase()
    db = temporary.db
    forumId = await sampleForum(db, 'brest')
    for (const id of ['ana', 'bob', 'cleo']) {
      await addPerson(db, forumId, { id, name: id, role: 'participant', tokenHash: id, linkId: null, at: NOW })
    }
  })
  afterEach(() => temporary.remove())

  const star = (personId: string, sessionId: string, on = true) => ({ personId, sessionId, on, at: NOW })
  const counts = async () => Object.fromEntries(await countInterest(db, forumId))

  test('many at once are counted by session', async () => {
    await setInterest(db, forumId, [star('ana', 's1'), star('bob', 's1'), star('ana', 's2')])
    expect(await counts()).toEqual({ s1: 2, s2: 1 })
    expect(await readInterest(db, forumId)).toEqual([
      { personId: 'ana', sessionId: 's1', at: NOW },
      { personId: 'bob', sessionId: 's1', at: NOW },
      { personId: 'ana', sessionId: 's2', at: NOW },
    ])
  })

  test('a star given twice counts once, and one taken back twice is gone', async () => {
    await setInterest(db, forumId, [star('ana', 's1'), star('bob', 's1')])
    await setInterest(db, forumId, [star('ana', 's1'), star('bob', 's1', false), star('bob', 's2', false)])
    await setInterest(db, forumId, [star('bob', 's1', false)])
    expect(await counts()).toEqual({ s1: 1 })
  })

  test('a star is as old as when it was put on, also when it is given again', async () => {
    await setInterest(db, forumId, [star('ana', 's1')])
    await setInterest(db, forumId, [{ ...star('ana', 's1'), at: NOW + 5 }])
    expect(await readInterest(db, forumId)).toEqual([{ personId: 'ana', sessionId: 's1', at: NOW }])
    await setInterest(db, forumId, [star('ana', 's1', false)])
    await setInterest(db, forumId, [{ ...star('ana', 's1'), at: NOW + 9 }])
    expect(await readInterest(db, forumId)).toEqual([{ personId: 'ana', sessionId: 's1', at: NOW + 9 }])
  })

  test('of several changes of one star the last counts', async () => {
    await setInterest(db, forumId, [
      star('ana', 's1'),
      star('ana', 's1', false),
      star('bob', 's1', false),
      star('bob', 's1'),
    ])
    expect(await readInterest(db, forumId)).toEqual([{ personId: 'bob', sessionId: 's1', at: NOW }])
  })

  test('somebody who is gone stars nothing, and the others’ stars are kept', async () => {
    await setInterest(db, forumId, [star('nobody', 's1'), star('ana', 's1')])
    await db.deleteFrom('person').where('id', '=', 'ana').execute()
    await setInterest(db, forumId, [star('ana', 's2'), star('bob', 's2')])
    expect(await counts()).toEqual({ s2: 1 })
  })

  test('another forum has its own', async () => {
    const other = await sampleForum(db, 'quimper')
    await setInterest(db, forumId, [star('ana', 's1')])
    await setInterest(db, other, [star('ana', 's1')])
    expect([await counts(), [...(await countInterest(db, other))]]).toEqual([{ s1: 1 }, []])
  })

  test('nothing to change is nothing to write', async () => {
    await setInterest(db, forumId, [])
    expect(await counts()).toEqual({})
  })
})
