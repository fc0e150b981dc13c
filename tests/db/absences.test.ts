import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readAbsences, replaceAbsences } from '../../db/absences.ts'
import { erasePerson } from '../../db/erase.ts'
import { addPerson } from '../../db/people.ts'
import type { Database } from '../../db/tables.ts'
import type { Absence } from '../../shared/protocol.ts'
import { type TemporaryDatabase, temporaryDatabase } from '../support/temporary-database.ts'
import { NOW, sampleForum } from './support/samples.ts'

const wholeDay: Absence = { date: '2024-07-04', from: null, until: null }
const notBefore: Absence = { date: '2024-07-03', from: null, until: '11:00' }
const lunch: Absence = { date: '2024-07-03', from: '12:30', until: '14:00' }

describe('absences', () => {
  let temporary: TemporaryDatabase
  let db: Database
  let forumId: number
  beforeEach(async () => {
    temporary = await temporaryDatabase()
    db = temporary.db
    forumId = await sampleForum(db, 'brest')
    for (const id of ['ana', 'bob']) {
      await addPerson(db, forumId, { id, name: id, role: 'participant', tokenHash: id, linkId: null, at: NOW })
    }
  })
  afterEach(() => temporary.remove())

  test('L18 they come back by person, each person’s in their own order', async () => {
    await replaceAbsences(db, forumId, 'bob', [wholeDay])
    await replaceAbsences(db, forumId, 'ana', [lunch, wholeDay, notBefore])
    expect(await readAbsences(db, forumId)).toEqual([
      { personId: 'ana', ...lunch },
      { personId: 'ana', ...wholeDay },
      { personId: 'ana', ...notBefore },
      { personId: 'bob', ...wholeDay },
    ])
  })

  test('L18 what is said again takes the place of what was said before, of that person alone', async () => {
    await replaceAbsences(db, forumId, 'ana', [lunch, wholeDay])
    await replaceAbsences(db, forumId, 'bob', [lunch])
    await replaceAbsences(db, forumId, 'ana', [notBefore])
    expect(await readAbsences(db, forumId)).toEqual([
      { personId: 'ana', ...notBefore },
      { personId: 'bob', ...lunch },
    ])
    await replaceAbsences(db, forumId, 'ana', [])
    expect(await readAbsences(db, forumId)).toEqual([{ personId: 'bob', ...lunch }])
  })

  test('L18 they go with the person, and somebody who is gone gets none', async () => {
    await replaceAbsences(db, forumId, 'ana', [lunch])
    await replaceAbsences(db, forumId, 'bob', [lunch])
    await erasePerson(db, forumId, 'ana')
    await db.deleteFrom('person').where('id', '=', 'bob').execute()
    await replaceAbsences(db, forumId, 'ana', [wholeDay])
    expect(await db.selectFrom('absence').selectAll().execute()).toEqual([])
  })

  test('L18 another forum has its own', async () => {
    const other = await sampleForum(db, 'quimper')
    await addPerson(db, other, { id: 'ana', name: 'A', role: 'participant', tokenHash: null, linkId: null, at: NOW })
    await replaceAbsences(db, forumId, 'ana', [lunch])
    await replaceAbsences(db, other, 'ana', [wholeDay])
    await replaceAbsences(db, forumId, 'ana', [])
    expect([await readAbsences(db, forumId), await readAbsences(db, other)]).toEqual([
      [],
      [{ personId: 'ana', ...wholeDay }],
    ])
  })
})
