import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createForum, findForum, listForums } from '../../db/forums.ts'
import { addLink, findLink, revokeLinks } from '../../db/links.ts'
import { addPerson, findPersonByToken, makeFacilitator, readPeople, renamePerson } from '../../db/people.ts'
import type { Database } from '../../db/tables.ts'
import { type TemporaryDatabase, temporaryDatabase } from '../support/temporary-database.ts'
import { NOW, sampleForum } from './support/samples.ts'

describe('forums, links and people', () => {
  let temporary: TemporaryDatabase
  let db: Database
  let brest: number
  let quimper: number
  beforeEach(async () => {
    temporary = await temporaryDatabase()
    db = temporary.db
    brest = await sampleForum(db, 'brest')
    quimper = await sampleForum(db, 'quimper')
  })
  afterEach(() => temporary.remove())

  const add = (id: string, linkId: number | null = null, forumId = brest) =>
    addPerson(db, forumId, {
      id,
      name: `Name of ${id}`,
      role: linkId === null ? 'participant' : 'facilitator',
      tokenHash: `token of ${id}`,
      linkId,
      at: NOW,
    })
  const roles = async (forumId = brest) => (await readPeople(db, forumId)).map(({ id, role }) => `${id} ${role}`)

  test('a forum is found by its slug, which is its alone', async () => {
    const row = { id: brest, slug: 'brest', createdAt: NOW }
    expect({
      again: await createForum(db, { slug: 'brest', createdAt: NOW + 1 }),
      found: await findForum(db, 'brest'),
      none: await findForum(db, 'BREST'),
      all: await listForums(db),
    }).toEqual({
      again: 'slug-taken',
      found: row,
      none: undefined,
      all: [row, { id: quimper, slug: 'quimper', createdAt: NOW }],
    })
  })

  test('a person is found by their token, in their forum alone', async () => {
    await add('ana')
    const ana = { id: 'ana', name: 'Name of ana', role: 'participant' }
    const found = [
      await findPersonByToken(db, brest, 'token of ana'),
      await findPersonByToken(db, quimper, 'token of ana'),
      await findPersonByToken(db, brest, 'token of eve'),
    ]
    expect(found).toEqual([ana, undefined, undefined])
  })

  test('people without a phone have no token, and there may be many', async () => {
    for (const id of ['a', 'b'])
      await addPerson(db, brest, { id, name: id, role: 'participant', tokenHash: null, linkId: null, at: NOW })
    expect(await roles()).toEqual(['a participant', 'b participant'])
  })

  test('one token belongs to one person', async () => {
    await add('ana')
    const eve = {
      id: 'eve',
      name: 'Eve',
      role: 'participant',
      tokenHash: 'token of ana',
      linkId: null,
      at: NOW,
    } as const
    await expect(addPerson(db, brest, eve)).rejects.toMatchObject({ kind: 'unique' })
  })

  test('a name can be corrected, in its forum alone', async () => {
    await add('ana')
    await add('ana', null, quimper)
    await renamePerson(db, brest, 'ana', 'Anaïs')
    expect([await readPeople(db, brest), await readPeople(db, quimper)]).toEqual([
      [{ id: 'ana', name: 'Anaïs', role: 'participant' }],
      [{ id: 'ana', name: 'Name of ana', role: 'participant' }],
    ])
  })

  test('a link makes facilitators, in its forum alone', async () => {
    const link = await addLink(db, brest, 'hash', NOW)
    await add('ana')
    await add('bob', null, quimper)
    expect([await findLink(db, brest, 'hash'), await findLink(db, quimper, 'hash')]).toEqual([link, undefined])
    expect(await makeFacilitator(db, brest, 'ana', link)).toBe(true)
    expect(await makeFacilitator(db, quimper, 'bob', link)).toBe(false)
    expect([await roles(), await roles(quimper)]).toEqual([['ana facilitator'], ['bob participant']])
  })

  test('revoking ends the links, and makes participants of those who came by them, in one forum', async () => {
    const first = await addLink(db, brest, 'first', NOW)
    await addLink(db, brest, 'second', NOW)
    const elsewhere = await addLink(db, quimper, 'first', NOW)
    await add('ana', first)
    await add('bob')
    await add('cleo', elsewhere, quimper)
    await revokeLinks(db, brest, NOW + 1)
    expect([await findLink(db, brest, 'first'), await findLink(db, brest, 'second')]).toEqual([undefined, undefined])
    expect(await findLink(db, quimper, 'first')).toBe(elsewhere)
    expect([await roles(), await roles(quimper)]).toEqual([
      ['ana participant', 'bob participant'],
      ['cleo facilitator'],
    ])
    expect(await makeFacilitator(db, brest, 'bob', first)).toBe(false)
    const third = await addLink(db, brest, 'third', NOW + 2)
    expect(await makeFacilitator(db, brest, 'bob', third)).toBe(true)
  })
})
