import { readdir, readFile } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readAbsences, replaceAbsences } from '../../db/absences.ts'
import { commit } from '../../db/commit.ts'
import { readEntries } from '../../db/entries.ts'
import { readInterest, setInterest } from '../../db/interest.ts'
import { addLink, findLink } from '../../db/links.ts'
import { addPerson, makeFacilitator, readPeople, readTokens } from '../../db/people.ts'
import { purgeForum } from '../../db/purge.ts'
import type { Role } from '../../shared/board.ts'
import { type TemporaryDatabase, temporaryDatabase } from '../support/temporary-database.ts'
import { NOW, sampleBatch, sampleForum } from './support/samples.ts'

let temporary: TemporaryDatabase
let forumId: number
let otherId: number
beforeEach(async () => {
  temporary = await temporaryDatabase()
  forumId = await sampleForum(temporary.db, 'brest')
  otherId = await sampleForum(temporary.db, 'plus-tard')
})
afterEach(() => temporary.remove())

const person = async (id: string, at: number, forum = forumId, role: Role = 'participant'): Promise<void> => {
  const row = { id, name: `Prénom-${id}`, role, tokenHash: `token-${id}`, linkId: null, at }
  await addPerson(temporary.db, forum, row)
  await setInterest(temporary.db, forum, [{ personId: id, sessionId: 's1', on: true, at }])
  await replaceAbsences(temporary.db, forum, id, [{ date: '2024-07-03', from: null, until: '11:00' }])
}

const state = async (forum = forumId) => ({
  people: (await readPeople(temporary.db, forum)).map(({ id, role }) => `${id} ${role}`),
  tokens: (await readTokens(temporary.db, forum)).map(({ personId }) => personId),
  stars: (await readInterest(temporary.db, forum)).map(({ personId }) => personId),
  absences: (await readAbsences(temporary.db, forum)).map(({ personId }) => personId),
})

describe('I7 the purge of a forum that is over', () => {
  test('I7 names of those who host nothing go, all tokens, stars and links go; hosts keep their names, the log stays', async () => {
    const linkId = await addLink(temporary.db, forumId, 'secret', NOW)
    await person('ana', NOW)
    await person('brieuc', NOW)
    await makeFacilitator(temporary.db, forumId, 'ana', linkId)
    await commit(temporary.db, [sampleBatch(forumId, 0)])
    await person('ana', NOW, otherId)
    expect(await purgeForum(temporary.db, forumId, new Set(['ana']), NOW + 1)).toEqual({
      people: 1,
      tokens: 1,
      stars: 2,
      absences: 2,
      links: 1,
      reasons: 0,
    })
    expect(await state()).toEqual({ people: ['ana participant'], tokens: [], stars: [], absences: [] })
    expect(await findLink(temporary.db, forumId, 'secret')).toBeUndefined()
    expect((await readEntries(temporary.db, forumId, 0)).length).toBe(1)
    // Another forum is not over.
    expect(await state(otherId)).toEqual({
      people: ['ana participant'],
      tokens: ['ana'],
      stars: ['ana'],
      absences: ['ana'],
    })
  })

  test('I7 who came since then is left, and a second purge finds nothing', async () => {
    await person('ana', NOW)
    await person('late', NOW + 100)
    await purgeForum(temporary.db, forumId, new Set(), NOW + 50)
    expect(await state()).toEqual({
      people: ['late participant'],
      tokens: ['late'],
      stars: ['late'],
      absences: ['late'],
    })
    expect(await purgeForum(temporary.db, forumId, new Set(), NOW + 50)).toEqual({
      people: 0,
      tokens: 0,
      stars: 0,
      absences: 0,
      links: 0,
      reasons: 0,
    })
  })

  test('I7 what was erased is in no file any more, not even as old bytes', async () => {
    await person('ana', NOW)
    const found = async (): Promise<readonly string[]> => {
      const names = await readdir(temporary.folder.path)
      const holding = names.map(async (name) =>
        (await readFile(temporary.folder.file(name))).includes('Prénom-ana') ? [name] : [],
      )
      return (await Promise.all(holding)).flat()
    }
    expect((await found()).length).toBeGreaterThan(0)
    await purgeForum(temporary.db, forumId, new Set(), NOW + 1)
    expect(await found()).toEqual([])
  })
})
