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
