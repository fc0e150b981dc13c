import { expect, test } from 'vitest'
import { SocketCaps } from '../../../server/sync/socket-caps.ts'
import { limits } from '../../../shared/limits.ts'

test('I4 nameless sockets fill their own share of a forum, and people with a name still get in', () => {
  const caps = new SocketCaps()
  const places = Array.from({ length: limits.namelessSocketsPerForum }, () => caps.enter(1, null))
  expect(places.every((leave) => leave !== null)).toBe(true)
  expect(caps.enter(1, null)).toBeNull()
  const people = limits.socketsPerForum - limits.namelessSocketsPerForum
  for (let n = 0; n < people; n += 1) expect(caps.enter(1, `p${n}`)).not.toBeNull()
  expect(caps.enter(1, 'one-too-many')).toBeNull()
  // Another forum has places of its own, and one that is given back is free again.
  expect(caps.enter(2, null)).not.toBeNull()
  places[0]?.()
  expect(caps.enter(1, null)).not.toBeNull()
  expect(caps.enter(1, null)).toBeNull()
})

test('I9 nameless sockets over several forums never fill the house: people of every forum still get in', () => {
  const caps = new SocketCaps()
  const nameless: (() => void)[] = []
  for (let n = 0; ; n += 1) {
    const leave = caps.enter(n % 5, null)
    if (leave === null) break
    nameless.push(leave)
  }
  expect(nameless.length).toBe(limits.namelessSocketsTotal)
  for (let forum = 0; forum < 8; forum += 1) expect([forum, caps.enter(forum, null)]).toEqual([forum, null])
  const people = Array.from({ length: limits.socketsTotal - limits.namelessSocketsTotal }, (_, n) =>
    caps.enter(n % 8, `p${n}`),
  )
  expect(people.every((leave) => leave !== null)).toBe(true)
  expect(caps.enter(7, 'one-too-many')).toBeNull()
  people[0]?.()
  expect(caps.enter(7, 'now-there-is-room')).not.toBeNull()
  nameless[0]?.()
  expect(caps.enter(6, null)).not.toBeNull()
})

test('I9 one person has so many sockets in a forum, and as many in another', () => {
  const caps = new SocketCaps()
  for (let n = 0; n < limits.socketsPerPerson; n += 1) expect(caps.enter(1, 'ana')).not.toBeNull()
  expect(caps.enter(1, 'ana')).toBeNull()
  expect(caps.enter(2, 'ana')).not.toBeNull()
})
