import { afterEach, beforeEach, expect, test } from 'vitest'
import { copyOf, viewOfCopy } from '../../../client/sync/board-copy.ts'
import { applyEntries } from '../../../client/sync/board-store.ts'
import { emptyView, type ForumView, withCounts, withSnapshot } from '../../../client/sync/forum-view.ts'
import { allVotes } from '../../../client/sync/votes.ts'
import { withEntries } from '../../../client/sync/with-entries.ts'
import { readEntries } from '../../../db/entries.ts'
import { consider } from '../../../shared/consider.ts'
import type { Context } from '../../../shared/context.ts'
import type { Snapshot } from '../../../shared/protocol.ts'
import { before, claim, propose, sessionId } from '../../support/boards.ts'
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
  expect((await server.command(team, { type: 'set-rule', rule: 'room-holds', level: 'block' })).status).toBe(200)
  await server.command(team, { type: 'edit-room', roomId: 'b101', capacity: 1 })
})
afterEach(() => server.close())

const proposeNew = (n: number) => server.command(team, propose(n, { seeking: true }))
const star = async (who: readonly Device[], n: number) => {
  time.advance(10)
  await Promise.all(who.map(({ person }) => server.forum.interest.set(person.id, sessionId(n), true)))
  time.advance(1000)
}
const snapshot = async () => (await server.ask('GET', '/api/forums/essai')).body as Snapshot

/** A view that hears of the entries after it, as the line brings them. */
const caughtUp = async (view: ForumView): Promise<ForumView> => {
  const entries = await readEntries(server.database.db, server.forum.id, view.state.seq)
  const applied = applyEntries(view.state, entries)
  if (applied.type !== 'applied') throw new Error('a gap')
  return { ...withEntries(view, applied.fresh, applied.state.confirmed), state: applied.state }
}

const said = ({ state, counts, votesBefore }: ForumView) => {
  const context: Context = {
    actor: { personId: team.person.id, role: 'facilitator' },
    now: time.now(),
    interest: (id) => counts.get(id) ?? 0,
    votes: { all: allVotes(state.confirmed, counts), before: (id) => votesBefore[id] ?? 0 },
  }
  return [1, 2, 3].map((n) => {
    const session = state.confirmed.sessions.get(sessionId(n))
    if (session === undefined) throw new Error(`no session ${n}`)
    return consider(state.confirmed, session, { roomId: 'b101', slotId: slotId('0930') }, context)
  })
}

test('U42 a phone that was there and one that comes late expect as many people as the server does', async () => {
  await proposeNew(1)
  await star(people, 1)
  let there = withSnapshot(emptyView, await snapshot(), time.now())
  await proposeNew(2)
  there = await caughtUp(there)
  await star(people.slice(0, 10), 2)
  there = withCounts(there, { [sessionId(2)]: 10 })
  await proposeNew(3)
  there = await caughtUp(there)
  await star(people.slice(0, 4), 3)
  there = withCounts(there, { [sessionId(3)]: 4 })
  expect(there.votesBefore).toEqual({ [sessionId(2)]: 12, [sessionId(3)]: 22 })

  const late = withSnapshot(emptyView, await snapshot(), time.now())
  const decided = await Promise.all(
    [1, 2, 3].map(async (n) => {
      const actor = { personId: team.person.id, role: 'facilitator' } as const
      const command = claim(n, 'b101', slotId('0930'))
      const answer = await server.forum.board.submit({ id: sessionId(900 + n), command, actor })
      return answer.type === 'refused' ? answer.refusal.findings : answer
    }),
  )
  const kept = viewOfCopy(copyOf('essai', late, time.now(), time.now()), time.now())?.view ?? emptyView
  expect([said(there), said(late), said(kept)]).toEqual([decided, decided, decided])
  expect(decided.map((findings) => (Array.isArray(findings) ? findings.length : 0))).toEqual([1, 1, 1])
})

test('U42 stars of what was withdrawn count for nothing', async () => {
  await proposeNew(1)
  await proposeNew(2)
  await star(people.slice(0, 5), 2)
  const view = withSnapshot(emptyView, await snapshot(), time.now())
  await server.command(team, { type: 'withdraw', sessionId: sessionId(2) })
  await proposeNew(3)
  const after = await caughtUp(view)
  expect([allVotes(view.state.confirmed, view.counts), allVotes(after.state.confirmed, after.counts)]).toEqual([5, 0])
  expect(after.votesBefore).toEqual({})
})
