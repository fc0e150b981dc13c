import { expect, test } from 'vitest'
import { predict } from '../../../shared/predict.ts'
import { PROTOCOL, type ServerMessage } from '../../../shared/protocol.ts'
import { fault } from '../../../shared/refusals.ts'
import { refusalJson } from '../../../shared/sentences.ts'
import { by, claim, propose, proposed, sessionId, smallBoard } from '../../support/boards.ts'
import { ana, livePhone, scriptedLog, settled, startPhone, welcome } from '../support/phone.ts'

test('the snapshot is shown before the socket is opened, and the hello says what was seen', async () => {
  const log = scriptedLog(smallBoard, 41)
  const phone = await startPhone(() => ({ type: 'ok', value: log.snapshot() }))
  expect(phone.view().load).toBe('ready')
  expect(phone.view().state).toEqual({ epoch: 'epoch-1', seq: 41, confirmed: smallBoard, pending: [] })
  phone.lines.latest().open()
  expect(phone.lines.latest().said()).toEqual([
    { type: 'hello', protocol: PROTOCOL, epoch: 'epoch-1', seq: 41, language: 'fr' },
  ])
})

test('a forum that does not exist is said to be missing, and no socket is opened', async () => {
  const phone = await startPhone(() => ({ type: 'missing' }))
  expect(phone.view().load).toBe('missing')
  expect(phone.lines.count()).toBe(0)
})

test('a server that can’t be reached is tried again, at once when the network returns', async () => {
  const log = scriptedLog(smallBoard, 3)
  let reachable = false
  const phone = await startPhone(() => (reachable ? { type: 'ok', value: log.snapshot() } : { type: 'failed' }))
  expect(phone.view().load).toBe('failed')
  phone.time.advance(1000)
  await settled()
  expect(phone.fetches()).toBe(2)
  reachable = true
  phone.sync.nudge()
  await settled()
  expect([phone.fetches(), phone.view().load]).toEqual([3, 'ready'])
})

test('P2 a command waits until its own entry comes back, and is then confirmed', async () => {
  const log = scriptedLog(smallBoard, 5)
  const phone = await livePhone(log)
  const answer = phone.sync.send(propose(1))
  expect(phone.lines.latest().said()).toEqual([{ type: 'command', id: phone.commandId(0), command: propose(1) }])
  expect(phone.view().state.pending.map(({ id }) => id)).toEqual([phone.commandId(0)])
  const entry = log.add('ana', phone.commandId(0), propose(1))
  phone.lines.latest().say({ type: 'entries', entries: [entry] })
  expect(await answer).toEqual({ type: 'accepted', entry })
  expect(phone.view().state).toEqual({ epoch: 'epoch-1', seq: 6, confirmed: log.board(), pending: [] })
})

test('P2 a refused command leaves the board as it was, with the server’s reason', async () => {
  const log = scriptedLog(smallBoard, 5)
  const phone = await livePhone(log)
  const answer = phone.sync.send(propose(1))
  const refusal = refusalJson(fault('read-only'), 'fr')
  phone.lines.latest().say({ type: 'refused', commandId: phone.commandId(0), refusal })
  expect(await answer).toEqual({ type: 'refused', refusal })
  expect(phone.view().state).toEqual({ epoch: 'epoch-1', seq: 5, confirmed: smallBoard, pending: [] })
})

test('P2 a command that is no message for this server is answered too, and not sent for ever', async () => {
  const log = scriptedLog(smallBoard, 5)
  const phone = await livePhone(log)
  const answer = phone.sync.send(propose(1))
  const star = phone.sync.star(sessionId(1), true)
  phone.lines.latest().say({ type: 'malformed', path: '/command/title', message: 'Trop long.' })
  const refusal = { code: 'not-saved', message: 'Trop long.', findings: [], alternatives: [] }
  expect(await answer).toEqual({ type: 'refused', refusal })
  expect(await star).toEqual(refusal)
  expect([phone.view().state.pending, phone.view().stars.pending]).toEqual([[], []])
})

test('P2 a text too long for one frame is refused before it ends the line', async () => {
  const phone = await livePhone(scriptedLog(smallBoard, 5))
  const answer = await phone.sync.send(propose(1, { description: 'é'.repeat(8200) }))
  expect(answer.type === 'refused' && answer.refusal.code).toBe('too-many')
  expect([phone.lines.latest().said(), phone.view().state.pending]).toEqual([[], []])
})

test('what waits is sent again after the welcome: same ids, in order, but not what the welcome answered', async () => {
  const log = scriptedLog(smallBoard, 5)
  const phone = await livePhone(log)
  const first = phone.sync.send(propose(1))
  void phone.sync.send(claim(1, 'b101', 's1'))
  phone.lines.latest().cut()
  void phone.sync.send(propose(2))
  const entry = log.add('ana', phone.commandId(0), propose(1))
  phone.time.advance(1000)
  const line = phone.lines.latest()
  line.open()
  expect(line.said()).toEqual([{ type: 'hello', protocol: PROTOCOL, epoch: 'epoch-1', seq: 5, language: 'fr' }])
  line.say(welcome([entry]))
  expect(await first).toEqual({ type: 'accepted', entry })
  expect(line.said()).toEqual([
    { type: 'command', id: phone.commandId(1), command: claim(1, 'b101', 's1') },
    { type: 'command', id: phone.commandId(2), command: propose(2) },
  ])
})

test('P4 a claim that waited for more than a minute is not sent; the person is asked again', async () => {
  const log = scriptedLog(proposed, 7)
  const phone = await livePhone(log)
  phone.lines.latest().cut()
  const late = phone.sync.send(claim(1, 'b101', 's1'))
  void phone.sync.send({ type: 'edit', sessionId: sessionId(1), title: 'Autre titre' })
  phone.time.advance(61_000)
  void phone.sync.send(claim(1, 'b102', 's2'))
  phone.sync.nudge()
  phone.lines.latest().open()
  phone.lines.latest().said()
  phone.lines.latest().say({ ...welcome([], 7), serverTime: phone.clock.now() } as ServerMessage)
  expect(await late).toEqual({
    type: 'refused',
    refusal: { code: 'too-late', message: '', findings: [], alternatives: [] },
  })
  expect(phone.lines.latest().said()).toEqual([
    {
      type: 'command',
      id: phone.commandId(1),
      command: { type: 'edit', sessionId: sessionId(1), title: 'Autre titre' },
    },
    { type: 'command', id: phone.commandId(2), command: claim(1, 'b102', 's2') },
  ])
})

test('P4 a late claim that was fulfilled before the line broke is sent again, only to hear its answer', async () => {
  const log = scriptedLog(proposed, 7)
  const phone = await livePhone(log)
  void phone.sync.send(claim(1, 'b101', 's1'))
  phone.lines.latest().cut()
  log.add('ana', phone.commandId(0), claim(1, 'b101', 's1'))
  phone.time.advance(61_000)
  phone.sync.nudge()
  phone.lines.latest().open()
  phone.lines.latest().say({ type: 'resync' })
  await settled()
  const line = phone.lines.latest()
  line.open()
  line.said()
  line.say({ ...welcome([], 8), serverTime: phone.clock.now() } as ServerMessage)
  expect(line.said()).toEqual([{ type: 'command', id: phone.commandId(0), command: claim(1, 'b101', 's1') }])
})

test('L1 a gap between entries is never folded over: the snapshot is taken again', async () => {
  const log = scriptedLog(smallBoard, 5)
  const phone = await livePhone(log)
  log.add('brieuc', sessionId(501), propose(1))
  const second = log.add('brieuc', sessionId(502), propose(2))
  phone.lines.latest().say({ type: 'entries', entries: [second] })
  expect(phone.view().state.confirmed).toBe(phone.sync.view().state.confirmed)
  expect(phone.view().state.seq).toBe(5)
  await settled()
  expect([phone.fetches(), phone.view().state.seq]).toEqual([2, 7])
  expect(phone.view().state.confirmed).toEqual(log.board())
  phone.lines.latest().open()
  expect(phone.lines.latest().said()).toEqual([
    { type: 'hello', protocol: PROTOCOL, epoch: 'epoch-1', seq: 7, language: 'fr' },
  ])
})

test('L3 an entry heard twice is folded once, and still answers its command', async () => {
  const log = scriptedLog(smallBoard, 5)
  const phone = await livePhone(log)
  const answer = phone.sync.send(propose(1))
  const entry = log.add('ana', phone.commandId(0), propose(1))
  phone.lines.latest().say({ type: 'resync' })
  await settled()
  expect(phone.view().state.pending.length).toBe(1)
  const line = phone.lines.latest()
  line.open()
  line.say(welcome([], 6), { type: 'entries', entries: [entry] }, { type: 'entries', entries: [entry] })
  expect(await answer).toEqual({ type: 'accepted', entry })
  expect(phone.view().state).toEqual({ epoch: 'epoch-1', seq: 6, confirmed: log.board(), pending: [] })
  expect(phone.fetches(), 'nothing was missing').toBe(2)
})

test('P5 another epoch means another log: the snapshot is taken again', async () => {
  const log = scriptedLog(smallBoard, 5)
  const phone = await startPhone(() => ({ type: 'ok', value: log.snapshot() }))
  phone.lines.latest().open()
  phone.lines
    .latest()
    .say({ type: 'welcome', you: null, stars: [], serverTime: 0, epoch: 'other', seq: 5, entries: [] })
  await settled()
  expect(phone.fetches()).toBe(2)
})

test('P5 a server that answers every greeting with "take the snapshot" is not asked without pause', async () => {
  const log = scriptedLog(smallBoard, 5)
  const phone = await startPhone(() => ({ type: 'ok', value: log.snapshot() }))
  for (let round = 0; round < 4; round += 1) {
    phone.lines.latest().open()
    phone.lines.latest().say({ type: 'resync' })
    await settled()
  }
  expect([phone.fetches(), phone.lines.count()]).toEqual([3, 2])
  phone.time.advance(999)
  expect(phone.lines.count()).toBe(2)
  phone.time.advance(1)
  expect(phone.lines.count()).toBe(3)
})

test('P9 pending commands are folded over the confirmed board by the rules themselves', async () => {
  const log = scriptedLog(proposed, 7)
  const phone = await livePhone(log)
  void phone.sync.send(claim(1, 'b101', 's1'))
  void phone.sync.send(claim(2, 'b101', 's1'))
  const { confirmed, pending } = phone.view().state
  const shown = predict(confirmed, pending, by('ana'))
  expect([...shown.placements.values()].map(({ sessionId: id, roomId, slotIds }) => [id, roomId, slotIds])).toEqual([
    [sessionId(1), 'b101', ['s1']],
  ])
})

test('P10 the time is the server’s, though the phone’s own clock is two hours wrong', async () => {
  const phone = await livePhone(scriptedLog(smallBoard, 5))
  const now = phone.clock.now()
  expect(now).toBe(phone.view().freshAt)
  phone.time.advance(90_000)
  expect(phone.clock.now()).toBe(now + 90_000)
})

test('a new identity greets the server again, and keeps what waits', async () => {
  const log = scriptedLog(smallBoard, 5)
  const phone = await startPhone(() => ({ type: 'ok', value: log.snapshot() }))
  const first = phone.lines.latest()
  first.open()
  first.say({ type: 'welcome', you: null, stars: [], serverTime: 0, epoch: 'epoch-1', seq: 5, entries: [] })
  expect(phone.view().you).toBeNull()
  phone.sync.becomes(ana)
  expect([phone.view().you, first.closedByPhone(), phone.lines.count()]).toEqual([ana, true, 2])
  void phone.sync.send(propose(1))
  first.say({ type: 'presence', here: 9 })
  expect(phone.view().here).toBe(0)
  phone.lines.latest().open()
  phone.lines.latest().said()
  phone.lines.latest().say(welcome([], 5))
  expect(
    phone.lines
      .latest()
      .said()
      .map(({ type }) => type),
  ).toEqual(['command'])
})

test('names, counts and presence that change are shown as they come', async () => {
  const phone = await livePhone(scriptedLog(smallBoard, 5))
  const brieuc = { id: 'brieuc', name: 'Brieuc', role: 'participant' } as const
  phone.lines
    .latest()
    .say(
      { type: 'people', people: [brieuc], gone: ['ana'] },
      { type: 'counts', counts: { [sessionId(1)]: 3 } },
      { type: 'presence', here: 12 },
      { type: 'you', you: { ...ana, role: 'facilitator' } },
    )
  const { people, counts, here, you } = phone.view()
  expect({ people, counts, here, you }).toEqual({
    people: new Map([['brieuc', brieuc]]),
    counts: new Map([[sessionId(1), 3]]),
    here: 12,
    you: { ...ana, role: 'facilitator' },
  })
})

test('a name that was missed while a restarted server could not know it is fetched, once', async () => {
  const log = scriptedLog(smallBoard, 5)
  const phone = await livePhone(log)
  phone.lines.latest().say({ type: 'entries', entries: [log.add('brieuc', sessionId(501), propose(1))] })
  phone.time.advance(1900)
  expect(phone.fetches()).toBe(1)
  phone.time.advance(200)
  await settled()
  expect(phone.fetches()).toBe(2)
  phone.lines.latest().open()
  phone.lines.latest().say(welcome([], log.seq()))
  phone.lines.latest().say({ type: 'entries', entries: [log.add('brieuc', sessionId(502), propose(2))] })
  phone.time.advance(2100)
  await settled()
  expect(phone.fetches()).toBe(2)
})
