import { afterEach, beforeEach, expect, test } from 'vitest'
import { createForum } from '../../../db/forums.ts'
import { addLink, revokeLinks } from '../../../db/links.ts'
import { Roster, type RosterChange } from '../../../server/board/roster.ts'
import { before } from '../../support/boards.ts'
import { type TemporaryDatabase, temporaryDatabase } from '../../support/temporary-database.ts'
import { virtualTime } from '../../support/virtual-time.ts'

let database: TemporaryDatabase
let forumId: number

beforeEach(async () => {
  database = await temporaryDatabase()
  const row = await createForum(database.db, { slug: 'essai', createdAt: before })
  if (row === 'slug-taken') throw new Error('not a new database')
  forumId = row.id
})
afterEach(() => database.remove())

const rosterOf = () => new Roster({ db: database.db, clock: virtualTime(before), forumId })
const ana = { name: 'Ana', role: 'participant', tokenHash: 'hash-of-ana', linkId: null } as const

test('somebody added is known by id and by token, also after a restart', async () => {
  const roster = rosterOf()
  const person = await roster.add(ana)
  expect([roster.get(person.id), await roster.byToken('hash-of-ana'), await roster.byToken('other')]).toEqual([
    person,
    person,
    null,
  ])
  const again = rosterOf()
  await again.refresh()
  expect([again.all, await again.byToken('hash-of-ana')]).toEqual([[person], person])
})

test('a device that another process entered is found by its token', async () => {
  const [ours, theirs] = [rosterOf(), rosterOf()]
  const person = await theirs.add(ana)
  expect(await ours.byToken('hash-of-ana')).toEqual(person)
  expect(ours.get(person.id)).toEqual(person)
})

test('a refresh tells what changed elsewhere: names, roles, who came and who is gone', async () => {
  const [ours, theirs] = [rosterOf(), rosterOf()]
  const one = await theirs.add(ana)
  const two = await theirs.add({ ...ana, tokenHash: null, name: 'Brieuc' })
  await ours.refresh()
  const heard: RosterChange[] = []
  ours.onChange((change) => void heard.push(change))
  await ours.refresh()
  expect(heard).toEqual([])
  const link = await addLink(database.db, forumId, 'hash-of-secret', before)
  const promoted = await theirs.makeFacilitator(one, link)
  const three = await theirs.add({ ...ana, tokenHash: null, name: 'Chloé' })
  await database.db.deleteFrom('person').where('id', '=', two.id).execute()
  await ours.refresh()
  expect(heard).toEqual([{ people: expect.arrayContaining([promoted, three]), gone: [two.id] }])
  expect(await ours.byToken('hash-of-ana')).toEqual(promoted)
})

test('who joins while everyone is read again stays', async () => {
  const roster = rosterOf()
  const heard: RosterChange[] = []
  roster.onChange((change) => void heard.push(change))
  const [, person] = await Promise.all([roster.refresh(), roster.add(ana), roster.refresh()])
  expect(roster.get(person.id)).toEqual(person)
  expect(heard.flatMap(({ gone }) => gone)).toEqual([])
})

test('I3 a link that is revoked in between makes nobody a facilitator', async () => {
  const roster = rosterOf()
  const person = await roster.add(ana)
  expect(await roster.makeFacilitator(person, 4711)).toBeNull()
  expect(roster.get(person.id)).toEqual(person)
})

test('I3 a rename changes the name alone, whatever the role was when it was asked for', async () => {
  const [ours, theirs] = [rosterOf(), rosterOf()]
  const person = await theirs.add(ana)
  const link = await addLink(database.db, forumId, 'hash-of-secret', before)
  const promoted = await theirs.makeFacilitator(person, link)
  await ours.refresh()
  if (promoted === null) throw new Error('the link holds')
  await revokeLinks(database.db, forumId, before)
  await ours.refresh()
  // As a request that began before the link was revoked still holds the person.
  expect(await ours.rename(promoted, 'Anaïs')).toEqual({ ...person, name: 'Anaïs' })
  expect(ours.get(person.id)).toEqual({ ...person, name: 'Anaïs' })
})

test('who becomes a facilitator keeps the name given meanwhile', async () => {
  const roster = rosterOf()
  const person = await roster.add(ana)
  const link = await addLink(database.db, forumId, 'hash-of-secret', before)
  await roster.rename(person, 'Anaïs')
  expect(await roster.makeFacilitator(person, link)).toEqual({ ...person, name: 'Anaïs', role: 'facilitator' })
})

test('who is erased while a new name is written does not come back', async () => {
  const roster = rosterOf()
  const person = await roster.add(ana)
  await database.db.deleteFrom('person').where('id', '=', person.id).execute()
  await roster.refresh()
  await roster.rename(person, 'Anaïs')
  expect(roster.all).toEqual([])
})
