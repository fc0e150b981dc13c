import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { limits } from '../../../shared/limits.ts'
import { clientMessageSchemas } from '../../../shared/protocol.schema.ts'
import { type Person, PROTOCOL } from '../../../shared/protocol.ts'
import { before, claim, propose, sessionId } from '../../support/boards.ts'
import { allAnswered, commandText, greetedPhone, typesOf } from '../../support/greeted-phone.ts'
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
const greeted = (person: Person | null): HandPhone => greetedPhone(server.forum, time, person)

describe('P2 every command is answered', () => {
  test('by its entry, to the sender as to everybody', async () => {
    const [mine, other] = [greeted(ana), greeted(brieuc)]
    mine.flush()
    const id = randomUUID()
    mine.say(commandText(propose(1), id))
    expect(mine.flush()).toEqual([])
    await allAnswered(server)
    const frame = { type: 'entries', entries: [expect.objectContaining({ commandId: id, by: ana.id })] }
    expect(mine.flush()).toEqual([frame])
    expect(other.flush()).toEqual([frame])
  })

  test('by a refusal with holder and alternatives, in the phone’s language, to the sender alone', async () => {
    const [one, two, reader] = [greeted(ana), phoneOf(brieuc), greeted(null)]
    two.say({
      type: 'hello',
      protocol: PROTOCOL,
      epoch: server.forum.epoch,
      seq: server.forum.board.seq,
      language: 'en',
    })
    one.say(commandText(propose(1)))
    one.say(commandText(claim(1, 'b101', slotId('0930'))))
    two.say(commandText(propose(2)))
    await allAnswered(server)
    time.advance(1000)
    two.flush()
    reader.flush()
    const id = randomUUID()
    two.say(commandText(claim(2, 'b101', slotId('0930')), id))
    await allAnswered(server)
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
    reader.say(commandText(propose(1)))
    await allAnswered(server)
    expect(reader.flush()).toMatchObject([{ type: 'refused', refusal: { code: 'not-joined' } }])
    const early = phoneOf(ana)
    early.say(commandText(propose(1)))
    await allAnswered(server)
    expect(early.flush()).toMatchObject([{ type: 'refused', refusal: { code: 'not-joined' } }])
    const fast = greeted(ana)
    for (let n = 0; n < limits.commandBurst + 3; n += 1) fast.say(commandText(propose(n % 20)))
    await allAnswered(server)
    const refused = fast.flush().flatMap((message) => (message.type === 'refused' ? message.refusal.code : []))
    expect(refused.filter((code) => code === 'too-fast').length).toBe(3)
    expect(refused.length).toBe(limits.commandBurst + 3 - 20)
  })

  test('L3 the same command from a phone that missed its answer gets the first entry again', async () => {
    const first = greeted(ana)
    const text = commandText(propose(1))
    first.say(text)
    await allAnswered(server)
    const answer = first.flush()
    const second = greeted(ana)
    second.say(text)
    await allAnswered(server)
    expect(second.flush()).toEqual(answer)
    // Nobody else hears it twice.
    time.advance(1000)
    expect(typesOf(first.flush())).not.toContain('entries')
  })

  test('L8 also where the disk refuses', async () => {
    const phone = greeted(ana)
    const { db } = server.database
    await sql`pragma query_only = on`.execute(db)
    phone.say(commandText(propose(1)))
    await allAnswered(server)
    phone.say(commandText(propose(2)))
    await allAnswered(server)
    expect(phone.flush()).toMatchObject([
      { type: 'trouble', readOnly: true, mismatch: false },
      { type: 'refused', refusal: { code: 'not-saved' } },
      { type: 'refused', refusal: { code: 'read-only' } },
    ])
    await sql`pragma query_only = off`.execute(db)
  })
})

describe('stars', () => {
  test('are answered, counted for all at most once a second, and told to nobody as whose', async () => {
    const [mine, other] = [greeted(ana), greeted(brieuc)]
    mine.say(commandText(propose(1)))
    mine.say(commandText(propose(2)))
    await allAnswered(server)
    time.advance(1000)
    mine.flush()
    other.flush()
    const ids = [randomUUID(), randomUUID()]
    mine.say({ type: 'star', id: ids[0] ?? '', sessionId: sessionId(1), on: true })
    mine.say({ type: 'star', id: ids[1] ?? '', sessionId: sessionId(2), on: true })
    await expect.poll(() => server.forum.interest.count(sessionId(2))).toBe(1)
    await allAnswered(server)
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
    mine.say(commandText(propose(1)))
    team.say(commandText({ type: 'close-door', door: 'star' }))
    await allAnswered(server)
    mine.say({ type: 'star', id: closed, sessionId: sessionId(1), on: true })
    await allAnswered(server)
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
    hello: () =>
      JSON.stringify({ type: 'hello', protocol: PROTOCOL, epoch: server.forum.epoch, seq: server.forum.board.seq }),
    command: () => commandText({ type: 'open-door', door: 'claim' }),
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
    await allAnswered(server)
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
    hers.say(commandText(propose(1)))
    await allAnswered(server)
    time.advance(limits.joinMilliseconds)
    const heard = other.flush()
    const named = heard.findIndex((m) => m.type === 'people' && m.people.some(({ id }) => id === newcomer.id))
    expect(named).toBeGreaterThanOrEqual(0)
    expect(named).toBeLessThan(typesOf(heard).indexOf('entries'))
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

  test('I3 also before the greeting, and while the snapshot is taken again', async () => {
    const [early, away] = [phoneOf(camille), greeted(camille)]
    away.say({ type: 'hello', protocol: PROTOCOL, epoch: 'other', seq: 0 })
    expect(away.flush()).toEqual([{ type: 'resync' }])
    await server.database.db.updateTable('person').set({ role: 'participant' }).where('id', '=', camille.id).execute()
    await server.forum.people.refresh()
    for (const phone of [early, away]) {
      phone.hello()
      expect(phone.flush()[0]).toMatchObject({ type: 'welcome', you: { ...camille, role: 'participant' } })
      phone.say(commandText({ type: 'close-door', door: 'claim' }))
      await allAnswered(server)
      expect(phone.flush().at(-1)).toMatchObject({ type: 'refused', refusal: { code: 'actor-may' } })
    }
  })

  test('who is erased before the greeting is signed out by it', async () => {
    const [greeting, asking] = [phoneOf(ana), phoneOf(ana)]
    await server.database.db.deleteFrom('person').where('id', '=', ana.id).execute()
    await server.forum.people.refresh()
    greeting.hello()
    asking.say(commandText(propose(1)))
    await allAnswered(server)
    for (const phone of [greeting, asking]) {
      expect(phone.flush()).toEqual([{ type: 'goodbye', reason: 'signed-out', returnAfter: 0 }])
    }
  })

  test('who is erased is signed out', async () => {
    const phone = greeted(ana)
    await server.database.db.deleteFrom('person').where('id', '=', ana.id).execute()
    await server.forum.people.refresh()
    expect(phone.flush()[0]).toEqual({ type: 'goodbye', reason: 'signed-out', returnAfter: 0 })
  })
})
