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
