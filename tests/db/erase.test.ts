import { readdir, readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { replaceAbsences } from '../../db/absences.ts'
import { erasePerson, tablesOfPeople } from '../../db/erase.ts'
import { setInterest } from '../../db/interest.ts'
import { addPerson } from '../../db/people.ts'
import { type TemporaryDatabase, temporaryDatabase } from '../support/temporary-database.ts'
import { NOW, sampleForum } from './support/samples.ts'

let temporary: TemporaryDatabase
let forumId: number
beforeEach(async () => {
  temporary = await temporaryDatabase()
  forumId = await sampleForum(temporary.db, 'brest')
  for (const id of ['ana', 'brieuc']) {
    const row = {
      id,
      name: `Prénom-${id}`,
      role: 'participant',
      tokenHash: `token-${id}`,
      linkId: null,
      at: NOW,
    } as const
    await addPerson(temporary.db, forumId, row)
    await setInterest(temporary.db, forumId, [{ personId: id, sessionId: 's1', on: true, at: NOW }])
    await replaceAbsences(temporary.db, forumId, id, [{ date: '2024-07-03', from: null, until: '11:00' }])
  }
})
afterEach(() => temporary.remove())

/** Columns by which a table says whose a row is. */
const aboutPeople = async (): Promise<readonly string[]> => {
  const { rows } = await sql<{ table: string; column: string }>`
    select m.name as "table", c.name as "column" from sqlite_master m join pragma_table_info(m.name) c
    where m.type = 'table' and (c.name like '%person%' or (m.name = 'person' and c.name = 'id'))
    order by 1, 2`.execute(temporary.db)
  return rows.map(({ table, column }) => `${table}.${column}`)
}

describe('I8 one person, erased everywhere', () => {
  test('I8 is in no table that says something of people, and nobody else is missing', async () => {
    expect(await erasePerson(temporary.db, forumId, 'ana')).toBe(true)
    for (const { table, column } of tablesOfPeople) {
      const { rows } = await sql`select * from ${sql.table(table)} where ${sql.ref(column)} = 'ana'`.execute(
        temporary.db,
      )
      expect(rows, table).toEqual([])
    }
    const { rows } = await sql<{ id: string }>`select id from person`.execute(temporary.db)
    expect(rows).toEqual([{ id: 'brieuc' }])
    expect(await erasePerson(temporary.db, forumId, 'ana')).toBe(false)
  })

  test('I8 every table with a column about people is in the list: a new one is a line there', async () => {
    const listed = tablesOfPeople.map(({ table, column }) => `${table}.${column}`)
    // The log holds ids only, and is kept.
    expect((await aboutPeople()).filter((name) => name !== 'entry.by_person')).toEqual([...listed].sort())
  })

  test('I8 name and token are in no file any more, not even as old bytes', async () => {
    await erasePerson(temporary.db, forumId, 'ana')
    for (const name of await readdir(temporary.folder.path)) {
      const bytes = await readFile(temporary.folder.file(name))
      expect([name, bytes.includes('Prénom-ana'), bytes.includes('token-ana')]).toEqual([name, false, false])
    }
  })
})
