import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Answer } from '../../../server/board/submission.ts'
import { tornWord } from '../../../shared/advice.ts'
import { before, claim, propose, sessionId } from '../../support/boards.ts'
import { type Device, type TestApp, testApp } from '../../support/test-app.ts'
import { slotId } from '../../support/test-plan.ts'
import { virtualTime } from '../../support/virtual-time.ts'

let server: TestApp
let people: readonly Device[]
let team: Device

beforeEach(async () => {
  server = await testApp({ clock: virtualTime(before) })
  people = await Promise.all(Array.from({ length: 12 }, (_, n) => server.join(`Personne ${n}`)))
  team = await server.joinTeam('Camille')
  for (const n of [1, 2, 3]) await server.command(team, propose(n, { seeking: true }))
})
afterEach(() => server.close())

const star = (who: readonly number[], n: number) =>
  Promise.all(who.map((index) => server.forum.interest.set(people[index]?.person.id ?? '', sessionId(n), true)))
const word = (n: number, ...others: readonly number[]) =>
  server.forum.audience.word(server.forum.board.board, sessionId(n), 's', others.map(sessionId))

test('P20 below three people nothing is said, then it is a matter of shares', () => {
  const said = [
    [0, 0],
    [2, 2],
    [2, 400],
    [3, 3],
    [3, 6],
    [3, 7],
    [3, 12],
    [3, 13],
    [100, 400],
    [99, 400],
    [200, 400],
    [199, 400],
  ].map(([torn = 0, interested = 0]) => tornWord(torn, interested))
  expect(said).toEqual(['none', 'none', 'none', 'many', 'many', 'some', 'some', 'few', 'some', 'few', 'many', 'some'])
})

test('P20 people count once, however many of the others interest them', async () => {
  await star([0, 1, 2, 3, 4, 5, 6, 7], 1)
  await star([0, 1], 2)
  await star([0, 1], 3)
  expect([word(1), word(1, 2), word(1, 2, 3)]).toEqual(['none', 'none', 'none'])
  await star([2], 3)
  expect([word(1, 2), word(1, 3), word(1, 2, 3)]).toEqual(['none', 'some', 'some'])
  await star([3], 2)
  expect(word(1, 2, 3)).toBe('many')
  // The other way round it is the share of those whom the other one interests.
  expect(word(2, 1)).toBe('many')
})

test('P20 who hosts one of the others is torn too', async () => {
  await star([0, 1, 2, 3, 4], 1)
  await star([0, 1], 2)
  expect(word(1, 2)).toBe('none')
  const hosts = [people[2]?.person.id ?? '']
  expect((await server.command(team, { type: 'edit', sessionId: sessionId(2), hosts })).status).toBe(200)
  expect(word(1, 2)).toBe('many')
})

test('P20 a word that was given is not given again once a star was put on or taken off', async () => {
  await star([0, 1, 2, 3, 4], 1)
  await star([0, 1, 2], 2)
  expect(word(1, 2)).toBe('many')
  await server.forum.interest.set(people[0]?.person.id ?? '', sessionId(2), false)
  expect(word(1, 2)).toBe('none')
})

test('P20 a claim is told the word, and neither figures nor people', async () => {
  await star([0, 1, 2, 3, 4], 1)
  await star([0, 1, 2], 2)
  await server.command(team, { type: 'set-rule', rule: 'audience-torn', level: 'block' })
  const actor = { personId: team.person.id, role: 'facilitator' } as const
  const submit = (n: number, room: string): Promise<Answer> =>
    server.forum.board.submit({ id: randomUUID(), command: claim(n, room, slotId('0930')), actor })
  expect((await submit(2, 'b101')).type).toBe('accepted')
  const answer = await submit(1, 'b102')
  const found = answer.type === 'refused' ? answer.refusal.findings : []
  expect(found).toEqual([{ rule: 'audience-torn', level: 'block', facts: { torn: 'many' } }])
})
