import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readEntries } from '../../db/entries.ts'
import { findForum } from '../../db/forums.ts'
import type { Command } from '../../shared/commands/command.schema.ts'
import { type House, openHouse } from '../support/house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

test('L4 I1 names, tokens and secrets are nowhere in the log', async () => {
  const forum = await house.createForum()
  const host = await forum.join('Azenor Keravel')
  const other = await forum.join('Budoc Penmarch')
  const team = await forum.facilitator('Corentine Le Goff')
  const sessionId = randomUUID()
  const commands: readonly (readonly [typeof host, Command])[] = [
    [host, { type: 'propose', sessionId, title: 'Sujet', hosts: [host.person.id, other.person.id] }],
    [team, { type: 'add-collective', collectiveId: 'c', name: 'Collectif', people: [host.person.id] }],
    [other, { type: 'edit', sessionId, hosts: [other.person.id] }],
    [team, { type: 'lock', sessionId }],
  ]
  for (const [visitor, command] of commands) expect((await visitor.send(command)).status).toBe(200)
  const row = await findForum(house.db, forum.slug)
  const log = JSON.stringify(await readEntries(house.db, row?.id ?? 0, 0))
  expect(log).toContain(host.person.id)
  const secrets = [...[host, other, team].flatMap(({ person, token }) => [person.name, token]), forum.secret]
  expect(secrets.filter((word) => log.includes(word))).toEqual([])
})
