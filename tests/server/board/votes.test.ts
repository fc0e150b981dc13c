import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readInterest, setInterest } from '../../../db/interest.ts'
import { Votes } from '../../../server/board/votes.ts'
import { boardFromJson } from '../../../shared/board-json.ts'
import { consider } from '../../../shared/consider.ts'
import type { Context } from '../../../shared/context.ts'
import type { Snapshot } from '../../../shared/protocol.ts'
import { before, claim, propose, sessionId } from '../../support/boards.ts'
import { seededRandom } from '../../support/random.ts'
import { type Device, type TestApp, testApp } from '../../support/test-app.ts'
import { slotId } from '../../support/test-plan.ts'
import { type VirtualTime, virtualTime } from '../../support/virtual-time.ts'

let server: TestApp
let time: VirtualTime
let people: readonly Device[]
let team: Device

beforeEach(async () => {
  time = virtualTime(before)
  server = await testApp({ clock: time })
  people = await Promise.all(Array.from({ length: 12 }, (_, n) => server.join(`Personne ${n}`)))
  team = await server.joinTeam('Camille')
})
afterEach(() => server.close())

/** Of nobody: who hosts is busy. */
const proposeNew = (n: number) => server.command(team, propose(n, { seeking: true }))
const star = (who: Device | undefined, n: number, on = true) =>
  server.forum.interest.set(who?.person.id ?? '', sessionId(n), on)
const votesOf = () => new Votes(server.forum.interest, () => server.forum.board.board.withdrawn)
const snapshot = async () => (await server.ask('GET', '/api/forums/essai')).body as Snapshot

test('P19 the stars that are older than a session are counted, whoever put them on', async () => {
  const votes = votesOf()
  await proposeNew(1)
  await Promise.all([star(people[0], 1), star(people[1], 1)])
  time.advance(1000)
  const late = time.now()
  await Promise.all([star(people[2], 1), star(people[3], 1)])
  expect([votes.all, votes.before(late), votes.before(late + 1), votes.before(before)]).toEqual([4, 2, 4, 0])
  await star(people[0], 1, false)
  time.advance(1000)
  await star(people[0], 1)
  expect([votes.all, votes.before(late)]).toEqual([4, 1])
})

test('P19 what was withdrawn counts no more, and again when it comes back', async () => {
  let withdrawn: ReadonlySet<string> | null = null
  const votes = new Votes(server.forum.interest, () => withdrawn ?? server.forum.board.board.withdrawn)
  await proposeNew(1)
  await proposeNew(2)
  await Promise.all([star(people[0], 1), star(people[1], 2), star(people[2], 2)])
  expect(votes.all).toBe(3)
  await server.command(team, { type: 'withdraw', sessionId: sessionId(2) })
  await star(people[3], 1)
  expect([votes.all, votes.before(time.now() + 1)]).toEqual([2, 2])
  withdrawn = new Set()
  expect([votes.all, votes.before(time.now() + 1)]).toEqual([4, 4])
})

test('P19 whatever is put on, taken off and withdrawn, the counts are those of the table', async () => {
  const seed = Math.floor(Math.random() * 2 ** 32)
  const random = seededRandom(seed)
  const votes = votesOf()
  for (let n = 1; n <= 6; n += 1) await proposeNew(n)
  for (let round = 0; round < 60; round += 1) {
    time.advance(random.below(3))
    const n = 1 + random.below(6)
    if (round === 30) await server.command(team, { type: 'withdraw', sessionId: sessionId(3) })
    await Promise.all([0, 1].map(() => star(people[random.below(4)], n, random.below(3) > 0)))
    if (round === 45) await server.forum.interest.refresh()
    const { withdrawn } = server.forum.board.board
    const times = (await readInterest(server.database.db, server.forum.id)).flatMap((row) =>
      withdrawn.has(row.sessionId) ? [] : [row.at],
    )
    const moment = before + random.below(200)
    const counted = times.filter((at) => at < moment).length
    expect([votes.all, votes.before(moment)], `seed ${seed}, round ${round}`).toEqual([times.length, counted])
  }
})

test('P19 stars that another process put on or erased are counted by when that was', async () => {
  const votes = votesOf()
  await proposeNew(1)
  await Promise.all([star(people[0], 1), star(people[1], 1)])
  expect(votes.all).toBe(2)
  const [ana, brieuc] = people
  const forumId = server.forum.id
  await server.database.db
    .deleteFrom('person')
    .where('id', '=', ana?.person.id ?? '')
    .execute()
  const older = { personId: brieuc?.person.id ?? '', sessionId: sessionId(1), at: before - 5000 }
  await setInterest(server.database.db, forumId, [{ ...older, on: false }])
  await setInterest(server.database.db, forumId, [{ ...older, on: true }])
  await server.forum.interest.refresh()
  expect([votes.all, votes.before(before)]).toEqual([1, 1])
})

test('P19 the snapshot tells them where there are any, and says nothing where there are none', async () => {
  await proposeNew(1)
  time.advance(10)
  await Promise.all(people.slice(0, 4).map((who) => star(who, 1)))
  time.advance(1000)
  expect('votesBefore' in (await snapshot())).toBe(false)
  await proposeNew(2)
  expect((await snapshot()).votesBefore).toEqual({ [sessionId(2)]: 4 })
})

test('P19 with the snapshot a phone expects as many people as the server does', async () => {
  const rule = { type: 'set-rule', rule: 'room-holds', level: 'block' }
  expect((await server.command(team, rule)).status).toBe(200)
  await server.command(team, { type: 'edit-room', roomId: 'b101', capacity: 1 })
  await proposeNew(1)
  time.advance(10)
  await Promise.all(people.map((who) => star(who, 1)))
  time.advance(1000)
  await proposeNew(2)
  time.advance(10)
  await Promise.all(people.slice(0, 10).map((who) => star(who, 2)))
  time.advance(1000)
  const { board: json, counts, votesBefore = {} } = await snapshot()
  const board = boardFromJson(json)
  const actor = { personId: team.person.id, role: 'facilitator' } as const
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const context: Context = {
    actor,
    now: time.now(),
    interest: (id) => counts[id] ?? 0,
    votes: { all, before: (id) => votesBefore[id] ?? 0 },
  }
  const expected = [1, 2].map((n) => {
    const session = board.sessions.get(sessionId(n))
    if (session === undefined) throw new Error(`no session ${n}`)
    return consider(board, session, { roomId: 'b101', slotId: slotId('0930') }, context)
  })
  const decided = await Promise.all(
    [1, 2].map(async (n) => {
      const command = claim(n, 'b101', slotId('0930'))
      const answer = await server.forum.board.submit({ id: randomUUID(), command, actor })
      return answer.type === 'refused' ? answer.refusal.findings : answer
    }),
  )
  expect(decided).toEqual(expected)
  // 12 of the 22 + 20 votes since the first is there, 10 of the 10 + 20 since the second, of 22 in all.
  const facts = { room: 'B101', capacity: 1 }
  expect(expected.map((findings) => findings.map((finding) => finding.facts))).toEqual([
    [{ ...facts, expected: 6 }],
    [{ ...facts, expected: 7 }],
  ])
})
