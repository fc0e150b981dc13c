import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { commit } from '../../../db/commit.ts'
import { readEntries } from '../../../db/entries.ts'
import { createForum } from '../../../db/forums.ts'
import { migrate } from '../../../db/migrate.ts'
import { openDatabase } from '../../../db/open.ts'
import { readPlacements } from '../../../db/placements.ts'
import type { Database } from '../../../db/tables.ts'
import type { LiveForum } from '../../../server/board/live-forum.ts'
import type { Answer, Submission } from '../../../server/board/submission.ts'
import { createCore } from '../../../server/core.ts'
import { silentLog } from '../../../server/log.ts'
import type { Core } from '../../../server/services.ts'
import type { Role } from '../../../shared/board.ts'
import { boardToJson } from '../../../shared/board-json.ts'
import type { Command } from '../../../shared/commands/command.schema.ts'
import type { Entry } from '../../../shared/events.ts'
import { before, claim, day, propose, sessionId } from '../../support/boards.ts'
import { type TemporaryFolder, temporaryFolder } from '../../support/temporary-database.ts'
import { type VirtualTime, virtualTime } from '../../support/virtual-time.ts'

let folder: TemporaryFolder
let time: VirtualTime
let statements: string[]
let opened: Database[]

beforeEach(async () => {
  folder = await temporaryFolder()
  time = virtualTime(before)
  statements = []
  opened = []
})
afterEach(async () => {
  for (const db of opened) await db.destroy()
  await folder.remove()
})

const frame: readonly Command[] = [
  { type: 'frame-forum', name: 'Essai', timeZone: 'Europe/Paris' },
  { type: 'add-room', roomId: 'b101', name: 'B101' },
  { type: 'add-room', roomId: 'b102', name: 'B102' },
  { type: 'add-slot', slotId: 's1', date: day, start: '09:30', end: '10:30' },
  { type: 'add-slot', slotId: 's2', date: day, start: '10:30', end: '11:30' },
  { type: 'open-door', door: 'propose' },
  { type: 'open-door', door: 'claim' },
]

const open = async (): Promise<Database> => {
  const db = await openDatabase(folder.file('forum.db'), { log: (event) => void statements.push(event.query.sql) })
  await migrate(db)
  opened.push(db)
  return db
}

interface Server extends Core {
  readonly forum: LiveForum
}

/** What a process does when it starts: the core over the file, and the forum from its log. */
const start = async (db: Database): Promise<Server> => {
  await createForum(db, { slug: 'essai', createdAt: before })
  const core = await createCore(db, time, silentLog)
  const forum = await core.forums.find('essai')
  if (forum === null) throw new Error('no forum')
  return { ...core, forum }
}

const by = (personId: string, command: Command, id = randomUUID(), role: Role = 'participant'): Submission => ({
  id,
  command,
  actor: { personId, role },
})

/** A server with the frame set up, and Ana's and Brieuc's sessions 1 and 2 in the tray. */
const framed = async (): Promise<Server> => {
  const server = await start(await open())
  const { board } = server.forum
  await Promise.all(frame.map((command) => board.submit(by('team', command, randomUUID(), 'facilitator'))))
  await Promise.all([board.submit(by('ana', propose(1))), board.submit(by('brieuc', propose(2)))])
  return server
}

const codeOf = (answer: Answer): string => (answer.type === 'accepted' ? 'accepted' : answer.refusal.code)
const commits = (): number => statements.filter((text) => text.startsWith('insert into entry')).length

/** Makes every write of this connection fail, as a full or broken disk would, until it is allowed again. */
const forbidWrites = async (db: Database, forbidden: boolean): Promise<void> => {
  await sql.raw(`pragma query_only = ${forbidden ? 'on' : 'off'}`).execute(db)
}

test('L1 entries are numbered from one and the log replays to the live board (L6)', async () => {
  const { forum, db } = await framed()
  const entries = await readEntries(db, forum.id, 0)
  expect(entries.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
  const again = await start(await open())
  expect(boardToJson(again.forum.board.board)).toEqual(boardToJson(forum.board.board))
  expect(again.forum.board.seq).toBe(9)
})

test('D3 what is submitted at once goes in one commit', async () => {
  await framed()
  expect(commits()).toBe(2)
})

test('D3 what comes while a commit runs goes in the next one together', async () => {
  const { forum } = await framed()
  const { board } = forum
  const before = commits()
  const first = board.submit(by('ana', propose(10)))
  await new Promise((resolve) => setImmediate(resolve))
  const rest = [11, 12, 13, 14].map((n) => board.submit(by('ana', propose(n))))
  const answers = await Promise.all([first, ...rest])
  expect(answers.map(codeOf)).toEqual(Array(5).fill('accepted'))
  expect(commits() - before).toBe(2)
})

test('D3 forums share a commit', async () => {
  const { forum, forums, db } = await framed()
  await createForum(db, { slug: 'autre', createdAt: before })
  const other = await forums.find('autre')
  const count = commits()
  const name = { type: 'frame-forum', name: 'Autre' } as const
  const answers = await Promise.all([
    forum.board.submit(by('ana', propose(3))),
    other?.board.submit(by('team', name, randomUUID(), 'facilitator')),
  ])
  expect(answers.map((answer) => answer?.type)).toEqual(['accepted', 'accepted'])
  expect(commits() - count).toBe(1)
})

test('L2 nobody hears of an entry, nor of a refusal that names it, before it is on disk', async () => {
  const { forum, db } = await framed()
  const heard: string[] = []
  const onDisk = async () => (await readPlacements(db, forum.id)).length
  forum.board.onEntries((entries) => heard.push(`entries ${entries.map(({ by }) => by)}`))
  const winner = forum.board.submit(by('ana', claim(1, 'b101', 's1')))
  const loser = forum.board.submit(by('brieuc', claim(2, 'b101', 's1')))
  const refusal = loser.then(async (answer) => {
    heard.push(codeOf(answer))
    expect(await onDisk()).toBe(1)
    return answer
  })
  expect(heard).toEqual([])
  expect(codeOf(await winner)).toBe('accepted')
  const answer = await refusal
  expect(heard).toEqual(['entries ana', 'place-free'])
  expect(answer).toMatchObject({ refusal: { holder: { sessionId: sessionId(1), title: 'Sujet 1', since: before } } })
})

test('L2 also one who comes while the winner is being written waits for the disk', async () => {
  const { forum, db } = await framed()
  let stored = false
  const winner = forum.board.submit(by('ana', claim(1, 'b101', 's1')))
  forum.board.onEntries(() => {
    stored = true
  })
  // The commit has begun: it runs on another thread.
  for (let n = 0; n < 20; n += 1) await Promise.resolve()
  const loser = forum.board.submit(by('brieuc', claim(2, 'b101', 's1'))).then((answer) => ({ answer, stored }))
  expect(await Promise.race([loser, Promise.resolve('still waiting')])).toBe('still waiting')
  expect((await loser).stored).toBe(true)
  expect(codeOf((await loser).answer)).toBe('place-free')
  expect(codeOf(await winner)).toBe('accepted')
  expect((await readEntries(db, forum.id, 9)).length).toBe(1)
})

test('B1 the placement table follows claims, moves, swaps of place, releases and slot edits', async () => {
  const { forum, db } = await framed()
  const { board } = forum
  const held = async () =>
    (await readPlacements(db, forum.id)).map(({ sessionId: id, roomId }) => `${id.slice(-1)} ${roomId}`)
  await Promise.all([
    board.submit(by('ana', claim(1, 'b101', 's1'))),
    board.submit(by('brieuc', claim(2, 'b102', 's1'))),
  ])
  expect(await held()).toEqual(['1 b101', '2 b102'])
  // In one batch each goes where the other was.
  const swap = [claim(1, 'b101', 's2'), claim(2, 'b101', 's1'), claim(1, 'b102', 's1')]
  await Promise.all(swap.map((command) => board.submit(by('team', command, randomUUID(), 'facilitator'))))
  expect(await held()).toEqual(['2 b101', '1 b102'])
  await board.submit(by('team', { type: 'edit-slot', slotId: 's1', start: '09:00' }, randomUUID(), 'facilitator'))
  const starts = (await readPlacements(db, forum.id)).map(({ start }) => start)
  expect(starts).toEqual([...board.board.placements.values()].map(({ start }) => start))
  await board.submit(by('ana', { type: 'release', sessionId: sessionId(1) }))
  expect(await held()).toEqual(['2 b101'])
})

test('L3 an id sent twice at once takes effect once and gives both the same answer', async () => {
  const { forum } = await framed()
  const submission = by('ana', claim(1, 'b101', 's1'))
  const [one, two] = await Promise.all([forum.board.submit(submission), forum.board.submit(submission)])
  expect(two).toEqual(one)
  expect(await forum.board.submit(submission)).toEqual(one)
  expect(forum.board.seq).toBe(10)
})

test('L3 an accepted id gives its first answer again after a restart, also when it is long ago', async () => {
  const { forum } = await framed()
  const submission = by('ana', claim(1, 'b101', 's1'))
  const first = await forum.board.submit(submission)
  for (let n = 0; n < 1200; n += 1)
    void forum.board.submit(by('ana', { type: 'edit', sessionId: sessionId(1), title: `T${n}` }))
  await forum.board.submit(by('ana', { type: 'release', sessionId: sessionId(1) }))
  expect(await forum.board.submit(submission)).toEqual(first)
  const again = await start(await open())
  expect(await again.forum.board.submit(submission)).toEqual(first)
  expect(again.forum.board.seq).toBe(forum.board.seq)
})

test('L3 a refused id is refused again, even where it would now be accepted', async () => {
  const { forum } = await framed()
  const refused = by('ana', { type: 'move', sessionId: sessionId(1), roomId: 'b101', slotId: 's1' })
  const first = await forum.board.submit(refused)
  expect(codeOf(first)).toBe('not-placed')
  await forum.board.submit(by('ana', claim(1, 'b101', 's2')))
  expect(await forum.board.submit(refused)).toEqual(first)
})

test('L3 somebody else’s id is refused and tells nothing of it', async () => {
  const { forum } = await framed()
  const accepted = by('ana', claim(1, 'b101', 's1'))
  const refused = by('ana', { type: 'move', sessionId: sessionId(9), roomId: 'b101', slotId: 's1' })
  const first = forum.board.submit(accepted)
  const stolen = { ...accepted, actor: { personId: 'brieuc', role: 'participant' } } as const
  expect(codeOf(await forum.board.submit(stolen))).toBe('command-id-taken')
  await first
  expect(codeOf(await forum.board.submit(stolen))).toBe('command-id-taken')
  await forum.board.submit(refused)
  const other = await forum.board.submit({ ...refused, actor: stolen.actor })
  expect(other).toEqual({
    type: 'refused',
    refusal: { code: 'command-id-taken', facts: {}, findings: [], alternatives: [] },
  })
})

test('L8 a failed write refuses the batch and all decided upon it, makes the forum read-only, and heals', async () => {
  const { forum, db, committer } = await framed()
  const { board } = forum
  const before = boardToJson(board.board)
  await forbidWrites(db, true)
  const winner = by('ana', claim(1, 'b101', 's1'))
  const answers = await Promise.all([
    board.submit(winner),
    board.submit(by('brieuc', claim(2, 'b101', 's1'))),
    board.submit(by('brieuc', claim(2, 'b102', 's1'))),
  ])
  expect(answers.map(codeOf)).toEqual(['not-saved', 'not-saved', 'not-saved'])
  expect(boardToJson(board.board)).toEqual(before)
  expect(codeOf(await board.submit(by('ana', propose(3))))).toBe('read-only')
  // Probes fail while the disk does.
  time.advance(250)
  await expect.poll(() => committer.isReadOnly).toBe(true)
  await forbidWrites(db, false)
  await expect
    .poll(() => {
      time.advance(5000)
      return committer.isReadOnly
    })
    .toBe(false)
  // The same id may be sent again: nothing was decided of it.
  expect(codeOf(await board.submit(winner))).toBe('accepted')
  expect((await readEntries(db, forum.id, 9)).map(({ by }) => by)).toEqual(['ana'])
})

test('L7 where another process wrote first, its entries are folded and what waits is decided again', async () => {
  const ours = await framed()
  const theirs = await start(await open())
  const published: Entry[] = []
  ours.forum.board.onEntries((entries) => published.push(...entries))
  const [first] = await Promise.all([theirs.forum.board.submit(by('brieuc', claim(2, 'b101', 's1')))])
  expect(codeOf(first)).toBe('accepted')
  const answers = await Promise.all([
    ours.forum.board.submit(by('ana', claim(1, 'b101', 's1'))),
    ours.forum.board.submit(by('ana', claim(1, 'b102', 's2'))),
  ])
  expect(answers.map(codeOf)).toEqual(['place-free', 'accepted'])
  expect(answers[0]).toMatchObject({ refusal: { holder: { sessionId: sessionId(2) } } })
  expect(published.map(({ seq, by }) => `${seq} ${by}`)).toEqual(['10 brieuc', '11 ana'])
  theirs.forum.board.markStale()
  await theirs.committer.idle()
  expect(boardToJson(theirs.forum.board.board)).toEqual(boardToJson(ours.forum.board.board))
})

test('L7, L3 the same command through two processes takes effect once', async () => {
  const ours = await framed()
  const theirs = await start(await open())
  const submission = by('ana', claim(1, 'b101', 's1'))
  const [one, two] = await Promise.all([ours.forum.board.submit(submission), theirs.forum.board.submit(submission)])
  expect(two).toEqual(one)
  expect((await readEntries(ours.db, ours.forum.id, 9)).length).toBe(1)
})

test('L7 two processes race for each cell: one winner each, and both end with the same board', async () => {
  const ours = await framed()
  const theirs = await start(await open())
  const team = (command: Command) => by('team', command, randomUUID(), 'facilitator')
  await Promise.all([3, 4, 5, 6].map((n) => ours.forum.board.submit(team(propose(n, { hosts: [] })))))
  theirs.forum.board.markStale()
  const cells = [
    ['b101', 's1'],
    ['b102', 's1'],
    ['b101', 's2'],
    ['b102', 's2'],
  ] as const
  const answers = await Promise.all(
    cells.flatMap(([room, slot], index) => [
      ours.forum.board.submit(team(claim(3 + index, room, slot))),
      theirs.forum.board.submit(team(claim(3 + ((index + 1) % 4), room, slot))),
    ]),
  )
  expect(answers.filter(({ type }) => type === 'accepted').length).toBeGreaterThanOrEqual(4)
  for (const server of [ours, theirs]) {
    server.forum.board.markStale()
    await server.committer.idle()
  }
  expect(boardToJson(theirs.forum.board.board)).toEqual(boardToJson(ours.forum.board.board))
  const rows = await readPlacements(ours.db, ours.forum.id)
  expect(rows.map(({ sessionId: id }) => id).sort()).toEqual([...ours.forum.board.board.placements.keys()].sort())
})

test('B1 a placement table that says otherwise refuses, is answered, and does not spin', async () => {
  const { forum, db } = await framed()
  const row = { session_id: 'ghost', room_id: 'b101', start_at: before, end_at: before + 30 * 86_400_000 }
  await db
    .insertInto('placement')
    .values({ forum_id: forum.id, ...row })
    .execute()
  expect(codeOf(await forum.board.submit(by('ana', claim(1, 'b101', 's1'))))).toBe('not-saved')
  expect(codeOf(await forum.board.submit(by('ana', claim(1, 'b102', 's1'))))).toBe('accepted')
})

test('entries that another process appended are found when the board is marked stale', async () => {
  const { forum, db, committer } = await framed()
  const entry: Entry = {
    seq: 10,
    commandId: randomUUID(),
    by: 'team',
    at: before,
    events: [{ type: 'session-withdrawn', sessionId: sessionId(1) }],
  }
  await commit(db, [{ forumId: forum.id, expectedSeq: 9, entries: [entry], placed: [], unplaced: [] }])
  forum.board.markStale()
  await committer.idle()
  expect([...forum.board.board.sessions.keys()]).toEqual([sessionId(2)])
})
