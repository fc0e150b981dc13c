import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Frame } from '../../../server/sync/frame.ts'
import { limits } from '../../../shared/limits.ts'
import type { Person } from '../../../shared/protocol.ts'
import { before } from '../../support/boards.ts'
import { type TestApp, testApp } from '../../support/test-app.ts'
import { type VirtualTime, virtualTime } from '../../support/virtual-time.ts'

let server: TestApp
let time: VirtualTime
let camille: Person

beforeEach(async () => {
  time = virtualTime(before)
  server = await testApp({ clock: time })
  camille = (await server.joinTeam('Camille')).person
})
afterEach(() => server.close())

const write = async (): Promise<void> => {
  const actor = { personId: camille.id, role: 'facilitator' } as const
  const command = { type: 'frame-forum', theme: 'Et si on essayait ?' } as const
  await server.forum.board.submit({ id: randomUUID(), command, actor })
}

/** One that is in, and what it is given. */
const member = (personId: string | null, isPacked: boolean, deliver: (frame: Frame) => void): void => {
  server.forum.hub.join({
    personId,
    isPacked,
    heardAt: time.now(),
    deliver,
    ping: () => undefined,
    cut: () => undefined,
    personChanged: () => undefined,
    goodbye: () => undefined,
  })
}

test('P6 P21 entries are encoded once as text and packed once: all that take one of them are given the same bytes', async () => {
  const frames: Frame[] = []
  for (let n = 0; n < 4; n += 1) member(null, n > 0, (frame) => void frames.push(frame))
  time.advance(limits.gatherMilliseconds)
  frames.length = 0
  await write()
  expect(frames.map(({ isPacked }) => isPacked)).toEqual([false, true, true, true])
  expect(new Set(frames).size).toBe(2)
})

test('P6 entries reach who wrote them before everybody else, on each of their screens', async () => {
  const heard: string[] = []
  for (const [name, personId] of [
    ['wall', null],
    ['her phone', camille.id],
    ['ana', 'ana'],
    ['her table', camille.id],
  ] as const) {
    member(personId, false, () => void heard.push(name))
  }
  time.advance(limits.gatherMilliseconds)
  heard.length = 0
  await write()
  expect(heard).toEqual(['her phone', 'her table', 'wall', 'ana'])
})
