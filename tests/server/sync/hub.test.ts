import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { limits } from '../../../shared/limits.ts'
import type { Person } from '../../../shared/protocol.ts'
import { before } from '../../support/boards.ts'
import { entriesIn, greetedPhone } from '../../support/greeted-phone.ts'
import { type HandPhone, handPhone } from '../../support/socket-pair.ts'
import { type TestApp, testApp } from '../../support/test-app.ts'
import { type VirtualTime, virtualTime } from '../../support/virtual-time.ts'

let server: TestApp
let time: VirtualTime
let camille: Person

beforeEach(async () => {
  time = virtualTime(before)
  server = await testApp({ clock: time })
  camille = (await server.joinTeam('Camille')).person
  time.advance(2000)
})
afterEach(() => server.close())

const phoneOf = (): HandPhone => greetedPhone(server.forum, time)

/** One entry on disk, by the team. */
const write = async (theme: string): Promise<void> => {
  const actor = { personId: camille.id, role: 'facilitator' } as const
  await server.forum.board.submit({ id: randomUUID(), command: { type: 'frame-forum', theme }, actor })
}

/** What was submitted is with the disk: what comes now is for the next commit. */
const committerHasBegun = async (): Promise<void> => {
  for (let turn = 0; turn < 3; turn += 1) await Promise.resolve()
}

describe('P6 entries', () => {
  test('that come alone are sent at once', async () => {
    const phone = phoneOf()
    await write('un')
    expect(entriesIn(phone.flush()).map(({ length }) => length)).toEqual([1])
    time.advance(limits.joinMilliseconds)
    await write('deux')
    expect(entriesIn(phone.flush()).map(({ length }) => length)).toEqual([1])
  })

  test('that come fast are joined into one frame within fifty milliseconds', async () => {
    const phone = phoneOf()
    await write('0')
    for (let n = 1; n <= 10; n += 1) {
      time.advance(4)
      await write(String(n))
    }
    expect(entriesIn(phone.flush()).map(({ length }) => length)).toEqual([1])
    time.advance(limits.joinMilliseconds - 40)
    const joined = entriesIn(phone.flush())
    expect(joined.map(({ length }) => length)).toEqual([10])
    expect(joined[0]?.map(({ seq }) => seq)).toEqual(
      Array.from({ length: 10 }, (_, n) => server.forum.board.seq - 9 + n),
    )
  })

  test('that are on disk while others are being written wait for those, and for fifty milliseconds at most', async () => {
    const phone = phoneOf()
    const lengths = () => entriesIn(phone.flush()).map(({ length }) => length)
    const first = write('un')
    await committerHasBegun()
    const second = write('deux')
    await first
    expect(lengths()).toEqual([])
    await second
    expect(lengths()).toEqual([2])

    time.advance(limits.joinMilliseconds)
    const third = write('trois')
    await committerHasBegun()
    const fourth = write('quatre')
    await third
    time.advance(limits.joinMilliseconds - 1)
    expect(lengths()).toEqual([])
    time.advance(1)
    expect(lengths()).toEqual([1])
    await fourth
    time.advance(limits.joinMilliseconds)
    expect(lengths()).toEqual([1])
  })

  test('wait for nobody where the disk is slow', async () => {
    const phone = phoneOf()
    const first = write('un')
    await committerHasBegun()
    const second = write('deux')
    time.advance(limits.joinMilliseconds)
    await first
    expect(entriesIn(phone.flush()).map(({ length }) => length)).toEqual([1])
    await second
  })

  test('that are waited for are said before the goodbye of a restart', async () => {
    const phone = phoneOf()
    await write('un')
    await write('deux')
    server.forum.hub.goodbyeAll('restarting', 0)
    const said = phone.flush()
    expect(entriesIn(said).map(({ length }) => length)).toEqual([1, 1])
    expect(said.at(-1)).toMatchObject({ type: 'goodbye', reason: 'restarting' })
  })

  test('of a burst of 350 in ten seconds make at most twenty frames a second', async () => {
    const phone = phoneOf()
    let frames = 0
    for (let n = 0; n < 350; n += 1) {
      await write(String(n))
      time.advance(10_000 / 350)
      frames += phone.flush().length
    }
    expect(frames).toBeLessThanOrEqual(200)
  })

  test('a phone that greets within the window gets each exactly once', async () => {
    phoneOf()
    await write('un')
    await write('deux')
    const fresh = handPhone(server.forum, time)
    // It has the second one from the snapshot already, which others wait for.
    fresh.hello(server.forum.board.seq)
    const stale = handPhone(server.forum, time)
    stale.hello(server.forum.board.seq - 2)
    time.advance(limits.joinMilliseconds)
    const seqs = (phone: HandPhone) =>
      phone
        .flush()
        .flatMap((message) => (message.type === 'entries' || message.type === 'welcome' ? message.entries : []))
        .map(({ seq }) => seq)
    expect(fresh.flush()[0]).toMatchObject({ type: 'welcome', seq: server.forum.board.seq, entries: [] })
    expect(seqs(stale)).toEqual([server.forum.board.seq - 1, server.forum.board.seq])
  })
})

describe('P7 a slow phone', () => {
  test('is cut at a bounded queue, told when to return, and delays nobody', async () => {
    const [slow, quick] = [phoneOf(), phoneOf()]
    let heard = 0
    for (let n = 0; slow.end === null && n < 20_000; n += 1) {
      await write(`${n} ${'x'.repeat(190)}`)
      time.advance(limits.joinMilliseconds)
      // They live: only one of them reads.
      slow.peer.heard()
      quick.peer.heard()
      heard += entriesIn(quick.flush()).flat().length
    }
    expect(slow.end).toEqual({ type: 'closed', code: 1013, reason: 'too-slow' })
    expect(slow.waiting).toBeLessThan(limits.peerQueueBytes + 2000)
    const { hub, board } = server.forum
    expect(hub.size).toBe(1)
    expect(heard).toBeGreaterThan(1000)
    const told = slow.flush().at(-1)
    expect(told).toMatchObject({ type: 'goodbye', reason: 'too-slow' })
    await write('après')
    time.advance(limits.joinMilliseconds)
    expect(slow.flush()).toEqual([])
    expect(entriesIn(quick.flush()).flat().at(-1)?.seq).toBe(board.seq)
  })

  test('that never reads its goodbye is cut', () => {
    const phone = phoneOf()
    let cut = 0
    phone.peer.goodbye('too-slow', 0)
    const terminate = phone.peer.cut.bind(phone.peer)
    phone.peer.cut = () => {
      cut += 1
      terminate()
    }
    time.advance(2000)
    expect(cut).toBe(1)
  })
})

describe('the heartbeat', () => {
  test('tells the time at least every fifteen seconds, and asks for a sign of life', () => {
    const phone = phoneOf()
    time.advance(limits.heartbeatMilliseconds)
    expect(phone.flush()).toEqual([{ type: 'pong', serverTime: expect.any(Number) }])
    expect(phone.pings).toBe(1)
  })

  test('cuts a phone that is silent for two of them, and no other', () => {
    const [silent, alive] = [phoneOf(), phoneOf()]
    const begun = time.now()
    while (silent.end === null) {
      time.advance(1000)
      alive.peer.heard()
    }
    expect(silent.end).toEqual({ type: 'cut' })
    expect(time.now() - begun).toBeLessThanOrEqual(2 * limits.heartbeatMilliseconds)
    expect(time.now() - begun).toBeGreaterThan(1.5 * limits.heartbeatMilliseconds)
    expect(alive.end).toBeNull()
    expect(server.forum.hub.size).toBe(1)
  })

  test('rests while nobody is there', () => {
    const phone = phoneOf()
    phone.peer.closed()
    time.advance(limits.gatherMilliseconds)
    phone.flush()
    time.advance(10 * limits.heartbeatMilliseconds)
    expect([phone.pings, phone.flush()]).toEqual([0, []])
  })
})

describe('P8 bad messages', () => {
  test.each([
    ['text that is no JSON', '{', ''],
    ['no object', '7', '/type'],
    ['no type', '{}', '/type'],
    ['an unknown type', '{"type":"shutdown"}', '/type'],
    ['a type of Object’s own', '{"type":"__proto__"}', '/type'],
    ['a field too many', '{"type":"ping","x":1}', '/x'],
    ['a hello without a seq', '{"type":"hello","protocol":2,"epoch":"e"}', '/seq'],
    ['a seq below zero', '{"type":"hello","protocol":2,"epoch":"e","seq":-1}', '/seq'],
    ['a seq that is no whole number', '{"type":"hello","protocol":2,"epoch":"e","seq":1.5}', '/seq'],
    [
      'a command in a command',
      '{"type":"command","id":"00000000-0000-4000-8000-000000000001","command":{"type":"command"}}',
      '/command/type',
    ],
    [
      'an actor in it',
      '{"type":"command","id":"00000000-0000-4000-8000-000000000001","command":{"type":"lock","sessionId":"00000000-0000-4000-8000-000000000001"},"actor":{}}',
      '/actor',
    ],
    [
      '__proto__ in it',
      '{"type":"star","id":"00000000-0000-4000-8000-000000000001","sessionId":"00000000-0000-4000-8000-000000000001","on":true,"__proto__":{"role":"facilitator"}}',
      '/__proto__',
    ],
    ['7,000 levels of lists', '['.repeat(7000) + ']'.repeat(7000), '/type'],
  ])('%s is answered with the path of the fault; the second closes the line', (_what, text, path) => {
    const phone = phoneOf()
    phone.say(text)
    expect(phone.flush()).toEqual([{ type: 'malformed', path, message: expect.any(String) }])
    phone.say({ type: 'ping' })
    expect(phone.flush()[0]).toMatchObject({ type: 'pong' })
    expect(phone.end).toBeNull()
    phone.say(text)
    expect(phone.flush()).toMatchObject([{ type: 'malformed', path }])
    expect(phone.end).toEqual({ type: 'closed', code: 1008, reason: 'malformed' })
  })

  test('a flood of messages closes the line it comes by', () => {
    const [loud, calm] = [phoneOf(), phoneOf()]
    for (let n = 0; n < limits.messageBurst + 5; n += 1) loud.say({ type: 'ping' })
    expect(loud.flush().at(-1)).toMatchObject({ type: 'goodbye', reason: 'too-fast', returnAfter: expect.any(Number) })
    calm.say({ type: 'ping' })
    expect(calm.flush().at(-1)).toMatchObject({ type: 'pong' })
  })
})

test('P11 all are told to go and when to return, spread so that they don’t come at once', () => {
  const phones = Array.from({ length: 50 }, () => handPhone(server.forum, time))
  for (const phone of phones) phone.hello()
  server.forum.hub.goodbyeAll('restarting', 5000)
  const returns = phones.map((phone) => {
    const last = phone.flush().at(-1)
    return last?.type === 'goodbye' && last.reason === 'restarting' ? last.returnAfter : -1
  })
  expect(Math.min(...returns)).toBeGreaterThanOrEqual(0)
  expect(Math.max(...returns)).toBeLessThanOrEqual(5000)
  expect(Math.max(...returns) - Math.min(...returns)).toBeGreaterThan(2000)
  expect(phones.every(({ end }) => end?.type === 'closed' && end.code === 1001)).toBe(true)
})
