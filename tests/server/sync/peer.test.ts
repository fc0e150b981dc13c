import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { limits } from '../../../shared/limits.ts'
import { clientMessageSchemas } from '../../../shared/protocol.schema.ts'
import type { Person, ServerMessage } from '../../../shared/protocol.ts'
import { before, claim, propose, sessionId } from '../../support/boards.ts'
import { type HandPhone, handPhone } from '../../support/socket-pair.ts'
import { type TestApp, testApp } from '../../support/test-app.ts'
import { slotId } from '../../support/test-plan.ts'
import { type VirtualTime, virtualTime } from '../../support/virtual-time.ts'

let server: TestApp
let time: VirtualTime
let ana: Person
let brieuc: Person
let camille: Person

beforeEach(async () => {
  time = virtualTime(before)
  server = await testApp({ clock: time })
  ana = (await server.join('Ana')).person
  brieuc = (await server.join('Brieuc')).person
  camille = (await server.joinTeam('Camille')).person
  // What was gathered before the test began is sent by now.
  time.advance(2000)
})
afterEach(() => server.close())

const phoneOf = (person: Person | null): HandPhone => handPhone(server.forum, time, { person })
/** All that was said is on disk and answered. */
const written = async (): Promise<void> => {
  await server.services.committer.idle()
  await new Promise((resolve) => setImmediate(resolve))
}
const types = (messages: readonly ServerMessage[]) => messages.map(({ type }) => type)
const command = (command: Parameters<typeof propose>[1] | object, id = randomUUID()): string =>
  JSON.stringify({ type: 'command', id, command })

/** A phone that has been greeted and has heard what everyone hears then. */
const greeted = (person: Person | null): HandPhone => {
  const phone = phoneOf(person)
  phone.hello()
  time.advance(limits.gatherMilliseconds)
  phone.flush()
  return phone
}

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
    await written()
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
    phone.say({ type: 'hello', protocol: 1, epoch: server.forum.epoch, ...wrong })
    expect(phone.flush()).toEqual([{ type: 'resync' }])
    phone.hello()
    expect(types(phone.flush())).toEqual(expect.arrayContaining(['welcome']))
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
})

describe('P2 every command is answered', () => {
  test('by its entry, to the sender as to everybody', async () => {
    const [mine, other] = [greeted(ana), greeted(brieuc)]
    mine.flush()
    const id = randomUUID()
    mine.say(command(propose(1), id))
    expect(mine.flush()).toEqual([])
    await written()
    const frame = { type: 'entries', entries: [expect.objectContaining({ commandId: id, by: ana.id })] }
    expect(mine.flush()).toEqual([frame])
    expect(other.flush()).toEqual([frame])
  })

  test('by a refusal with holder and alternatives, in the phone’s language, to the sender alone', async () => {
    const [one, two, reader] = [greeted(ana), phoneOf(brieuc), greeted(null)]
    two.say({ type: 'hello', protocol: 1, epoch: server.forum.epoch, seq: server.forum.board.seq, language: 'en' })
    one.say(command(propose(1)))
    one.say(command(claim(1, 'b101', slotId('0930'))))
    two.say(command(propose(2)))
    await written()
    time.advance(1000)
    two.flush()
    reader.flush()
    const id = randomUUID()
    two.say(command(claim(2, 'b101', slotId('0930')), id))
    await written()
    const [refused] = two.flush()
    expect(refused).toMatchObject({
      type: 'refused',
      commandId: id,
      refusal: { code: 'place-free', holder: { sessionId: sessionId(1), title: 'Sujet 1' } },
    })
    expect(refused?.type === 'refused' && refused.refusal.alternatives.length).toBe(3)
    expect(refused?.type === 'refused' && refused.refusal.message).toMatch(/since|held|taken/i)
    expect(reader.flush()).toEqual([])
  })

  test('also where nobody has said a name, before the greeting, and where the pace is too fast', async () => {
    const reader = greeted(null)
    reader.say(command(propose(1)))
    await written()
    expect(reader.flush()).toMatchObject([{ type: 'refused', refusal: { code: 'not-joined' } }])
    const early = phoneOf(ana)
    early.say(command(propose(1)))
    await written()
    expect(early.flush()).toMatchObject([{ type: 'refused', refusal: { code: 'not-joined' } }])
    const fast = greeted(ana)
    for (let n = 0; n < limits.commandBurst + 3; n += 1) fast.say(command(propose(n % 20)))
    await written()
    const refused = fast.flush().flatMap((message) => (message.type === 'refused' ? message.refusal.code : []))
    expect(refused.filter((code) => code === 'too-fast').length).toBe(3)
    expect(refused.length).toBe(limits.commandBurst + 3 - 20)
  })

  test('L3 the same command from a phone that missed its answer gets the first entry again', async () => {
    const first = greeted(ana)
    const text = command(propose(1))
    first.say(text)
    await written()
    const answer = first.flush()
    const second = greeted(ana)
    second.say(text)
    await written()
    expect(second.flush()).toEqual(answer)
    // Nobody else hears it twice.
    time.advance(1000)
    expect(types(first.flush())).not.toContain('entries')
  })

  test('L8 also where the disk refuses', async () => {
    const phone = greeted(ana)
    const { db } = server.database
    await sql`pragma query_only = on`.execute(db)
    phone.say(command(propose(1)))
    await written()
    phone.say(command(propose(2)))
    await written()
    expect(phone.flush()).toMatchObject([
      { type: 'refused', refusal: { code: 'not-saved' } },
      { type: 'refused', refusal: { code: 'read-only' } },
    ])
    await sql`pragma query_only = off`.execute(db)
  })
})

describe('stars', () => {
  test('are answered, counted for all at most once a second, and told to nobody as whose', async () => {
    const [mine, other] = [greeted(ana), greeted(brieuc)]
    mine.say(command(propose(1)))
    mine.say(command(propose(2)))
    await written()
    time.advance(1000)
    mine.flush()
    other.flush()
    const ids = [randomUUID(), randomUUID()]
    mine.say({ type: 'star', id: ids[0] ?? '', sessionId: sessionId(1), on: true })
    mine.say({ type: 'star', id: ids[1] ?? '', sessionId: sessionId(2), on: true })
    await expect.poll(() => server.forum.interest.count(sessionId(2))).toBe(1)
    await written()
    expect(mine.flush().filter(({ type }) => type === 'starred')).toEqual([
      { type: 'starred', id: ids[0], sessionId: sessionId(1), on: true, count: 1 },
      { type: 'starred', id: ids[1], sessionId: sessionId(2), on: true, count: 1 },
    ])
    time.advance(1000)
    const heard = other.flush()
    const counts = heard.flatMap((message) => (message.type === 'counts' ? [message.counts] : []))
    expect(Object.assign({}, ...counts)).toEqual({ [sessionId(1)]: 1, [sessionId(2)]: 1 })
    expect(counts.length).toBeLessThanOrEqual(2)
    expect(JSON.stringify(heard)).not.toContain(ana.id)
  })

  test('are refused behind a closed door and for an unknown session', async () => {
    const [mine, team] = [greeted(ana), greeted(camille)]
    const [unknown, closed] = [randomUUID(), randomUUID()]
    mine.say({ type: 'star', id: unknown, sessionId: sessionId(1), on: true })
    mine.say(command(propose(1)))
    team.say(command({ type: 'close-door', door: 'star' }))
    await written()
    mine.say({ type: 'star', id: closed, sessionId: sessionId(1), on: true })
    await written()
    const refused = mine.flush().filter(({ type }) => type === 'refused')
    expect(refused).toMatchObject([
      { commandId: unknown, refusal: { code: 'unknown-session' } },
      { commandId: closed, refusal: { code: 'door-open' } },
    ])
  })
})

describe('I2 what each message does, by who says it', () => {
  /** A message of each type; a new one without a line here does not compile. */
  const rows: Readonly<Record<keyof typeof clientMessageSchemas, () => string>> = {
    hello: () => JSON.stringify({ type: 'hello', protocol: 1, epoch: server.forum.epoch, seq: server.forum.board.seq }),
    command: () => command({ type: 'open-door', door: 'claim' }),
    star: () => JSON.stringify({ type: 'star', id: randomUUID(), sessionId: sessionId(1), on: true }),
    ping: () => '{"type":"ping"}',
  }
  const expected = {
    hello: { nobody: 'welcome', participant: 'welcome', facilitator: 'welcome' },
    command: { nobody: 'not-joined', participant: 'actor-may', facilitator: 'entries' },
    star: { nobody: 'not-joined', participant: 'unknown-session', facilitator: 'unknown-session' },
    ping: { nobody: 'pong', participant: 'pong', facilitator: 'pong' },
  } as const

  const cases = (Object.keys(clientMessageSchemas) as (keyof typeof clientMessageSchemas)[]).flatMap((type) =>
    (['nobody', 'participant', 'facilitator'] as const).map((role) => [type, role, expected[type][role]] as const),
  )
  test.each(cases)('%s by %s: %s', async (type, role, answer) => {
    const phone = greeted(role === 'nobody' ? null : role === 'participant' ? ana : camille)
    phone.say(rows[type]())
    await written()
    const [first] = phone.flush()
    expect(first?.type === 'refused' ? first.refusal.code : first?.type).toBe(answer)
  })
})

describe('people', () => {
  test('a name that changes reaches everyone within a second, and its owner at once', async () => {
    const [mine, other] = [greeted(ana), greeted(brieuc)]
    time.advance(2000)
    other.flush()
    mine.flush()
    const renamed = await server.forum.people.rename(ana, 'Anaïs')
    expect(mine.flush()[0]).toEqual({ type: 'you', you: renamed })
    time.advance(1000)
    expect(other.flush()).toContainEqual({ type: 'people', people: [renamed], gone: [] })
  })

  test('a name is known before the first entry that bears it', async () => {
    const other = greeted(brieuc)
    // The window is open: names that come now would wait for its end.
    await server.forum.people.rename(brieuc, 'Brieuc L.')
    const newcomer = (await server.join('Nouvelle')).person
    const hers = phoneOf(newcomer)
    hers.hello()
    other.flush()
    hers.say(command(propose(1)))
    await written()
    time.advance(limits.joinMilliseconds)
    const heard = other.flush()
    const named = heard.findIndex((m) => m.type === 'people' && m.people.some(({ id }) => id === newcomer.id))
    expect(named).toBeGreaterThanOrEqual(0)
    expect(named).toBeLessThan(types(heard).indexOf('entries'))
  })

  test('one that was away hears of the names that changed meanwhile', async () => {
    const { seq } = server.forum.board
    const newcomer = (await server.join('Nouvelle')).person
    const phone = phoneOf(ana)
    phone.hello(seq)
    const names = phone.flush().find(({ type }) => type === 'people')
    expect(names).toMatchObject({ type: 'people', people: expect.arrayContaining([newcomer]) })
  })

  test('presence counts people once, and nameless screens each', () => {
    const phones = [greeted(ana), greeted(ana), greeted(brieuc), greeted(null), greeted(null)]
    time.advance(1000)
    expect(
      phones[4]
        ?.flush()
        .concat(phones[0]?.flush() ?? [])
        .filter(({ type }) => type === 'presence')
        .at(-1),
    ).toEqual({
      type: 'presence',
      here: 4,
    })
    phones[4]?.peer.closed()
    time.advance(1000)
    expect(phones[0]?.flush().at(-1)).toEqual({ type: 'presence', here: 3 })
  })

  test('I3 who loses the team’s rights is told, and greeted anew', async () => {
    const phone = greeted(camille)
    await server.database.db.updateTable('person').set({ role: 'participant' }).where('id', '=', camille.id).execute()
    await server.forum.people.refresh()
    expect(phone.flush()[0]).toEqual({ type: 'you', you: { ...camille, role: 'participant' } })
    expect(phone.end).toEqual({ type: 'closed', code: 1008, reason: 'role-changed' })
  })

  test('who is erased is signed out', async () => {
    const phone = greeted(ana)
    await server.database.db.deleteFrom('person').where('id', '=', ana.id).execute()
    await server.forum.people.refresh()
    expect(phone.flush()[0]).toEqual({ type: 'goodbye', reason: 'signed-out', returnAfter: 0 })
  })
})
