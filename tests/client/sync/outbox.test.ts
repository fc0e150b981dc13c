import { expect, test } from 'vitest'
import type { Answer } from '../../../client/sync/forum-store.ts'
import { makeOutbox, type Outbox, type Told } from '../../../client/sync/outbox.ts'
import { memoryOutbox, type OutboxStore } from '../../../client/sync/outbox-store.ts'
import { shownStars } from '../../../client/sync/star-store.ts'
import type { ServerMessage } from '../../../shared/protocol.ts'
import { fault } from '../../../shared/refusals.ts'
import { refusalJson } from '../../../shared/sentences.ts'
import { claim, propose, proposed, sessionId, smallBoard } from '../../support/boards.ts'
import { ana, type Phone, type ScriptedLog, scriptedLog, settled, startPhone, welcome } from '../support/phone.ts'
import { outboxContract, waiting } from './outbox-contract.ts'

outboxContract('a memory', async () => memoryOutbox())

interface Page {
  readonly phone: Phone
  readonly outbox: Outbox
  readonly told: Told[]
  /** The server greets this page again, perhaps as somebody else. */
  greet(you?: typeof ana): Promise<void>
}

const device = { now: 5000 }

/** A page of a device, greeted by the server: real sync, real outbox, over what the device keeps. */
const openPage = async (log: ScriptedLog, store: OutboxStore): Promise<Page> => {
  const told: Told[] = []
  let outbox: Outbox | null = null
  const phone = await startPhone(() => ({ type: 'ok', value: log.snapshot() }), {
    onView: (view) => outbox?.see(view),
    onLate: (late) => outbox?.keepLate(late),
  })
  const made = makeOutbox({
    slug: 'brest',
    store,
    sync: phone.sync,
    now: phone.clock.now,
    deviceNow: () => device.now,
    onTold: (each) => told.push(each),
  })
  outbox = made
  const greet = async (you = ana) => {
    phone.lines.latest().open()
    phone.lines.latest().say({ ...welcome([], log.seq()), you, serverTime: phone.clock.now() } as ServerMessage)
    phone.lines.latest().said()
    await made.look()
  }
  await greet()
  return { phone, outbox: made, told, greet }
}

/** The first page of a device that keeps nothing yet. */
const firstPage = async (log = scriptedLog(proposed, 7)) => {
  const store = memoryOutbox()
  return { store, log, first: await openPage(log, store) }
}

const codes = (told: readonly Told[]) =>
  told.map(({ answer }) => (answer?.type === 'refused' ? answer.refusal.code : (answer?.type ?? 'starred')))

test('P13 what had no answer is sent by the next page: once each, in order, under the same ids', async () => {
  const { store, log, first } = await firstPage(scriptedLog(smallBoard, 5))
  first.phone.lines.latest().cut()
  void first.phone.sync.send(propose(1), { reason: 'vite' })
  void first.phone.sync.star(sessionId(9), true)
  void first.phone.sync.send(claim(1, 'b101', 's1'))
  first.phone.sync.stop()

  const second = await openPage(log, store)
  const ids = [0, 1, 2].map((nth) => first.phone.commandId(nth))
  expect(second.phone.view().state.pending.map(({ id }) => id)).toEqual([ids[0], ids[2]])
  expect([...shownStars(second.phone.view().stars)]).toEqual([sessionId(9)])
  expect(second.phone.lines.latest().said()).toEqual([
    { type: 'command', id: ids[0], command: propose(1), reason: 'vite' },
    { type: 'command', id: ids[2], command: claim(1, 'b101', 's1') },
    { type: 'star', id: ids[1], sessionId: sessionId(9), on: true },
  ])
  await second.outbox.look()
  expect(second.phone.lines.latest().said(), 'what is known is not taken up twice').toEqual([])
})

test('P14 the answer reaches the person though the page that asked is gone, and nothing is kept after it', async () => {
  const { store, log, first } = await firstPage()
  first.phone.lines.latest().cut()
  void first.phone.sync.send(claim(1, 'b101', 's1'))
  void first.phone.sync.send(claim(2, 'b102', 's1'))
  void first.phone.sync.star(sessionId(2), true)
  first.phone.sync.stop()

  const second = await openPage(log, store)
  const [one, two, star] = [0, 1, 2].map((nth) => first.phone.commandId(nth))
  const entry = log.add('ana', one ?? '', claim(1, 'b101', 's1'))
  const refusal = refusalJson(fault('read-only'), 'fr')
  second.phone.lines
    .latest()
    .say(
      { type: 'entries', entries: [entry] },
      { type: 'refused', commandId: two ?? '', refusal },
      { type: 'starred', id: star ?? '', sessionId: sessionId(2), on: true, count: 1 },
    )
  expect(second.told.map(({ waiting: { id }, answer }) => [id, answer])).toEqual([
    [one, { type: 'accepted', entry }],
    [two, { type: 'refused', refusal }],
    [star, undefined],
  ])
  await settled()
  expect(await store.all('brest')).toEqual([])
})

// Catalogue 11.
test('P13 an acknowledgement that was lost with its page comes again, and the claim counts once', async () => {
  const { store, log, first } = await firstPage()
  void first.phone.sync.send(claim(1, 'b101', 's1'))
  const entry = log.add('ana', first.phone.commandId(0), claim(1, 'b101', 's1'))
  first.phone.sync.stop()

  const second = await openPage(log, store)
  expect(second.phone.lines.latest().said().length).toBe(1)
  second.phone.lines.latest().say({ type: 'entries', entries: [entry] })
  expect(codes(second.told)).toEqual(['accepted'])
  expect([second.phone.view().state.seq, second.phone.view().state.pending]).toEqual([8, []])
})

test('P13 what one person asked for is never sent as another, and waits for its own', async () => {
  const { store, first } = await firstPage()
  first.phone.lines.latest().cut()
  void first.phone.sync.send(claim(1, 'b101', 's1'))
  first.phone.time.advance(1000)
  await first.greet({ id: 'brieuc', name: 'Brieuc', role: 'participant' })
  expect([first.phone.view().state.pending, first.phone.lines.latest().said()]).toEqual([[], []])
  await first.outbox.look()
  expect(first.phone.lines.latest().said()).toEqual([])
  expect((await store.all('brest')).map(({ by }) => by)).toEqual(['ana'])
  first.phone.lines.latest().cut()
  first.phone.time.advance(1000)
  await first.greet()
  expect(first.phone.view().state.pending.map(({ id }) => id)).toEqual([first.phone.commandId(0)])
})

test('P14 a claim that waited too long is asked about, by each page anew, until the person has said', async () => {
  const { store, log, first } = await firstPage()
  first.phone.lines.latest().cut()
  const answers: Answer[] = []
  void first.phone.sync.send(claim(1, 'b101', 's1')).then((answer) => answers.push(answer))
  first.phone.time.advance(61_000)
  first.phone.sync.nudge()
  await first.greet()
  await settled()
  expect(answers.map((answer) => answer.type === 'refused' && answer.refusal.code)).toEqual(['too-late'])
  expect(first.outbox.late().map(({ id }) => id)).toEqual([first.phone.commandId(0)])
  first.phone.sync.stop()

  const second = await openPage(log, store)
  expect([codes(second.told), second.phone.lines.latest().said()]).toEqual([['too-late'], []])
  second.phone.sync.stop()

  const third = await openPage(log, store)
  expect(codes(third.told)).toEqual(['too-late'])
  await third.outbox.again(first.phone.commandId(0))
  const sent = { type: 'command', id: first.phone.commandId(0), command: claim(1, 'b101', 's1') }
  expect(third.phone.lines.latest().said()).toEqual([sent])
  await second.outbox.again(first.phone.commandId(0))
  expect(second.phone.view().state.pending, 'another page has answered').toEqual([])
})

test('P14 somebody else on the same device is not asked in their place, and cannot answer for them', async () => {
  const store = memoryOutbox()
  await store.put(waiting('late', device.now, { isLate: true }))
  const page = await openPage(scriptedLog(proposed, 7), store)
  expect([codes(page.told), page.outbox.late().map(({ id }) => id)]).toEqual([['too-late'], ['late']])
  page.phone.lines.latest().cut()
  page.phone.time.advance(1000)
  await page.greet({ id: 'brieuc', name: 'Brieuc', role: 'participant' })
  expect(page.outbox.late()).toEqual([])
  await page.outbox.again('late')
  page.outbox.forget('late')
  expect([page.phone.lines.latest().said(), page.phone.view().state.pending]).toEqual([[], []])
  expect((await store.all('brest')).map(({ id, by, isLate }) => [id, by, isLate])).toEqual([['late', 'ana', true]])
})

test('P14 what the person lets go is forgotten; what nobody came back for within a week, too', async () => {
  const store = memoryOutbox()
  await store.put(waiting('late', device.now, { isLate: true }))
  await store.put(waiting('old', device.now - 8 * 24 * 3_600_000))
  const page = await openPage(scriptedLog(proposed, 7), store)
  expect((await store.all('brest')).map(({ id }) => id)).toEqual(['late'])
  page.outbox.forget('late')
  await settled()
  expect(await store.all('brest')).toEqual([])
})

// Catalogue 39.
test('P13 a store that refuses everything changes nothing for the page that is open', async () => {
  const broken: OutboxStore = {
    all: () => Promise.reject(new Error('no')),
    put: () => Promise.reject(new Error('no')),
    remove: () => Promise.reject(new Error('no')),
  }
  const log = scriptedLog(proposed, 7)
  const page = await openPage(log, broken)
  const answer = page.phone.sync.send(claim(1, 'b101', 's1'))
  const entry = log.add('ana', page.phone.commandId(0), claim(1, 'b101', 's1'))
  page.phone.lines.latest().say({ type: 'entries', entries: [entry] })
  expect(await answer).toEqual({ type: 'accepted', entry })
  expect(page.told).toEqual([])
})
