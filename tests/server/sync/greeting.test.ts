import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { limits } from '../../../shared/limits.ts'
import { type Person, PROTOCOL } from '../../../shared/protocol.ts'
import { before, propose, sessionId } from '../../support/boards.ts'
import { allAnswered, commandText, greetedPhone, typesOf } from '../../support/greeted-phone.ts'
import { type HandPhone, handPhone } from '../../support/socket-pair.ts'
import { type TestApp, testApp } from '../../support/test-app.ts'
import { type VirtualTime, virtualTime } from '../../support/virtual-time.ts'

let server: TestApp
let time: VirtualTime
let ana: Person
let camille: Person

beforeEach(async () => {
  time = virtualTime(before)
  server = await testApp({ clock: time })
  ana = (await server.join('Ana')).person
  camille = (await server.joinTeam('Camille')).person
  // What was gathered before the test began is sent by now.
  time.advance(2000)
})
afterEach(() => server.close())

const phoneOf = (person: Person | null): HandPhone => handPhone(server.forum, time, { person })
const greeted = (person: Person | null): HandPhone => greetedPhone(server.forum, time, person)

describe('P1 the greeting', () => {
  test('welcomes with who you are, the time, the seq, and what is missing; then with names and counts', async () => {
    await server.forum.board.submit({
      id: randomUUID(),
      command: propose(1) as never,
      actor: { personId: ana.id, role: 'participant' },
    })
    await server.forum.interest.set(ana.id, sessionId(1), true)
    time.advance(100)
    const phone = phoneOf(ana)
    const { seq } = server.forum.board
    phone.hello(seq - 1)
    const [welcome, ...rest] = phone.flush()
    expect(welcome).toEqual({
      type: 'welcome',
      you: ana,
      stars: [sessionId(1)],
      serverTime: time.now(),
      epoch: server.forum.epoch,
      seq,
      entries: [expect.objectContaining({ seq, by: ana.id })],
    })
    expect(rest.slice(0, 2)).toMatchObject([{ type: 'people' }, { type: 'counts', counts: { [sessionId(1)]: 1 } }])
  })

  test('joins the hub in the same step: each entry is in the welcome or comes after it, once', async () => {
    const { board } = server.forum
    const actor = { personId: camille.id, role: 'facilitator' } as const
    const from = board.seq
    const phones: HandPhone[] = []
    // One more phone greets at every moment at which something is stored, before others are told.
    board.onEntries(() => {
      const phone = phoneOf(null)
      phone.hello(from)
      phones.push(phone)
    })
    for (let n = 0; n < 40; n += 1) {
      const written = board.submit({ id: randomUUID(), command: { type: 'frame-forum', theme: `T${n}` }, actor })
      if (n % 3 === 0) await written
      time.advance(7)
    }
    await allAnswered(server)
    time.advance(1000)
    expect(phones.length).toBeGreaterThan(10)
    const all = Array.from({ length: 40 }, (_, n) => from + 1 + n)
    for (const phone of phones) {
      const heard = phone.flush()
      expect(heard[0]?.type).toBe('welcome')
      const entries = heard.flatMap((m) => (m.type === 'welcome' || m.type === 'entries' ? m.entries : []))
      expect(entries.map(({ seq }) => seq)).toEqual(all)
    }
  })

  test.each([
    ['another epoch', { epoch: 'other', seq: 1 }],
    ['a seq of the future', { seq: 9999 }],
    ['the largest seq there is', { seq: Number.MAX_SAFE_INTEGER }],
  ])('with %s is answered by resync, and may be said again', (_what, wrong) => {
    const phone = phoneOf(ana)
    phone.say({ type: 'hello', protocol: PROTOCOL, epoch: server.forum.epoch, ...wrong })
    expect(phone.flush()).toEqual([{ type: 'resync' }])
    phone.hello()
    expect(typesOf(phone.flush())).toEqual(expect.arrayContaining(['welcome']))
    expect(phone.end).toBeNull()
  })

  test('of a phone that was away too long is answered by resync', async () => {
    const actor = { personId: camille.id, role: 'facilitator' } as const
    await Promise.all(
      Array.from({ length: limits.resumeEntries + 1 }, (_, n) =>
        server.forum.board.submit({ id: randomUUID(), command: { type: 'frame-forum', theme: `T${n}` }, actor }),
      ),
    )
    time.advance(100)
    const { seq } = server.forum.board
    const far = phoneOf(ana)
    far.hello(seq - limits.resumeEntries - 1)
    expect(far.flush()).toEqual([{ type: 'resync' }])
    const near = phoneOf(ana)
    near.hello(seq - limits.resumeEntries)
    expect(near.flush()[0]).toMatchObject({ type: 'welcome', entries: { length: limits.resumeEntries } })
  })

  test('of an older program is told so', () => {
    const phone = phoneOf(ana)
    phone.say({ type: 'hello', protocol: 999, epoch: server.forum.epoch, seq: 0 })
    expect(phone.flush()).toEqual([{ type: 'goodbye', reason: 'too-old', returnAfter: 0 }])
  })
})

describe('P3 the deadline', () => {
  test('closes a connection that says no hello within ten seconds', () => {
    const phone = phoneOf(ana)
    time.advance(limits.greetingMilliseconds - 1)
    expect(phone.end).toBeNull()
    time.advance(1)
    expect(phone.flush()).toEqual([{ type: 'goodbye', reason: 'no-greeting', returnAfter: 0 }])
    expect(phone.end).toEqual({ type: 'closed', code: 1013, reason: 'no-greeting' })
  })

  test('is over with the hello', () => {
    const phone = phoneOf(ana)
    phone.hello()
    time.advance(limits.greetingMilliseconds)
    expect(phone.end).toBeNull()
  })

  test('pings do not put it off', () => {
    const phone = phoneOf(ana)
    for (let n = 0; n < 10; n += 1) {
      time.advance(1000)
      phone.say({ type: 'ping' })
    }
    expect(phone.flush().at(-1)).toMatchObject({ type: 'goodbye', reason: 'no-greeting' })
  })

  test('is put off once by a resync, and not by the next', () => {
    const phone = phoneOf(ana)
    const wrong = JSON.stringify({ type: 'hello', protocol: PROTOCOL, epoch: 'other', seq: 0 })
    phone.say(wrong)
    time.advance(limits.resyncMilliseconds - 1)
    phone.say(wrong)
    expect(phone.flush()).toEqual([{ type: 'resync' }, { type: 'resync' }])
    expect(phone.end).toBeNull()
    time.advance(1)
    expect(phone.end).toEqual({ type: 'closed', code: 1013, reason: 'no-greeting' })
  })
})

describe('P7 greetings are bounded', () => {
  /** One that missed all of a long log, which makes a welcome of more than a hundred kilobytes. */
  const longLog = async (): Promise<void> => {
    const actor = { personId: camille.id, role: 'facilitator' } as const
    for (let n = 0; n < 400; n += 1) {
      const notice = 'x'.repeat(200) + n
      await server.forum.board.submit({ id: randomUUID(), command: { type: 'frame-forum', notice }, actor })
    }
    time.advance(1000)
  }

  test('a phone that reads nothing and greets over and over is cut at a bounded queue', async () => {
    await longLog()
    const phone = phoneOf(null)
    const welcome = () => phone.hello(server.forum.board.seq - 400)
    welcome()
    const one = phone.waiting
    expect(one).toBeGreaterThan(100_000)
    for (let n = 0; n < 900; n += 1) welcome()
    expect(phone.waiting).toBeLessThan(limits.peerQueueBytes + one + 1000)
    expect(phone.end).toEqual({ type: 'closed', code: 1013, reason: 'too-slow' })
    expect(server.forum.hub.size).toBe(0)
  })

  test('so is one that is answered while it takes the snapshot again', async () => {
    const phone = phoneOf(null)
    phone.say({ type: 'hello', protocol: PROTOCOL, epoch: 'other', seq: 0 })
    // Slow enough for every other bound.
    for (let n = 0; n < 5000 && phone.end === null; n += 1) {
      phone.say({ type: 'star', id: randomUUID(), sessionId: randomUUID(), on: true })
      time.advance(11)
      await Promise.resolve()
    }
    await allAnswered(server)
    expect(phone.end).toEqual({ type: 'closed', code: 1013, reason: 'too-slow' })
    expect(phone.waiting).toBeLessThan(limits.peerQueueBytes + 1000)
  })

  test('one that reads may greet a handful of times, then is told to go', () => {
    const phone = greeted(ana)
    for (let n = 1; n < limits.helloBurst; n += 1) {
      phone.hello()
      expect(typesOf(phone.flush())).toContain('welcome')
    }
    phone.hello()
    expect(phone.flush()).toMatchObject([{ type: 'goodbye', reason: 'too-fast', returnAfter: expect.any(Number) }])
    expect(server.forum.hub.size).toBe(0)
  })

  test('a welcome said again on a living line leaves it in the hub once', async () => {
    const phone = greeted(ana)
    phone.hello()
    phone.flush()
    expect(server.forum.hub.size).toBe(1)
    phone.say(commandText(propose(1)))
    await allAnswered(server)
    expect(typesOf(phone.flush())).toEqual(['entries'])
  })
})
