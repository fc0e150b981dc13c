import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readEntries } from '../../../db/entries.ts'
import { migrate } from '../../../db/migrate.ts'
import { openDatabase } from '../../../db/open.ts'
import type { LiveForum } from '../../../server/board/live-forum.ts'
import type { Answer } from '../../../server/board/submission.ts'
import { createCore } from '../../../server/core.ts'
import { silentLog } from '../../../server/log.ts'
import type { Command } from '../../../shared/commands/command.schema.ts'
import { limits } from '../../../shared/limits.ts'
import { before, claim, propose, sessionId } from '../../support/boards.ts'
import { type TestApp, testApp } from '../../support/test-app.ts'
import { slotId } from '../../support/test-plan.ts'
import { virtualTime } from '../../support/virtual-time.ts'

let server: TestApp
let forum: LiveForum

const actor = { personId: 'team', role: 'facilitator' } as const
const send = (command: Command, reason?: string): Promise<Answer> =>
  forum.board.submit({ id: randomUUID(), command, actor, reason })
/** The hall holds 40: a session for 60 needs a reason there, one for 10 does not. */
const place = (n: number, room: string, time: Parameters<typeof slotId>[0], reason?: string) =>
  send(claim(n, room, slotId(time)), reason)
const kept = () => forum.reasons.all.map(({ sessionId: id, reason }) => `${id.slice(-1)} ${reason}`)
const lastReason = async () => (await readEntries(server.database.db, forum.id, forum.board.seq - 1))[0]?.reason

beforeEach(async () => {
  server = await testApp({ clock: virtualTime(before) })
  forum = server.forum
  await send({ type: 'set-rule', rule: 'room-holds', level: 'needs-reason' })
  await send(propose(1, { seeking: true, expected: 60 }))
  await send(propose(2, { seeking: true, expected: 60 }))
  await send(propose(3, { seeking: true, expected: 10 }))
})
afterEach(() => server.close())

test('L17 what needs a reason is refused without one, and done with one, which its entry keeps', async () => {
  expect(await place(1, 'hall', '0930')).toMatchObject({ type: 'refused', refusal: { code: 'room-holds' } })
  expect(await place(1, 'hall', '0930', 'Nous serons debout.')).toMatchObject({
    type: 'accepted',
    entry: { reason: 'Nous serons debout.' },
  })
  expect(await lastReason()).toBe('Nous serons debout.')
})

test('L17 a reason is kept cleaned, and one of which nothing is left is none', async () => {
  for (const nothing of [' \u200b\n\t \u202e ', '\u200d', '\u2800\n\u00ad']) {
    expect(await place(1, 'hall', '0930', nothing)).toMatchObject({ type: 'refused' })
  }
  await place(1, 'hall', '0930', '  Nous\u200b serons \ud83d\r\n\r\n\r\n\r\ndebout.\u0000 ')
  expect(await lastReason()).toBe('Nous serons \ufffd\n\ndebout.')
  expect(limits.reason).toBe(300)
})

test('L17 a reason that no rule asked for is not kept', async () => {
  const answer = await place(3, 'hall', '0930', 'Pour rien.')
  expect(answer.type === 'accepted' && 'reason' in answer.entry).toBe(false)
  expect([await lastReason(), kept()]).toEqual([undefined, []])
})

test('L17 a block stays a block, whatever the reason', async () => {
  await place(3, 'hall', '0930')
  expect(await place(1, 'hall', '0930', 'Nous serons debout.')).toMatchObject({ refusal: { code: 'place-free' } })
})

test('L17 reasons stand as long as the place that they were given for', async () => {
  await place(1, 'hall', '0930', 'un')
  await place(2, 'hall', '1045', 'deux')
  expect(kept()).toEqual(['1 un', '2 deux'])
  await send({ type: 'edit-room', roomId: 'b101', capacity: 100 })
  await place(1, 'b101', '0930')
  expect(kept()).toEqual(['2 deux'])
  await place(1, 'hall', '1330', 'trois')
  await send({ type: 'release', sessionId: sessionId(2) })
  expect(kept()).toEqual(['1 trois'])
  await place(2, 'b101', '1045')
  await send({ type: 'withdraw', sessionId: sessionId(1) })
  expect(kept()).toEqual([])
})

test('L17 a session that only grows in its cell keeps the reason for it', async () => {
  await place(1, 'hall', '1330', 'un')
  const { seq } = forum.board
  await send({ type: 'edit-room', roomId: 'hall', capacity: 100 })
  expect(await send({ type: 'edit', sessionId: sessionId(1), length: 2 })).toMatchObject({ type: 'accepted' })
  expect(forum.board.board.placements.get(sessionId(1))?.slotIds.length).toBe(2)
  expect(forum.reasons.all).toEqual([{ sessionId: sessionId(1), seq, at: before, by: 'team', reason: 'un' }])
})

const undo = async (id: string) => send({ type: 'undo', commandId: id })
/** Sends a command of the team under an id that can be undone. */
const act = async (command: Command, reason?: string): Promise<string> => {
  const id = randomUUID()
  expect(await forum.board.submit({ id, command, actor, reason })).toMatchObject({ type: 'accepted' })
  return id
}

test('L17 whoever undoes leaving a place need not say again why it was there', async () => {
  const leaving: readonly Command[] = [
    { type: 'release', sessionId: sessionId(1) },
    { type: 'withdraw', sessionId: sessionId(1) },
  ]
  await place(1, 'hall', '0930', 'Nous serons debout.')
  for (const command of leaving) {
    const id = await act(command)
    expect(kept(), command.type).toEqual([])
    expect(await undo(id), command.type).toMatchObject({ type: 'accepted', entry: { reason: 'Nous serons debout.' } })
    expect(kept(), command.type).toEqual(['1 Nous serons debout.'])
  }
  const moved = await act(claim(1, 'hall', slotId('1330')), 'Plus tard.')
  expect(kept()).toEqual(['1 Plus tard.'])
  await undo(moved)
  expect(kept()).toEqual(['1 Nous serons debout.'])
})

test('L17 where no rule asks any more, the reason still comes back with the place that was left by mistake', async () => {
  await place(1, 'hall', '0930', 'un')
  const [first] = forum.reasons.all
  await send({ type: 'edit-room', roomId: 'hall', capacity: 100 })
  const id = await act({ type: 'release', sessionId: sessionId(1) })
  expect(await undo(id)).toMatchObject({ type: 'accepted' })
  expect(forum.reasons.all).toEqual([first])
  // Somebody else who places it there has other reasons, or none.
  await send({ type: 'release', sessionId: sessionId(1) })
  const other = { personId: 'other', role: 'facilitator' } as const
  await forum.board.submit({ id: randomUUID(), command: claim(1, 'hall', slotId('0930')), actor: other })
  expect([forum.board.board.placements.has(sessionId(1)), kept()]).toEqual([true, []])
})

test('L17 nobody’s words are repeated by another: who undoes what they moved says themselves why', async () => {
  const other = { personId: 'other', role: 'facilitator' } as const
  await place(1, 'hall', '0930', 'un')
  const id = randomUUID()
  await forum.board.submit({ id, command: { type: 'release', sessionId: sessionId(1) }, actor: other })
  const undoing = { command: { type: 'undo', commandId: id }, actor: other } as const
  expect(await forum.board.submit({ id: randomUUID(), ...undoing })).toMatchObject({ refusal: { code: 'room-holds' } })
  const again = await forum.board.submit({ id: randomUUID(), ...undoing, reason: 'deux' })
  expect([again.type, kept()]).toEqual(['accepted', ['1 deux']])
})

test('L17 a reason that was not given for all that goes back is given for none of it', async () => {
  await place(1, 'hall', '0930', 'un')
  await place(3, 'b101', '0930')
  const moves = [1, 3].map((n) => ({ sessionId: sessionId(n), to: null }))
  const id = await act({ type: 'drop-out', loss: { type: 'slot', slotId: slotId('0930') }, moves })
  expect(await undo(id)).toMatchObject({ type: 'refused', refusal: { code: 'room-holds' } })
  const again = await send({ type: 'undo', commandId: id }, 'deux')
  expect([again.type, kept()]).toEqual(['accepted', ['1 deux', '3 deux']])
})

test('L17 they are there again after a restart, and from another process', async () => {
  await place(1, 'hall', '0930', 'un')
  const db = await openDatabase(server.database.file)
  await migrate(db)
  const again = await (await createCore(db, virtualTime(before), silentLog)).forums.find('essai')
  expect(again?.reasons.all).toEqual(forum.reasons.all)
  const command = claim(2, 'hall', slotId('1045'))
  await again?.board.submit({ id: randomUUID(), command, actor, reason: 'deux' })
  await server.tail.look()
  await server.services.committer.idle()
  expect(kept()).toEqual(['1 un', '2 deux'])
  await db.destroy()
})
