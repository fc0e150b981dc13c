import { expect, test } from 'vitest'
import { SocketCaps } from '../../../server/sync/socket-caps.ts'
import { limits } from '../../../shared/limits.ts'

test('I4 nameless sockets fill their own share of a forum, and people with a name still get in', () => {
  const caps = new SocketCaps()
  const places = Array.from({ length: limits.namelessSocketsPerForum }, () => caps.enter(1, null))
  expect(places.every(Boolean)).toBe(true)
  expect(caps.enter(1, null)).toBe(false)
  const people = limits.socketsPerForum - limits.namelessSocketsPerForum
  for (let n = 0; n < people; n += 1) expect(caps.enter(1, `p${n}`)).toBe(true)
  expect(caps.enter(1, 'one-too-many')).toBe(false)
  // Another forum has places of its own, and one that is given back is free again.
  expect(caps.enter(2, null)).toBe(true)
  caps.leave(1, null)
  expect(caps.enter(1, null)).toBe(true)
  expect(caps.enter(1, null)).toBe(false)
})

test('I9 nameless sockets over several forums never fill the house: people of every forum still get in', () => {
  const caps = new SocketCaps()
  let nameless = 0
  while (caps.enter(nameless % 5, null)) nameless += 1
  expect(nameless).toBe(limits.namelessSocketsTotal)
  for (let forum = 0; forum < 8; forum += 1) expect([forum, caps.enter(forum, null)]).toEqual([forum, false])
  const people = Array.from({ length: limits.socketsTotal - limits.namelessSocketsTotal }, (_, n) =>
    caps.enter(n % 8, `p${n}`),
  )
  expect(people.every(Boolean)).toBe(true)
  expect(caps.enter(7, 'one-too-many')).toBe(false)
  caps.leave(0, 'p0')
  expect(caps.enter(7, 'now-there-is-room')).toBe(true)
  caps.leave(0, null)
  expect(caps.enter(6, null)).toBe(true)
})

test('I9 one person has so many sockets in a forum, and as many in another', () => {
  const caps = new SocketCaps()
  for (let n = 0; n < limits.socketsPerPerson; n += 1) expect(caps.enter(1, 'ana')).toBe(true)
  expect(caps.enter(1, 'ana')).toBe(false)
  expect(caps.enter(2, 'ana')).toBe(true)
})
